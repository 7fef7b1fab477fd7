import { countEntries } from '../../platform/history-database.ts';

/**
 * How many entries a change would cost. A history that cannot be read is no reason to keep it on.
 *
 * @param before only those of earlier days than this one; null: all
 */
export function countToErase(before: string | null): Promise<number> {
  return countEntries(before).catch(() => 0);
}
