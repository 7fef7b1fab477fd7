/**
 * What the popup hands to the options page about a visit, so that a letter can be filled in.
 *
 * Life of an entry: born in the popup with a click on a right, under a random key, in `storage.session` (memory). Only
 * the key is in the address of the page that opens. It dies when that page takes it; when nobody does, with the next
 * one that is left ten minutes later or more, or with the browser's session.
 */
import * as v from 'valibot';
import { CONTEXTS } from '../../src/policy/context.ts';
import { CHANNELS } from '../../src/revocation/channel.ts';
import { browser } from './browser.ts';
import { SessionStore } from './storage.ts';
import { Instant } from './stored-values.ts';

const PREFIX = 'handover:';
/** Milliseconds. */
const LONGEST_STAY = 600_000;

const Visit = v.strictObject({
  context: v.picklist(CONTEXTS),
  /** Host of the site; null where it was not handed over: from a private window. */
  site: v.nullable(v.string()),
  contacts: v.array(
    v.strictObject({
      channel: v.picklist(CHANNELS),
      /** Host of the service; empty: not known. */
      host: v.string(),
      /** Milliseconds since the epoch. */
      at: Instant,
    }),
  ),
});
const Entry = v.strictObject({ leftAt: Instant, visit: Visit });

export type HandedVisit = v.InferOutput<typeof Visit>;

const store = new SessionStore(PREFIX, Entry);

/**
 * Leaves a visit for another page. `now`: milliseconds since the epoch.
 *
 * @returns the key under which it can be taken once
 */
export async function leaveVisit(visit: HandedVisit, now: number): Promise<string> {
  await dropStale(now);
  const key = crypto.randomUUID();
  await store.set(key, { leftAt: now, visit });
  return key;
}

/** Takes what was left under the key; null: nothing, or no longer. */
export async function takeVisit(key: string): Promise<HandedVisit | null> {
  const entry = await store.get(key);
  await store.remove(key);
  return entry?.visit ?? null;
}

async function dropStale(now: number): Promise<void> {
  const all = await browser.storage.session.get(null);
  const stale = Object.entries(all).filter(([key, value]) => {
    const entry = key.startsWith(PREFIX) ? v.safeParse(Entry, value) : null;
    return entry !== null && !(entry.success && Math.abs(now - entry.output.leftAt) < LONGEST_STAY);
  });
  if (stale.length > 0) await browser.storage.session.remove(stale.map(([key]) => key));
}
