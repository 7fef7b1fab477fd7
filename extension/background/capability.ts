/**
 * Whether Chromium shows this extension certificates.
 *
 * Life: unknown until the first https page after the browser's start; then `hidden`, until a certificate is shown; then
 * `shown` for as long as the browser runs, since the feature changes only with a restart. Kept in `storage.session`,
 * which lives as long.
 */
import * as v from 'valibot';
import { SessionStore } from '../platform/storage.ts';
import type { Capability } from './certificates.chromium.ts';

const store = new SessionStore<Capability>('capability:', v.picklist(['shown', 'hidden', 'too-old']));
const ID = 'security-info';
let current: Capability | null = null;

export function learnCapability(learned: Capability): void {
  // A page's plain event says `hidden` also where its certificate comes with another event.
  if (learned === current || current === 'shown' || (current === 'too-old' && learned === 'hidden')) return;
  current = learned;
  void keep(learned);
}

async function keep(learned: Capability): Promise<void> {
  try {
    // An earlier life of this worker may have known better.
    if (learned === 'hidden' && (await store.get(ID)) !== null) return;
    await store.set(ID, learned);
  } catch (error) {
    console.warn('What this browser shows could not be kept for the session.', error);
  }
}

/** null: no https response was seen yet. */
export async function capability(): Promise<Capability | null> {
  if (current === 'shown') return current;
  try {
    return (await store.get(ID)) ?? current;
  } catch (error) {
    console.warn('What this browser shows could not be looked up.', error);
    return current;
  }
}
