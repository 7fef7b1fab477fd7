/** The editions known to this version of the program, and which of them to speak of. */
import type { PolicyEdition } from './edition.ts';
import { edition20210307 } from './editions/2021-03-07.ts';
import { edition20260706 } from './editions/2026-07-06.ts';

/** Oldest first. */
export const EDITIONS: readonly PolicyEdition[] = [edition20210307, edition20260706];

/** The edition with the latest date: the newest known to this version, which need not be the newest there is. */
export function newestEdition(): PolicyEdition {
  return edition20260706;
}

/**
 * The edition that was public at a moment: from its publication (not from the date that it bears, which is up to
 * two days earlier) until the next one's.
 *
 * @param at milliseconds since the epoch
 * @returns null before 2021-03-08 and between 2022-03-14 and 2026-07-08, when editions were in force whose facts this
 *   program does not hold: an older or a later text would promise what was not promised then.
 */
export function editionInForce(at: number): PolicyEdition | null {
  const known = EDITIONS.find((edition) => {
    const end = edition.supersededAt === null ? Infinity : Date.parse(edition.supersededAt);
    return at >= Date.parse(edition.publishedAt) && at < end;
  });
  return known ?? null;
}
