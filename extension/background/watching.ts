/**
 * Since when the precise watch sees checks leave.
 *
 * Life: begun when the user gives the permission; kept in `storage.session` over the event page's death; begun anew when
 * the permission is given again after a loss. With no record the permission is older than the session: it was always there.
 * Firefox wakes a stopped event page only for listeners that were registered while it started (measured with ESR 153). So a
 * watch that began later misses what leaves while the page is stopped for the first time, and begins anew after that.
 */
import * as v from 'valibot';
import type { Channel } from '../../src/revocation/channel.ts';
import { hasPreciseWatch } from '../platform/permissions.ts';
import { SessionStore } from '../platform/storage.ts';
import { Instant } from '../platform/stored-values.ts';
import { unmatchedChecks } from '../platform/unmatched-checks.ts';

const store = new SessionStore('watching:', v.object({ since: Instant, untilStop: v.boolean() }));
const ID = 'departures';

/** The permission was given while the event page runs. */
export function watchBegan(at: number): Promise<void> {
  return keep({ since: at, untilStop: true });
}

/** The event page started with the permission. */
export async function watchResumed(at: number): Promise<void> {
  if ((await store.get(ID))?.untilStop === true) await keep({ since: at, untilStop: false });
}

async function keep(watch: { since: number; untilStop: boolean }): Promise<void> {
  try {
    await store.set(ID, watch);
  } catch (error) {
    console.warn('When the precise watch began could not be kept.', error);
  }
}

/**
 * The channels on which a check about a page would have been seen and matched.
 *
 * @param startedAt when the page began, milliseconds since the epoch; null: no page is known
 */
export async function watchedChannels(startedAt: number | null): Promise<ReadonlySet<Channel>> {
  if (startedAt === null || !(await hasPreciseWatch())) return new Set();
  const since = (await store.get(ID))?.since ?? 0;
  const unmatched = (await unmatchedChecks()).some(({ at }) => at >= startedAt);
  // One that could not be matched may be about this page. Of CRLs and issuers Firefox fetches none (measured with ESR 153).
  return since <= startedAt && !unmatched ? new Set<Channel>(['ocsp']) : new Set();
}
