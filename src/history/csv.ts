/** The history as comma-separated values (RFC 4180). */
import type { Issuer } from '../letsencrypt/issuer.ts';
import { answerOf, viewsOf, type HistoryEntry, type RecordedContact } from './entry.ts';
import type { UnmatchedContact } from './unmatched.ts';

/** Names of the columns: fixed, whatever the language, so that a program can read the file. */
export const COLUMNS = [
  'day',
  'site',
  'answer',
  'page views',
  'first seen',
  'last seen',
  'issuers',
  'certificates (SHA-256)',
  'contacts',
] as const;

/**
 * The file in pieces, header line first, so that a page can make a long one without standing still. A request that no page
 * could be matched with is a record without a site, `unmatched` in the place of the answer.
 *
 * @param batch entries to a piece
 */
export function* exportCsv(
  { entries, unmatched }: { entries: readonly HistoryEntry[]; unmatched: readonly UnmatchedContact[] },
  batch = 500,
): Generator<string> {
  yield csvRecord(COLUMNS);
  yield* records(entries, cellsOf, batch);
  yield* records(unmatched, cellsOfUnmatched, batch);
}

function* records<T>(rows: readonly T[], cells: (row: T) => string[], batch: number): Generator<string> {
  for (let start = 0; start < rows.length; start += batch)
    yield rows
      .slice(start, start + batch)
      .map((row) => csvRecord(cells(row)))
      .join('');
}

/** One record with its line break (RFC 4180, 2.1). Every cell is made inert. */
export function csvRecord(cells: readonly string[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}

/**
 * Quoted where a comma, a quote or a line break demands it (RFC 4180, 2.6 and 2.7). Sites and CAs choose their names: a
 * spreadsheet takes a cell that begins with one of these characters for a formula, so an apostrophe goes before it
 * (https://owasp.org/www-community/attacks/CSV_Injection; the full-width forms count too).
 */
function cell(text: string): string {
  const inert = /^\s*[=+\-@\t\r\n＝＋－＠]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

function cellsOf(entry: HistoryEntry): string[] {
  return [
    entry.day,
    entry.site,
    answerOf(entry),
    String(viewsOf(entry)),
    instant(entry.firstAt),
    instant(entry.lastAt),
    entry.issuers.map(({ issuer }) => issuerText(issuer)).join('; '),
    entry.issuers.flatMap(({ certificates }) => certificates).join(' '),
    entry.contacts.map(contactText).join('; '),
  ];
}

function cellsOfUnmatched({ day, at, channel, endpoint, recipient, candidates }: UnmatchedContact): string[] {
  const about = candidates.length === 0 ? 'an unknown site' : candidates.join(' or ');
  const contact = `${instant(at)} ${channel} ${endpoint} by proxy-request to ${recipient} for ${about}`;
  return [day, '', 'unmatched', '', instant(at), instant(at), '', '', contact];
}

function issuerText(issuer: Issuer): string {
  switch (issuer.is) {
    case 'proven':
      return `Let's Encrypt ${issuer.authority} (proven, ${issuer.environment})`;
    case 'claimed':
    case 'local':
    case 'other':
      return `${issuer.authority ?? issuer.organization ?? 'nameless'} (${issuer.is})`;
    case 'unknown':
      return `unknown (${issuer.why})`;
  }
}

function contactText({ at, channel, endpoint, means, recipient, host }: RecordedContact): string {
  return `${instant(at)} ${channel} ${endpoint ?? 'endpoint unknown'} by ${means} to ${recipient} for ${host}`;
}

/** UTC (ISO 8601), unlike the day, which is the user's own. */
function instant(at: number): string {
  return new Date(at).toISOString();
}
