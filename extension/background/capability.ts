/**
 * Whether Chromium shows this extension certificates.
 *
 * Life: learned from the first https response after the worker starts, renewed by each later one that tells otherwise
 * (a flag changes only with a restart of the browser, so in practice never), kept in `storage.session`.
 */
import * as v from 'valibot';
import { SessionStore } from '../platform/storage.ts';
import type { Capability } from './certificates.chromium.ts';

const store = new SessionStore<Capability>('capability:', v.picklist(['shown', 'hidden', 'too-old']));
const ID = 'security-info';
let current: Capability | null = null;

export function learnCapability(learned: Capability): void {
  if (learned === current) return;
  current = learned;
  store.set(ID, learned).catch((error: unknown) => {
    console.warn('What this browser shows could not be kept for the session.', error);
  });
}

/** null: no https response was seen yet. */
export async function capability(): Promise<Capability | null> {
  current ??= await store.get(ID);
  return current;
}
