/** How old the facts are. */

/** The day up to which the policy, its translations and the pages beside it were read, `YYYY-MM-DD`. */
export const POLICY_FACTS_AS_OF = '2026-08-21';

const YEAR = 365 * 86_400_000;

/**
 * Whether facts are more than a year old, so that a newer edition of the policy, or newer CAs, may well exist.
 *
 * @param asOf the day of the facts, `YYYY-MM-DD`
 * @param now milliseconds since the epoch
 */
export function factsAreOld(asOf: string, now: number): boolean {
  return now - Date.parse(asOf) > YEAR;
}
