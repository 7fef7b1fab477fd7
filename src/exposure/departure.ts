/** A request that was seen leaving the browser: is it one of the browser's own checks, and whose? */
import { endpoint } from '../letsencrypt/endpoint.ts';
import { CHANNELS, type Channel } from '../revocation/channel.ts';

/** A check seen leaving, not yet attributed to a site. */
export interface Departure {
  channel: Channel;
  /** The endpoint's URL without what identifies the certificate. */
  endpoint: string;
  /** Milliseconds since the epoch. */
  at: number;
  /** It belongs to a private window. */
  private: boolean;
}

/** What the browser told of a request; the fields are those of the WebExtension API. */
export interface SeenRequest {
  url: string;
  method: string;
  type: string;
  /** -1: no tab. */
  tabId: number;
  /** The page that asked; undefined: the browser itself. */
  originUrl?: string | undefined;
  incognito?: boolean | undefined;
  timeStamp: number;
}

/**
 * The check that a request is; null: it is none, or nothing shows that it is one.
 *
 * A page's own request to the same address has a tab or an origin. Of the browser's own requests over plain HTTP, a POST
 * is an OCSP request (RFC 6960, A.1); a GET is one when its host is known to be a responder's, and a fetch of a CRL or of
 * an issuer's certificate when Let's Encrypt's table says so.
 *
 * @param knownResponder whether a certificate seen in this session names a responder on this `host:port`
 */
export function departureOf(
  request: SeenRequest,
  knownResponder: (host: string) => boolean,
): Departure | null {
  const { url, method, type, tabId, originUrl, incognito, timeStamp } = request;
  if (tabId !== -1 || type !== 'other' || originUrl !== undefined || !URL.canParse(url)) return null;
  const { protocol, host, pathname } = new URL(url);
  if (protocol !== 'http:') return null;
  const service = CHANNELS.find((channel) => channel === endpoint(url)?.service);
  const channel = service ?? (method === 'POST' || knownResponder(host) ? 'ocsp' : null);
  if (channel === null || (method !== 'POST' && method !== 'GET')) return null;
  // In a GET the path holds the whole question, with the serial number; in a CRL's it may hold the shard's number.
  const path = method === 'POST' ? pathname : '/';
  return {
    channel,
    endpoint: `http://${host}${path}`,
    at: timeStamp,
    // Not told counts as private: then nothing is kept.
    private: incognito !== false,
  };
}
