/**
 * What was last seen of each site, for pages that the browser shows without asking for them again: the Back button,
 * a page made by a service worker. Such a fact is always shown as reused.
 *
 * Life of an entry: born and renewed when a response with a certificate is seen; private windows leave none;
 * the oldest give way when there are too many; all are gone with the browser.
 */
import * as v from 'valibot';
import { browser } from '../platform/browser.ts';
import { SessionStore } from '../platform/storage.ts';
import type { HostRecord } from './visit.ts';

const Schema = v.object({
  certificate: v.string(),
  builtInRoot: v.nullable(v.boolean()),
  at: v.number(),
});

export type OriginRecord = v.InferOutput<typeof Schema>;

const PREFIX = 'origin:';
const store = new SessionStore(PREFIX, Schema);
const CAPACITY = 2_000;
/** How many entries may be added before they are counted again. */
const SLACK = 200;
/** What this worker wrote, so that an unchanged fact is not written again for every page. */
const written = new Map<string, string>();

export async function rememberOrigin(host: HostRecord): Promise<void> {
  if (host.certificate === null || written.get(host.origin) === host.certificate) return;
  written.set(host.origin, host.certificate);
  try {
    await store.set(host.origin, {
      certificate: host.certificate,
      builtInRoot: host.builtInRoot,
      at: host.at,
    });
    if (written.size % SLACK === 0) await prune();
  } catch (error) {
    written.delete(host.origin);
    console.warn('A site could not be remembered for the session.', error);
  }
}

/** What was last seen of a site; null: nothing in this session. */
export function recallOrigin(origin: string): Promise<OriginRecord | null> {
  return store.get(origin);
}

async function prune(): Promise<void> {
  const all = Object.entries(await browser.storage.session.get(null));
  const entries = all
    .filter(([key]) => key.startsWith(PREFIX))
    .map(([key, value]) => ({ key, at: v.is(Schema, value) ? value.at : 0 }))
    .toSorted((one, other) => one.at - other.at);
  const surplus = entries.slice(0, Math.max(0, entries.length - CAPACITY)).map(({ key }) => key);
  if (surplus.length > 0) await browser.storage.session.remove(surplus);
  written.clear();
}
