import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COLUMNS, csvRecord, exportCsv } from '../../../src/history/csv.ts';
import {
  EXPORT_VERSION,
  exportJson,
  readExport,
  UnreadableExport,
} from '../../../src/history/json-export.ts';
import type { Issuer } from '../../../src/letsencrypt/issuer.ts';
import { ISSUER } from '../ui/sample-reports.ts';
import { arbitraryEntry, arbitraryUnmatched } from './arbitrary-entry.ts';
import { NO_VIEWS, sampleEntry } from './sample-entry.ts';

/** A reader of RFC 4180 by the letter: lines end in CRLF, a quoted field holds anything, quotes are doubled. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let rest = text;
  while (rest !== '') {
    const field = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/.exec(rest);
    if (field === null) throw new Error(`Not RFC 4180 at: ${rest.slice(0, 60)}`);
    rows.at(-1)?.push(field[1]?.replaceAll('""', '"') ?? field[2] ?? '');
    if (field[3] !== ',') rows.push([]);
    rest = rest.slice(field[0].length);
  }
  return rows.slice(0, -1);
}

/** The records of a file, without the header line. */
function csvOf(given: Partial<Parameters<typeof exportCsv>[0]>): string[][] {
  return readCsv([...exportCsv({ entries: [], unmatched: [], ...given })].join('')).slice(1);
}

const FORMULA = /^\s*[=+\-@\t\r\n＝＋－＠]/u;

describe('the export to CSV', () => {
  it('is RFC 4180 and holds no formula, whatever the names', () => {
    fc.assert(
      fc.property(
        fc.array(arbitraryEntry, { maxLength: 5 }),
        fc.array(arbitraryUnmatched, { maxLength: 5 }),
        fc.integer({ min: 1, max: 3 }),
        (entries, unmatched, batch) => {
          const rows = readCsv([...exportCsv({ entries, unmatched }, batch)].join(''));
          expect(rows).toHaveLength(entries.length + unmatched.length + 1);
          for (const row of rows) expect(row).toHaveLength(COLUMNS.length);
          expect(rows.flat().filter((cell) => FORMULA.test(cell))).toEqual([]);
          expect(rows.slice(1).map(([day, site]) => [day, site])).toEqual([
            ...entries.map(({ day, site }) => [day, site]),
            ...unmatched.map(({ day }) => [day, '']),
          ]);
          expect(rows.slice(entries.length + 1).map((row) => row[2])).toEqual(
            unmatched.map(() => 'unmatched'),
          );
        },
      ),
    );
  });

  it('says of an entry when, which answer, who issued and every contact', () => {
    const entry = sampleEntry({
      views: { ...NO_VIEWS, asked: 2, 'cannot-tell': 1 },
      issuers: [
        { issuer: ISSUER.letsEncrypt, since: 1, certificates: ['a'.repeat(64), 'b'.repeat(64)] },
        { issuer: ISSUER.other, since: 2, certificates: ['c'.repeat(64)] },
      ],
      contacts: [
        {
          host: 'example.org',
          channel: 'ocsp',
          endpoint: 'http://ye1.o.lencr.org/',
          at: Date.UTC(2026, 10, 22, 14, 2, 3),
          means: 'proxy-request',
          recipient: 'lets-encrypt',
        },
        {
          host: 'cdn.example',
          channel: 'ocsp',
          endpoint: null,
          at: Date.UTC(2026, 10, 22, 14, 2, 4),
          means: 'browser-report',
          recipient: 'unknown',
        },
      ],
    });
    expect(csvOf({ entries: [entry] })).toEqual([
      [
        '2026-11-22',
        'example.org',
        'asked',
        '3',
        '2026-11-22T14:02:00.000Z',
        '2026-11-22T15:03:00.000Z',
        "Let's Encrypt YE1 (proven, production); Example Trust TLS CA 1 (other)",
        `${'a'.repeat(64)} ${'b'.repeat(64)} ${'c'.repeat(64)}`,
        '2026-11-22T14:02:03.000Z ocsp http://ye1.o.lencr.org/ by proxy-request to lets-encrypt for example.org; 2026-11-22T14:02:04.000Z ocsp endpoint unknown by browser-report to unknown for cdn.example',
      ],
    ]);
  });

  it.each<[Issuer, string]>([
    [ISSUER.staging, "Let's Encrypt (STAGING) Yonder Yam YE1 (proven, staging)"],
    [ISSUER.claimed, 'R3 (claimed)'],
    [ISSUER.local, 'Office Proxy CA (local)'],
    [{ is: 'other', authority: null, organization: 'Example Trust Ltd' }, 'Example Trust Ltd (other)'],
    [{ is: 'other', authority: null, organization: null }, 'nameless (other)'],
    [{ is: 'unknown', why: 'not-seen' }, 'unknown (not-seen)'],
  ])('names an issuer with what is known of it: %o', (issuer, text) => {
    const [row] = csvOf({ entries: [sampleEntry({ issuers: [{ issuer, since: 1, certificates: [] }] })] });
    expect(row?.[6]).toBe(text);
  });

  it.each([
    [[], 'an unknown site'],
    [['a.example'], 'a.example'],
    [['a.example', 'b.example'], 'a.example or b.example'],
  ])('says which sites an unmatched request may have been about: %j', (candidates, about) => {
    const request = {
      day: '2026-11-22',
      at: Date.UTC(2026, 10, 22, 14, 2),
      channel: 'ocsp' as const,
      endpoint: 'http://ye1.o.lencr.org/',
      recipient: 'lets-encrypt' as const,
      candidates,
    };
    const at = '2026-11-22T14:02:00.000Z';
    const contact = `${at} ocsp http://ye1.o.lencr.org/ by proxy-request to lets-encrypt for ${about}`;
    expect(csvOf({ unmatched: [request] })).toEqual([
      ['2026-11-22', '', 'unmatched', '', at, at, '', '', contact],
    ]);
  });

  it('quotes a cell only where it has to be', () => {
    expect(csvRecord(['plain text', 'a,b', 'say "so"', 'two\nlines', ''])).toBe(
      'plain text,"a,b","say ""so""","two\nlines",\r\n',
    );
  });

  it('comes in pieces of so many entries', () => {
    const entries = [sampleEntry(), sampleEntry(), sampleEntry(), sampleEntry()];
    expect([...exportCsv({ entries, unmatched: [] }, 2)]).toHaveLength(3);
  });

  it('leaves a harmless cell as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const [row] = readCsv(csvRecord([text, 'end']));
        expect(row).toEqual([FORMULA.test(text) ? `'${text}` : text, 'end']);
      }),
    );
  });
});

describe('the export to JSON', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(
        fc.array(arbitraryEntry, { maxLength: 5 }),
        fc.array(arbitraryUnmatched, { maxLength: 5 }),
        fc.integer({ min: 0, max: 4_000_000_000_000 }),
        fc.integer({ min: 1, max: 3 }),
        (entries, unmatched, exportedAt, batch) => {
          const text = [...exportJson({ entries, unmatched }, exportedAt, batch)].join('');
          expect(readExport(text)).toEqual({ exportedAt, entries, unmatched, dropped: 0 });
        },
      ),
    );
  });

  it('of version 1, which knew no unmatched requests, is read as it is', () => {
    fc.assert(
      fc.property(fc.array(arbitraryEntry, { maxLength: 3 }), (entries) => {
        const exportedAt = '2026-11-22T14:05:00.000Z';
        const text = JSON.stringify({ format: 'relying-party-history', version: 1, exportedAt, entries });
        expect(readExport(text)).toEqual({
          exportedAt: Date.parse(exportedAt),
          entries,
          unmatched: [],
          dropped: 0,
        });
      }),
    );
  });

  it('leaves out an entry that does not fit, and says so', () => {
    fc.assert(
      fc.property(arbitraryEntry, (entry) => {
        const text = JSON.stringify({
          format: 'relying-party-history',
          version: EXPORT_VERSION,
          exportedAt: '2026-11-22T14:05:00.000Z',
          entries: [entry, { ...entry, issuers: [] }, null, { ...entry, day: 'yesterday' }],
          unmatched: [{ day: entry.day }],
        });
        expect(readExport(text)).toMatchObject({ entries: [entry], unmatched: [], dropped: 4 });
      }),
    );
  });

  it.each([
    ['not-json', 'day,site'],
    ['not-a-history', '{"format":"something else"}'],
    ['not-a-history', 'null'],
    [
      'newer-version',
      `{"format":"relying-party-history","version":${EXPORT_VERSION + 1},"exportedAt":"2026-11-22T14:05:00.000Z","entries":[]}`,
    ],
  ] as const)('refuses what it cannot read: %s', (why, text) => {
    expect(() => readExport(text)).toThrow(UnreadableExport);
    expect(() => readExport(text)).toThrow(why);
  });
});
