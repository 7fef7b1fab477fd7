/** Letters for tests. */
import * as fc from 'fast-check';
import {
  emptyRequest,
  LETTER_RIGHTS,
  RESTRICTION_POINTS,
  type LetterFrame,
  type LetterRequest,
  type LetterRight,
} from '../../../src/rights/letter-request.ts';

export const REQUESTED = LETTER_RIGHTS;

export const FRAME: LetterFrame = {
  operator: 'Internet Security Research Group',
  address: 'privacy@abetterinternet.org',
  reference: 'RP-7K3M-Q9TX',
  date: '2026-11-22',
  logDays: 7,
};

export const CONTACT = {
  channel: 'ocsp',
  host: 'ye1.o.lencr.org',
  at: Date.UTC(2026, 10, 22, 13, 2, 5),
} as const;

/** Everything filled in, whether this right needs it or not. */
export function filledRequest(right: LetterRight, changes: Partial<LetterRequest> = {}): LetterRequest {
  return {
    ...emptyRequest(right, [CONTACT]),
    ipAddress: '203.0.113.7',
    identifier: 'me@example.org',
    inaccurate: 'the browser',
    correct: 'another browser',
    restriction: 'a',
    grounds: 'my situation',
    ...changes,
  };
}

const anyContact = fc.record({
  channel: fc.constantFrom('ocsp' as const, 'crl' as const, 'issuer' as const),
  host: fc.oneof(fc.domain(), fc.constant(''), fc.string()),
  at: fc.option(fc.integer({ min: 0, max: Date.UTC(2100, 0, 1) })),
});

/** Whatever may stand in the fields. */
export const anyRequest: fc.Arbitrary<LetterRequest> = fc.record({
  right: fc.constantFrom(...REQUESTED),
  context: fc.constantFrom('relying-party', 'subscriber', 'visitor'),
  contacts: fc.array(anyContact, { minLength: 1, maxLength: 3 }),
  ipAddress: fc.oneof(fc.ipV4(), fc.ipV6(), fc.constant(''), fc.string()),
  identifier: fc.string(),
  site: fc.option(fc.oneof(fc.domain(), fc.string())),
  inaccurate: fc.string(),
  correct: fc.string(),
  restriction: fc.option(fc.constantFrom(...RESTRICTION_POINTS)),
  marketing: fc.boolean(),
  grounds: fc.string(),
  name: fc.string(),
  returnAddress: fc.string(),
});
