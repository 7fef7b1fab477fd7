/** Days of the calendar, `YYYY-MM-DD`, in the user's time zone. They compare as texts. */

const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * The day that it is at a moment somewhere.
 *
 * @param at milliseconds since the epoch
 * @param timeZone IANA name, `Europe/Berlin`
 * @throws RangeError for a time zone that does not exist
 */
export function localDay(at: number, timeZone: string): string {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'iso8601',
      numberingSystem: 'latn',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    // To make one takes longer than to use it.
    formats.set(timeZone, format);
  }
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  return [parts['year']?.padStart(4, '0'), parts['month'], parts['day']].join('-');
}

/** `days` days after a day; before it when negative. Days of the calendar have no hours, so no clock change matters. */
export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** Days from one day to another; 0 for the same, negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
