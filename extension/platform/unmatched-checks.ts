/**
 * Checks that were seen leaving and could not be matched with a site, in `storage.session` for the options page.
 *
 * Life of an entry: born when the check leaves; dies when it is matched, when newer ones need its place, or with the
 * browser. None is kept of a private window, nor while one is open: by its time it could tell of what is done there.
 */
import * as v from 'valibot';
import type { Departure } from '../../src/exposure/departure.ts';
import { CHANNELS } from '../../src/revocation/channel.ts';
import { browser } from './browser.ts';
import { SessionStore } from './storage.ts';
import { Instant, Origin } from './stored-values.ts';

const Schema = v.array(
  v.object({
    channel: v.picklist(CHANNELS),
    endpoint: v.string(),
    at: Instant,
    private: v.literal(false),
    /** Origins whose certificates name the endpoint and that were connecting at that time. */
    candidates: v.array(Origin),
    /** No certificate is waited for any more; otherwise it may still be matched, unless the event page died. */
    settled: v.optional(v.boolean(), false),
  }),
);

export type UnmatchedCheck = v.InferOutput<typeof Schema>[number];

const ID = 'checks';
const store = new SessionStore('unmatched:', Schema);
const CAPACITY = 50;
/** Changes happen one after the other, so that none overwrites another. */
let queue: Promise<void> = Promise.resolve();

export async function unmatchedChecks(): Promise<UnmatchedCheck[]> {
  return (await store.get(ID)) ?? [];
}

/** Keeps a check that may still be matched. */
export async function keepUnmatched(departure: Departure): Promise<void> {
  await keep(departure, [], false);
}

/**
 * Keeps what is known of a check that nothing will match any more.
 *
 * @returns it; null: nothing of it may be kept now
 */
export function settleUnmatched(departure: Departure, candidates: string[]): Promise<UnmatchedCheck | null> {
  return keep(departure, candidates, true);
}

async function keep(
  departure: Departure,
  candidates: string[],
  settled: boolean,
): Promise<UnmatchedCheck | null> {
  const { channel, endpoint, at } = departure;
  if (departure.private) return null;
  let kept: UnmatchedCheck | null = null;
  await inTurn(async () => {
    if (await isPrivateWindowOpen()) return;
    const others = (await unmatchedChecks()).filter((one) => !same(one, departure));
    const check: UnmatchedCheck = { channel, endpoint, at, private: false, candidates, settled };
    await store.set(ID, [...others, check].slice(-CAPACITY));
    kept = check;
  });
  return kept;
}

export function dropUnmatched(departure: Departure): Promise<void> {
  return inTurn(async () => {
    const before = await unmatchedChecks();
    const rest = before.filter((one) => !same(one, departure));
    if (rest.length < before.length) await store.set(ID, rest);
  });
}

/** Calls back whenever the list may have changed. Returns what ends it. */
export function onUnmatchedChanged(callback: () => void): () => void {
  const listener = (changes: Record<string, unknown>, area: string): void => {
    if (area === 'session' && Object.hasOwn(changes, `unmatched:${ID}`)) callback();
  };
  browser.storage.onChanged.addListener(listener);
  return () => {
    browser.storage.onChanged.removeListener(listener);
  };
}

function same(one: UnmatchedCheck, other: Departure): boolean {
  return one.at === other.at && one.endpoint === other.endpoint;
}

function inTurn(change: () => Promise<void>): Promise<void> {
  queue = queue.then(change).catch((error: unknown) => {
    console.warn('The list of unmatched checks could not be kept.', error);
  });
  return queue;
}

async function isPrivateWindowOpen(): Promise<boolean> {
  // Firefox for Android has no windows; there a private tab is known by its tab alone.
  const { windows }: { windows?: typeof browser.windows } = browser;
  const open = windows === undefined ? await browser.tabs.query({}) : await windows.getAll();
  return open.some(({ incognito }) => incognito);
}
