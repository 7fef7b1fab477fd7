import * as fc from 'fast-check';
import { parse } from 'valibot';
import { describe, expect, it } from 'vitest';
import { ANSWERS } from '../../../src/exposure/page.ts';
import { answerOf, CONTACTS, EntrySchema, ISSUERS, viewsOf } from '../../../src/history/entry.ts';
import type { HistoryEntry } from '../../../src/history/entry.ts';
import { lookOf, type Look } from '../../../src/history/look.ts';
import { merge } from '../../../src/history/merge.ts';
import { ISSUER, SAMPLE, ASKED_AT } from '../ui/sample-reports.ts';
import { arbitraryContact, arbitraryIssuer } from './arbitrary-entry.ts';

const DAY = '2026-11-22';
const AT = 1_800_000_000_000;

const arbitraryLook: fc.Arbitrary<Look> = fc.record({
  site: fc.constant('example.org'),
  answer: fc.constantFrom(...ANSWERS),
  issuer: arbitraryIssuer,
  certificate: fc.option(fc.constantFrom('a'.repeat(64), 'b'.repeat(64), 'c'.repeat(64))),
  contacts: fc.array(arbitraryContact, { maxLength: 30 }),
});

function look(more: Partial<Look> = {}): Look {
  return {
    site: 'example.org',
    answer: 'probably-not-asked',
    issuer: ISSUER.letsEncrypt,
    certificate: 'a'.repeat(64),
    contacts: [],
    ...more,
  };
}

/** Each as a view of its own, a second apart. */
function day(...looks: Look[]): HistoryEntry {
  const entry = looks.reduce<HistoryEntry | null>(
    (known, one, position) => merge(known, one, { day: DAY, at: AT + position * 1_000, before: null }),
    null,
  );
  if (entry === null) throw new Error('no look');
  return entry;
}

describe('a report', () => {
  it('gives the site, who issued, and each contact with its recipient', () => {
    expect(lookOf(SAMPLE.asked)).toMatchObject({
      site: 'example.org',
      answer: 'asked',
      issuer: ISSUER.letsEncrypt,
      certificate: 'ab'.repeat(32),
      contacts: [{ channel: 'ocsp', at: ASKED_AT, means: 'proxy-request', recipient: 'lets-encrypt' }],
    });
    expect(lookOf(SAMPLE.tried)?.contacts).toMatchObject([{ means: 'browser-report', at: ASKED_AT }]);
    expect(lookOf(SAMPLE.common)?.contacts).toEqual([]);
  });

  it('gives nothing where there is no site, no access, or no TLS and nothing to tell', () => {
    for (const report of [SAMPLE.notASite, SAMPLE.notVisible, SAMPLE.noAccess, SAMPLE.http])
      expect(lookOf(report)).toBeNull();
  });
});

describe('an entry', () => {
  it('counts each view once, by the last answer that it came to', () => {
    const first = day(look({ answer: 'cannot-tell' }));
    const settled = merge(first, look(), { day: DAY, at: AT + 1, before: 'cannot-tell' });
    expect(viewsOf(settled)).toBe(1);
    expect(answerOf(settled)).toBe('probably-not-asked');
  });

  it('has the strongest answer of the day', () => {
    expect(answerOf(day(look(), look({ answer: 'asked' }), look({ answer: 'no-lets-encrypt' })))).toBe(
      'asked',
    );
  });

  it('tells of each change of the issuer, and of no other', () => {
    const entry = day(look(), look({ certificate: 'b'.repeat(64) }), look({ issuer: ISSUER.other }), look());
    expect(entry.issuers.map(({ issuer }) => issuer.is)).toEqual(['proven', 'other', 'proven']);
    expect(entry.issuers[0]?.certificates).toEqual(['a'.repeat(64), 'b'.repeat(64)]);
    expect(entry.issuers[1]?.since).toBe(AT + 2_000);
  });

  it('takes an unseen certificate for no change', () => {
    const unseen = look({ issuer: { is: 'unknown', why: 'not-seen' }, certificate: null });
    expect(day(look(), unseen).issuers).toHaveLength(1);
    expect(day(unseen, look()).issuers.map(({ issuer }) => issuer.is)).toEqual(['proven']);
  });

  it('fits its schema, stays within its bounds and loses no view, whatever comes', () => {
    fc.assert(
      fc.property(fc.array(arbitraryLook, { minLength: 1, maxLength: 40 }), (looks) => {
        const entry = day(...looks);
        expect(parse(EntrySchema, entry)).toEqual(entry);
        expect(viewsOf(entry)).toBe(looks.length);
        expect(entry.issuers.length).toBeLessThanOrEqual(ISSUERS);
        expect(entry.contacts.length).toBeLessThanOrEqual(CONTACTS);
        const told = new Set(
          looks.flatMap(({ contacts }) => contacts).map((contact) => JSON.stringify(contact)),
        );
        expect(entry.moreContacts).toBe(told.size > CONTACTS);
        expect(ANSWERS.indexOf(answerOf(entry))).toBe(
          Math.min(...looks.map(({ answer }) => ANSWERS.indexOf(answer))),
        );
      }),
    );
  });

  it('takes the same report again without a change but the time', () => {
    fc.assert(
      fc.property(arbitraryLook, (one) => {
        const entry = day(one);
        const again = merge(entry, one, { day: DAY, at: AT + 5, before: one.answer });
        expect(again).toEqual({ ...entry, lastAt: AT + 5 });
      }),
    );
  });
});
