import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOverdue, readRequest, type SentRequest } from '../../../src/rights/request.ts';

const REQUEST: SentRequest = {
  version: 1,
  reference: 'RP-7K3M-Q9TX',
  right: 'access',
  sent: '2026-10-22',
  contacts: [{ channel: 'ocsp', host: 'ye1.o.lencr.org', at: 1_800_000_000_000 }],
  state: 'sent',
  notes: '',
};

describe('a kept request', () => {
  it('comes back as it was', () => {
    expect(readRequest(JSON.parse(JSON.stringify(REQUEST)))).toEqual({ kind: 'request', request: REQUEST });
  });

  it.each([
    ['a day that does not exist', { sent: '2026-02-30' }],
    ['an unknown state', { state: 'lost' }],
    ['a complaint, which is no letter', { right: 'complaint' }],
    ['another reference', { reference: '<b>1</b>' }],
    ['a time that no date can hold', { contacts: [{ ...REQUEST.contacts[0], at: 8.64e15 + 1 }] }],
    ['a time before all dates', { contacts: [{ ...REQUEST.contacts[0], at: -8.64e15 - 1 }] }],
    ['more than belongs there', { site: 'example.org' }],
  ])('with %s is corrupt', (_, change) => {
    expect(readRequest({ ...REQUEST, ...change }).kind).toBe('corrupt');
  });

  it('of a later version is not taken for a corrupt one', () => {
    expect(readRequest({ version: 2, anything: true }).kind).toBe('newer');
  });

  it('never breaks the reading', () => {
    fc.assert(
      fc.property(fc.anything(), (stored) => {
        expect(['corrupt', 'newer']).toContain(readRequest(stored).kind);
      }),
    );
  });

  it('is overdue after its date while a reply is awaited, and not once there is one', () => {
    // A month later is a Sunday: the Monday is still in time.
    expect(isOverdue(REQUEST, '2026-11-23')).toBe(false);
    expect(isOverdue(REQUEST, '2026-11-24')).toBe(true);
    expect(isOverdue({ ...REQUEST, state: 'no-answer' }, '2026-11-24')).toBe(true);
    expect(isOverdue({ ...REQUEST, state: 'answered' }, '2026-11-24')).toBe(false);
  });
});
