import * as fc from 'fast-check';
import { parse } from 'valibot';
import { describe, expect, it } from 'vitest';
import { ANSWERS } from '../../../src/exposure/page.ts';
import {
  answerOf,
  CERTIFICATES,
  CONTACTS,
  EntrySchema,
  ISSUERS,
  viewsOf,
} from '../../../src/history/entry.ts';
import type { HistoryEntry, RecordedContact } from '../../../src/history/entry.ts';
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

function ocspContact(number: number): RecordedContact {
  return {
    host: 'example.org',
    channel: 'ocsp',
    endpoint: `http://ye${number}.o.lencr.org/`,
    at: AT,
    means: 'proxy-request',
    recipient: 'lets-encrypt',
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

  it.each(ANSWERS)(
    'on a page without TLS gives nothing unless a host on it tells something: %s',
    (answer) => {
      const report = SAMPLE.http;
      if (report.kind !== 'http') throw new Error('not a page without TLS');
      const given = lookOf({ ...report, page: { ...report.page, answer } });
      expect(given?.answer ?? null).toBe(
        ['own-site', 'asked', 'may-have-asked'].includes(answer) ? answer : null,
      );
      expect(given?.certificate ?? null).toBeNull();
    },
  );

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

  it('keeps why the issuer is unknown as it was told last, until one is known', () => {
    const why = (reason: 'not-seen' | 'no-site-access') =>
      look({ issuer: { is: 'unknown', why: reason }, certificate: null });
    expect(day(why('not-seen'), why('no-site-access')).issuers).toMatchObject([
      { issuer: { why: 'no-site-access' }, since: AT },
    ]);
    expect(day(look(), why('not-seen')).issuers.map(({ issuer }) => issuer.is)).toEqual(['proven']);
  });

  it('takes an issuer for the same, in whatever order it is written', () => {
    const { is, authority, environment, proof } = ISSUER.letsEncrypt;
    const entry = day(look(), look({ issuer: { proof, environment, authority, is } }));
    expect(entry.issuers).toHaveLength(1);
  });

  it('is bounded: the latest issuers and certificates, the first contacts, and that there were more', () => {
    const hex = (number: number) => number.toString(16).padStart(64, '0');
    const renewed = day(
      ...Array.from({ length: CERTIFICATES + 2 }, (_, at) => look({ certificate: hex(at) })),
    );
    expect(renewed.issuers[0]?.certificates).toHaveLength(CERTIFICATES);
    expect(renewed.issuers[0]?.certificates.at(-1)).toBe(hex(CERTIFICATES + 1));
    const changed = day(
      ...Array.from({ length: ISSUERS + 2 }, (_, at) =>
        look({ issuer: at % 2 === 0 ? ISSUER.letsEncrypt : ISSUER.other, certificate: hex(at) }),
      ),
    );
    expect(changed.issuers).toHaveLength(ISSUERS);
    expect(changed.issuers.at(-1)?.certificates).toEqual([hex(ISSUERS + 1)]);
    const contacts = Array.from({ length: CONTACTS }, (_, at) => ocspContact(at));
    const full = day(look({ contacts }));
    expect(full).toMatchObject({ contacts, moreContacts: false });
    const over = merge(full, look({ contacts: [ocspContact(CONTACTS)] }), { day: DAY, at: AT, before: null });
    expect(over).toMatchObject({ contacts, moreContacts: true });
    expect(merge(over, look(), { day: DAY, at: AT, before: null }).moreContacts).toBe(true);
  });

  it.each(['host', 'channel', 'endpoint', 'at', 'means'] as const)(
    'tells contacts apart by their %s, and takes each once',
    (field) => {
      const other = {
        host: 'other.example',
        channel: 'crl' as const,
        endpoint: null,
        at: AT + 1,
        means: 'browser-report' as const,
      };
      const another = { ...ocspContact(0), [field]: other[field] };
      const entry = day(look({ contacts: [ocspContact(0)] }), look({ contacts: [ocspContact(0), another] }));
      expect(entry.contacts).toEqual([ocspContact(0), another]);
    },
  );

  it('loses no view where the earlier one was erased meanwhile', () => {
    const entry = merge(null, look(), { day: DAY, at: AT, before: 'cannot-tell' });
    expect(viewsOf(entry)).toBe(1);
    expect(entry.views['cannot-tell']).toBe(0);
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
