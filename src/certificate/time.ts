/** Time (RFC 5280, 4.1.2.5): UTCTime `YYMMDDHHMMSSZ` or GeneralizedTime `YYYYMMDDHHMMSSZ`, nothing else. */
import { UnreadableCertificate } from './certificate.ts';
import { contentOf, type Element } from './der.ts';

const UTC_TIME = 0x17;
const GENERALIZED_TIME = 0x18;
const FORM = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/;

/** RFC 5280, 4.1.2.5.1: two-digit years from 50 on are of the 20th century. */
function century(text: string): string {
  return Number(text.slice(0, 2)) >= 50 ? '19' : '20';
}

/**
 * Reads a Time.
 *
 * @returns ISO 8601, UTC, whole seconds: `2026-07-06T00:00:00Z`.
 * @throws UnreadableCertificate `bad-time`, also for a day or an hour that no calendar has.
 */
export function readTime(element: Element): string {
  const text = String.fromCharCode(...contentOf(element).subarray(0, 32));
  const digits =
    element.tag === UTC_TIME
      ? century(text) + text
      : element.tag === GENERALIZED_TIME
        ? text
        : 'neither kind of time';
  const parts = FORM.exec(digits);
  const iso = parts ? `${parts[1]}-${parts[2]}-${parts[3]}T${parts[4]}:${parts[5]}:${parts[6]}Z` : '';
  const date = new Date(iso);
  // A date that does not exist is moved to the next month by Date, or refused.
  if (Number.isNaN(date.getTime()) || date.toISOString().replace('.000Z', 'Z') !== iso) {
    throw new UnreadableCertificate('bad-time', `${JSON.stringify(text)} is not a time that RFC 5280 allows`);
  }
  return iso;
}
