/**
 * The requests in the history that no page could be matched with.
 *
 * Life of one: born when it is settled that no page can be found for it, while the history is on and no private window is
 * open; never changed; dies when it is older than the chosen length, or when the user erases it, its day, everything, or
 * one of the sites that it may be about.
 */
import * as v from 'valibot';
import { UNMATCHED_A_DAY, UnmatchedSchema, type UnmatchedContact } from '../../src/history/unmatched.ts';
import { announceHistoryChange } from './history-changes.ts';
import { historyExists, withDatabase } from './history-connection.ts';

/** Adds a request, unless there is one too many of its day. @throws HistoryFailure */
export async function addUnmatched(contact: UnmatchedContact): Promise<void> {
  await withDatabase(async (database) => {
    const ofDay = IDBKeyRange.bound([contact.day], [contact.day, []]);
    if ((await database.count('unmatched', ofDay)) < UNMATCHED_A_DAY)
      await database.put('unmatched', contact);
  });
  announceHistoryChange('unmatched');
}

/** Every request, the newest first. Makes no database where there is none. @throws HistoryFailure */
export async function readUnmatched(): Promise<UnmatchedContact[]> {
  if (!(await historyExists())) return [];
  const rows = await withDatabase((database) => database.getAll('unmatched'));
  return rows
    .flatMap((row) => {
      const parsed = v.safeParse(UnmatchedSchema, row);
      if (!parsed.success) console.warn(`Passed over a request in the history: ${parsed.issues[0].message}`);
      return parsed.success ? [parsed.output] : [];
    })
    .toReversed();
}

/** @throws HistoryFailure */
export async function eraseUnmatched({ day, at, endpoint }: UnmatchedContact): Promise<void> {
  await withDatabase((database) => database.delete('unmatched', [day, at, endpoint]));
  announceHistoryChange('unmatched');
}
