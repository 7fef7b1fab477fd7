import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COLUMNS, csvRecord, exportCsv } from '../../../src/history/csv.ts';
import {
  EXPORT_VERSION,
  exportJson,
  readExport,
  UnreadableExport,
} from '../../../src/history/json-export.ts';
import { arbitraryEntry, arbitraryUnmatched } from './arbitrary-entry.ts';

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
