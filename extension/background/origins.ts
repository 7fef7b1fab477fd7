/**
 * What was last seen of each site, for pages that the browser shows without asking for them again: the Back button,
 * a page made by a service worker. Such a fact is always shown as reused.
 *
 * Life of an entry: born and renewed when a response with a certificate is seen; the oldest give way when there are too
 * many; all are gone with the browser. Private windows have entries of their own, which end with the last of them.
 */
import * as v from 'valibot';
import { BoundedSessionStore } from '../platform/storage.ts';
import type { SessionKind } from '../platform/stored-kinds.ts';
import { Instant } from '../platform/stored-values.ts';
import type { HostRecord } from './visit.ts';

const Schema = v.object({
  certificate: v.string(),
  builtInRoot: v.nullable(v.boolean()),
  at: Instant,
  /** The certificate names an OCSP responder; so may one of which this was not noted. */
  namesResponder: v.optional(v.boolean(), true),
});

export type OriginRecord = v.InferOutput<typeof Schema>;

const CAPACITY = 2_000;
/** An unchanged fact is written again only when it has grown older than this, in milliseconds. */
export const RENEWAL = 60_000;

interface Shelf {
  store: BoundedSessionStore<OriginRecord>;
  /** What this worker knows last of each. */
  written: Map<string, OriginRecord>;
  /** What is still to be written, together: a page of many hosts would wait long for each. */
  pending: Map<string, OriginRecord>;
  writing: Promise<void> | null;
}

const shelf = (prefix: SessionKind): Shelf => ({
  store: new BoundedSessionStore(prefix, Schema, CAPACITY),
  written: new Map(),
  pending: new Map(),
  writing: null,
});
const shelves = { ordinary: shelf('origin:'), private: shelf('private-origin:') };

/** Takes what a response told of its site. It is known at once, and stored soon. */
export function rememberOrigin(host: HostRecord, isPrivate: boolean): void {
  const { origin, certificate, builtInRoot, at, fromCache, namesResponder } = host;
  // A cached answer tells of an earlier connection, which is not the last one seen.
  if (certificate === null || fromCache) return;
  const kept = shelves[isPrivate ? 'private' : 'ordinary'];
  const before = kept.written.get(origin);
  const same = before?.certificate === certificate && before.builtInRoot === builtInRoot;
  // The clock may have been set back.
  if (same && Math.abs(at - before.at) < RENEWAL) return;
  const record = { certificate, builtInRoot, at, namesResponder };
  if (kept.written.size >= CAPACITY) kept.written.clear();
  kept.written.set(origin, record);
  kept.pending.set(origin, record);
  kept.writing ??= write(kept).finally(() => {
    kept.writing = null;
  });
}

/** Writes what is pending, and what comes meanwhile. */
async function write(kept: Shelf): Promise<void> {
  // The other hosts of this moment are written with it.
  await Promise.resolve();
  while (kept.pending.size > 0) {
    const batch = kept.pending;
    kept.pending = new Map();
    try {
      await kept.store.setAll(batch);
    } catch (error) {
      for (const origin of batch.keys()) kept.written.delete(origin);
      console.warn('Sites could not be remembered for the session.', error);
    }
  }
}

/**
 * What this worker saw last of a site, at once; null: nothing. Of the whole chain: where the browser told of the root.
 */
export function expectedOf(origin: string, isPrivate: boolean): OriginRecord | null {
  const recent = shelves[isPrivate ? 'private' : 'ordinary'].written.get(origin);
  return recent === undefined || recent.builtInRoot === null ? null : recent;
}

/** What was last seen of a site in windows of this kind; null: nothing in this session. */
export async function recallOrigin(origin: string, isPrivate: boolean): Promise<OriginRecord | null> {
  const { store, written } = shelves[isPrivate ? 'private' : 'ordinary'];
  const recent = written.get(origin);
  if (recent !== undefined) return recent;
  try {
    return await store.get(origin);
  } catch (error) {
    console.warn('The sites of this session could not be looked up.', error);
    return null;
  }
}

/** The last private window is closed. */
export async function forgetPrivateOrigins(): Promise<void> {
  shelves.private.written.clear();
  shelves.private.pending.clear();
  // What is on its way into the store comes before its end.
  await shelves.private.writing;
  await shelves.private.store.clear();
}
