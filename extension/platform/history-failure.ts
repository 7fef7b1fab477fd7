/** What can go wrong with the history's database, and the last time that it did. */
import * as v from 'valibot';
import { SessionStore } from './storage.ts';
import { Instant } from './stored-values.ts';

const WHY = ['full', 'newer', 'unavailable'] as const;

/**
 * `full`: the browser gives no more room. `newer`: a later release of the extension wrote the database.
 * `unavailable`: the browser does not open it (damaged, or switched off, as in Firefox's permanent private browsing).
 */
export type HistoryFailureReason = (typeof WHY)[number];

export class HistoryFailure extends Error {
  override name = 'HistoryFailure';
  constructor(
    readonly why: HistoryFailureReason,
    cause: unknown,
  ) {
    super(`The history cannot be used: ${why}`, { cause });
  }
}

/** An error of IndexedDB as what it means here (its names: IndexedDB 3.0, section 3.2). */
export function asHistoryFailure(error: unknown): HistoryFailure {
  if (error instanceof HistoryFailure) return error;
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  if (name === 'QuotaExceededError') return new HistoryFailure('full', error);
  return new HistoryFailure(name === 'VersionError' ? 'newer' : 'unavailable', error);
}

const FailedWriteSchema = v.object({
  /** Milliseconds since the epoch. */
  at: Instant,
  why: v.picklist(WHY),
});

export type FailedWrite = v.InferOutput<typeof FailedWriteSchema>;

const store = new SessionStore('history-', FailedWriteSchema);

/** The last visit of this session that could not be recorded; null: none, or recording works again. */
export function failedWrite(): Promise<FailedWrite | null> {
  return store.get('failure');
}

export async function noteFailedWrite(failed: FailedWrite | null): Promise<void> {
  await (failed === null ? store.remove('failure') : store.set('failure', failed));
}
