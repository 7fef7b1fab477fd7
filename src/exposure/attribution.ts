/** Which site a check belongs to that was seen leaving: decided by the certificates named and by time, never guessed. */
import type { Channel } from '../revocation/channel.ts';
import type { Departure } from './departure.ts';

/** A request of a tab, from its start until its response began, during which its connection may have been made. */
export interface Connecting {
  tabId: number;
  origin: string;
  /** Milliseconds since the epoch. */
  from: number;
  /** null: no response yet. */
  until: number | null;
  /** It ended in an error, so that no certificate of it will be seen. */
  failed: boolean;
  private: boolean;
  /** What the certificate of the connection names; null: the certificate was not seen (yet). */
  named: Record<Channel, string[]> | null;
  /** The browser's report whether it tried OCSP; null: none. */
  tried: boolean | null;
}

export interface Place {
  tabId: number;
  origin: string;
}

export type Attribution =
  | { is: 'attributed'; to: Place }
  /** A certificate that is still to come may decide. */
  | { is: 'waiting' }
  /** `candidates`: the places whose certificates name the endpoint; empty: none does. */
  | { is: 'unattributed'; candidates: Place[] };

/**
 * How long a check may leave after its request began, and how long its certificate is waited for, in milliseconds.
 * Firefox waits at most 10 s for a responder (security.OCSP.timeoutMilliseconds.hard); the rest is for a slow network.
 */
export const CONNECTING_LIMIT = 30_000;
/** Two events of one moment may bear slightly different times. */
const TOLERANCE = 5;

/**
 * Attributes a departure to the one place that was connecting at that time and whose certificate names the endpoint.
 * A place whose certificate was not seen might name it too, so with such a one beside it nothing is attributed.
 *
 * @param now milliseconds since the epoch
 */
export function attribute(departure: Departure, all: readonly Connecting[], now: number): Attribution {
  const open = all.filter(
    (one) =>
      one.private === departure.private &&
      one.from <= departure.at + TOLERANCE &&
      departure.at - one.from < CONNECTING_LIMIT &&
      (one.until === null || one.until >= departure.at - TOLERANCE),
  );
  const naming = open.filter(
    (one) => one.named !== null && names(one.named, departure) && mayHave(one, departure),
  );
  const unseen = open.filter((one) => one.named === null && !placed(naming, one));
  const candidates = distinct(naming);
  const [only] = candidates;
  if (candidates.length === 1 && only !== undefined && unseen.length === 0)
    return { is: 'attributed', to: only };
  const pending = unseen.some(({ failed }) => !failed) && now - departure.at < CONNECTING_LIMIT;
  return pending ? { is: 'waiting' } : { is: 'unattributed', candidates };
}

function names(named: Record<Channel, string[]>, { channel, endpoint }: Departure): boolean {
  return named[channel].some((url) => URL.canParse(url) && new URL(url).host === new URL(endpoint).host);
}

/** The browser's own word that it did not try OCSP excludes a connection. */
function mayHave({ tried }: Connecting, { channel }: Departure): boolean {
  return channel !== 'ocsp' || tried !== false;
}

function placed(places: Place[], { tabId, origin }: Place): boolean {
  return places.some((place) => place.tabId === tabId && place.origin === origin);
}

function distinct(connections: Connecting[]): Place[] {
  return connections.reduce<Place[]>(
    (places, { tabId, origin }) =>
      placed(places, { tabId, origin }) ? places : [...places, { tabId, origin }],
    [],
  );
}
