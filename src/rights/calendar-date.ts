/** Days of the calendar without a time or a time zone, as `YYYY-MM-DD`. */

/** `YYYY-MM-DD`; years 0001 to 9999. */
export type CalendarDate = string;

const DAY = 86_400_000;

/**
 * Midnight UTC of the day, milliseconds since the epoch.
 *
 * @throws RangeError when it is no day of the calendar
 */
export function utcOf(date: CalendarDate): number {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  // Some engines take 30 February for a day in March.
  if (Number.isNaN(at) || dateOf(at) !== date) throw new RangeError(`No day of the calendar: ${date}`);
  return at;
}

/** The day in UTC of a moment, milliseconds since the epoch. */
export function dateOf(at: number): CalendarDate {
  return new Date(at).toISOString().slice(0, 10);
}

/** The day that many days later. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return dateOf(utcOf(date) + days * DAY);
}

/** The same day of the month that many months later, or that month's last day where it has no such day. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const start = new Date(utcOf(date));
  const [year, month] = [start.getUTCFullYear(), start.getUTCMonth() + months];
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return dateOf(Date.UTC(year, month, Math.min(start.getUTCDate(), lastDay)));
}

/** 0 is Sunday, 6 is Saturday. */
export function weekday(date: CalendarDate): number {
  return new Date(utcOf(date)).getUTCDay();
}
