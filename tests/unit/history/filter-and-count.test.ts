import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { authorityKey } from '../../../src/history/authority.ts';
import { bars, countEntry, type DayCount } from '../../../src/history/count.ts';
import type { HistoryEntry } from '../../../src/history/entry.ts';
import { matcher, NO_FILTER } from '../../../src/history/filter.ts';
import { addDays } from '../../../src/history/local-day.ts';
import type { Answer } from '../../../src/exposure/exposure.ts';
import { ANSWERS } from '../../../src/exposure/page.ts';
import type { Issuer } from '../../../src/letsencrypt/issuer.ts';
import { ISSUER } from '../ui/sample-reports.ts';
import { arbitraryDay, arbitraryEntry } from './arbitrary-entry.ts';
import { NO_VIEWS, sampleEntry } from './sample-entry.ts';

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
    ['http://www.example.org', 'www.example.org', true],
    ['www.example.org/page', 'www.example.org', true],
    ['.org', 'www.example.org', true],
    ['-shop', 'my-shop.example', true],
    ['xn--bcher', 'xn--bcher-kva.example', true],
  ])('finds sites as they are typed: %s in %s: %s', (typed, site, found) => {
    expect(shows(typed, site)).toBe(found);
  });

  it('has its first and its last day in the period', () => {
    const period = matcher({ ...NO_FILTER, from: '2026-11-20', to: '2026-11-22' });
    const days = ['2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23'];
    expect(days.filter((day) => period(sampleEntry({ day })))).toEqual(days.slice(1, 4));
  });

  it.each<[Issuer, string]>([
    [ISSUER.letsEncrypt, 'lets-encrypt'],
    [{ ...ISSUER.letsEncrypt, authority: 'R13' }, 'lets-encrypt'],
    [ISSUER.staging, 'staging'],
    [ISSUER.claimed, 'claimed'],
    [ISSUER.local, 'local'],
    [{ is: 'unknown', why: 'not-seen' }, 'unknown'],
    [ISSUER.other, 'other:Example Trust Ltd'],
    [{ ...ISSUER.other, organization: null }, 'other:Example Trust TLS CA 1'],
    [{ is: 'other', authority: null, organization: null }, 'other:'],
  ])('tells CAs apart, but takes those of Let’s Encrypt together: %o', (issuer, key) => {
    expect(authorityKey(issuer)).toBe(key);
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
  const STANDS_FOR: Record<Answer, keyof DayCount> = {
    'own-site': 'asked',
    asked: 'asked',
    'may-have-asked': 'mayHaveAsked',
    'cannot-tell': 'rest',
    'probably-not-asked': 'rest',
    'no-lets-encrypt': 'rest',
  };

  it.each(ANSWERS)('take a site with the answer %s for what it is', (answer) => {
    const counts = new Map<string, DayCount>();
    const entry = sampleEntry({ views: { ...NO_VIEWS, [answer]: 3 } });
    countEntry(counts, entry);
    countEntry(counts, { ...entry, site: 'other.example' });
    const count = { asked: 0, mayHaveAsked: 0, rest: 0, [STANDS_FOR[answer]]: 2 };
    expect(counts.get(entry.day)).toEqual(count);
    expect(bars(counts, entry.day, entry.day)).toEqual([{ from: entry.day, to: entry.day, ...count }]);
  });

  it('are drawn a bar a day up to 62 days, and a bar a week above', () => {
    expect(bars(new Map(), '2026-01-01', addDays('2026-01-01', 61))).toHaveLength(62);
    const weeks = bars(new Map(), '2026-01-01', addDays('2026-01-01', 62));
    expect(weeks).toHaveLength(9);
    expect(weeks[0]).toMatchObject({ from: '2026-01-01', to: '2026-01-07' });
  });

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
