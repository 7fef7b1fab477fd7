import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { authorityKey } from '../../../src/history/authority.ts';
import { bars, countEntry, type DayCount } from '../../../src/history/count.ts';
import type { HistoryEntry } from '../../../src/history/entry.ts';
import { matcher, NO_FILTER } from '../../../src/history/filter.ts';
import { addDays } from '../../../src/history/local-day.ts';
import { arbitraryDay, arbitraryEntry } from './arbitrary-entry.ts';

const entries = fc.array(arbitraryEntry, { minLength: 1, maxLength: 20 });
const [sample] = fc.sample(arbitraryEntry, { numRuns: 1, seed: 1 });

function shows(typed: string, site: string): boolean {
  return matcher({ ...NO_FILTER, site: typed })({ ...(sample as HistoryEntry), site });
}

describe('the filter', () => {
  it('shows everything until something is asked for', () => {
    const shown = fc.sample(arbitraryEntry, 50).filter(matcher(NO_FILTER));
    expect(shown).toHaveLength(50);
  });

  it.each([
    ['EXAMPLE.org', 'www.example.org', true],
    [' example ', 'www.example.org', true],
    ['Bücher.example', 'xn--bcher-kva.example', true],
    ['https://www.example.org:8443/page', 'www.example.org', true],
    ['.net', 'www.example.org', false],
  ])('finds sites as they are typed: %s in %s: %s', (typed, site, found) => {
    expect(shows(typed, site)).toBe(found);
  });

  it('shows a CA, contacts and a period, each exactly', () => {
    fc.assert(
      fc.property(arbitraryEntry, arbitraryEntry, arbitraryDay, (entry, other, day) => {
        const authority = authorityKey((other.issuers[0] ?? entry.issuers[0])!.issuer);
        expect(matcher({ ...NO_FILTER, authority })(entry)).toBe(
          entry.issuers.some(({ issuer }) => authorityKey(issuer) === authority),
        );
        expect(matcher({ ...NO_FILTER, contactsOnly: true })(entry)).toBe(entry.contacts.length > 0);
        expect(matcher({ ...NO_FILTER, from: day })(entry)).toBe(entry.day >= day);
        expect(matcher({ ...NO_FILTER, to: day })(entry)).toBe(entry.day <= day);
      }),
    );
  });
});

describe('the counts', () => {
  it('lose no entry and leave no day out', () => {
    fc.assert(
      fc.property(entries, arbitraryDay, fc.integer({ min: 1, max: 400 }), (some, from, length) => {
        const to = addDays(from, length - 1);
        const within = some.map((entry, position) => ({
          ...entry,
          day: addDays(from, (position * 37) % length),
        }));
        const counts = new Map<string, DayCount>();
        for (const entry of within) countEntry(counts, entry);
        const drawn = bars(counts, from, to);
        expect(
          drawn.reduce((sum, { asked, mayHaveAsked, rest }) => sum + asked + mayHaveAsked + rest, 0),
        ).toBe(some.length);
        expect(drawn[0]?.from).toBe(from);
        expect(drawn.at(-1)?.to).toBe(to);
        expect(drawn.slice(1).map((bar) => bar.from)).toEqual(
          drawn.slice(0, -1).map((bar) => addDays(bar.to, 1)),
        );
        expect(drawn.length).toBeLessThanOrEqual(62);
      }),
    );
  });
});
