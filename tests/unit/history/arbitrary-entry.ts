/** Entries as any site and any clock could make them. */
import * as fc from 'fast-check';
import type { HistoryEntry, RecordedContact, SeenIssuer } from '../../../src/history/entry.ts';
import { addDays } from '../../../src/history/local-day.ts';
import type { UnmatchedContact } from '../../../src/history/unmatched.ts';
import type { Issuer } from '../../../src/letsencrypt/issuer.ts';

const time = fc.integer({ min: 0, max: 4_000_000_000_000 });
const count = fc.nat(1_000);
/** Names that strangers choose: formulas, quotes, line breaks, markup and the rest of Unicode. */
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"', ',', ' =', '＝'), fc.string())
    .map(([first, rest]) => first + rest),
);
const host = fc.oneof(fc.domain(), fc.ipV4(), fc.constantFrom('localhost', 'xn--bcher-kva.example'));
const sha256 = fc.stringMatching(/^[0-9a-f]{64}$/);
const name = fc.option(hostile);

export const arbitraryDay = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('2000-01-01', days));

export const arbitraryIssuer: fc.Arbitrary<Issuer> = fc.oneof(
  fc.record({
    is: fc.constant('proven' as const),
    authority: hostile,
    environment: fc.constantFrom('production' as const, 'staging' as const),
    proof: fc.oneof(
      fc.constant({ by: 'authority-key' as const }),
      fc.record({ by: fc.constant('root-key' as const), root: hostile }),
    ),
  }),
  fc.record({
    is: fc.constant('claimed' as const),
    authority: name,
    organization: name,
    why: fc.constantFrom('no-known-key' as const, 'signature-fails' as const),
    localRoot: fc.option(fc.boolean()),
  }),
  fc.record({ is: fc.constant('other' as const), authority: name, organization: name }),
  fc.record({ is: fc.constant('local' as const), authority: name, organization: name }),
  fc.record({ is: fc.constant('unknown' as const), why: fc.constantFrom('not-seen' as const) }),
);

export const arbitraryContact: fc.Arbitrary<RecordedContact> = fc.record({
  host,
  channel: fc.constantFrom('ocsp' as const, 'crl' as const, 'issuer' as const),
  endpoint: fc.option(hostile),
  at: time,
  means: fc.constantFrom('proxy-request' as const, 'web-request' as const, 'browser-report' as const),
  recipient: fc.constantFrom('lets-encrypt' as const, 'another' as const, 'unknown' as const),
});

const seenIssuer: fc.Arbitrary<SeenIssuer> = fc.record({
  issuer: arbitraryIssuer,
  since: time,
  certificates: fc.array(sha256, { maxLength: 3 }),
});

export const arbitraryEntry: fc.Arbitrary<HistoryEntry> = fc.record({
  day: arbitraryDay,
  site: host,
  firstAt: time,
  lastAt: time,
  views: fc.record({
    'own-site': count,
    asked: count,
    'may-have-asked': count,
    'cannot-tell': count,
    'probably-not-asked': count,
    'no-lets-encrypt': count,
  }),
  issuers: fc.array(seenIssuer, { minLength: 1, maxLength: 4 }),
  contacts: fc.array(arbitraryContact, { maxLength: 4 }),
  moreContacts: fc.boolean(),
});

export const arbitraryUnmatched: fc.Arbitrary<UnmatchedContact> = fc.record({
  day: arbitraryDay,
  at: time,
  channel: fc.constantFrom('ocsp' as const, 'crl' as const, 'issuer' as const),
  endpoint: hostile,
  recipient: fc.constantFrom('lets-encrypt' as const, 'another' as const, 'unknown' as const),
  candidates: fc.array(host, { maxLength: 3 }),
});
