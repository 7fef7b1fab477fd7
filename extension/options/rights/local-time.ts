/** Days and times as date fields hold them, in this device's time zone. */

/** `YYYY-MM-DD`. */
export function localDay(at: Date): string {
  return `${String(at.getFullYear()).padStart(4, '0')}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** `YYYY-MM-DDTHH:MM:SS`, what a field of type `datetime-local` holds; empty for null. */
export function localTime(at: number | null): string {
  if (at === null) return '';
  const date = new Date(at);
  return `${localDay(date)}T${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}

/** Milliseconds since the epoch; null: no time, or none that a field can hold. */
export function timeOf(local: string): number | null {
  const at = new Date(local).getTime();
  return Number.isNaN(at) || at < 0 || at >= Date.UTC(9999, 0, 1) ? null : at;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
