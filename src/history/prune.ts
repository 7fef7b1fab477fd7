/** How long entries are kept. */
import { addDays } from './local-day.ts';

/**
 * The oldest day that is kept, today counted: of 7 days, today and the six before it.
 *
 * @param today `YYYY-MM-DD`
 * @param days the chosen length
 */
export function oldestKeptDay(today: string, days: number): string {
  return addDays(today, 1 - days);
}
