/** Every edition of the policy that is publicly known, from the first to the newest, and what each changed. */
import type { Context } from '../context.ts';
import type { StatementId } from '../statements.ts';
import type { PastEdition } from './change.ts';
import { EDITIONS_SINCE_2021 } from './since-2021.ts';
import { EDITIONS_UNTIL_2020 } from './until-2020.ts';

/** Oldest first. */
export const POLICY_HISTORY: readonly PastEdition[] = [...EDITIONS_UNTIL_2020, ...EDITIONS_SINCE_2021];

/**
 * The history as far as it concerns one context, newest edition first, without editions that changed nothing for it.
 *
 * @param context null: everything
 */
export function changesFor(context: Context | null): PastEdition[] {
  return POLICY_HISTORY.toReversed()
    .map((edition) => ({
      ...edition,
      changes: edition.changes.filter(({ contexts }) => context === null || contexts.includes(context)),
    }))
    .filter(({ changes }) => changes.length > 0);
}

/** In which editions a statement changed after one edition, up to another (`YYYY-MM-DD`), oldest first. */
export function editionsThatChanged(statement: StatementId, after: string, upTo: string): PastEdition[] {
  return POLICY_HISTORY.filter(
    ({ id, changes }) =>
      id > after && id <= upTo && changes.some((change) => change.statements.includes(statement)),
  );
}

/** How many changes these editions brought together. */
export function countChanges(editions: readonly PastEdition[]): number {
  return editions.reduce((sum, { changes }) => sum + changes.length, 0);
}
