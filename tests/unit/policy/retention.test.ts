import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newestEdition } from '../../../src/policy/editions.ts';
import { recordEnd } from '../../../src/policy/retention.ts';

const { retention } = newestEdition().relyingParty;
const DAY = 24 * 60 * 60 * 1000;
const moment = fc.date({ min: new Date('2015-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
const days = fc.integer({ min: 1, max: 3650 });

describe('recordEnd', () => {
  it('ends a record within a week of the contact, at the same time of day', () => {
    const { normallyBefore } = recordEnd(retention, Date.parse('2026-11-22T14:02:00Z'));
    expect(new Date(normallyBefore).toISOString()).toBe('2026-11-29T14:02:00.000Z');
  });

  it('names the exceptions, which have no date', () => {
    expect(recordEnd(retention, 0).exceptions.map(({ reason, until }) => [reason, until])).toEqual([
      ['software-failures', 'investigation-ends'],
      ['abuse', 'investigation-ends'],
    ]);
  });

  it('counts whole days of 24 hours, across months, leap days and summer time', () => {
    fc.assert(
      fc.property(moment, days, (contact, limit) => {
        const { normallyBefore } = recordEnd(
          { normallyLessThanDays: limit, exceptions: [] },
          contact.getTime(),
        );
        expect(normallyBefore - contact.getTime()).toBe(limit * DAY);
      }),
    );
  });

  it('ends later contacts later, and longer limits later', () => {
    fc.assert(
      fc.property(moment, moment, days, (one, other, limit) => {
        const end = (at: Date, extra = 0) =>
          recordEnd({ normallyLessThanDays: limit + extra, exceptions: [] }, at.getTime()).normallyBefore;
        expect(Math.sign(end(one) - end(other))).toBe(Math.sign(one.getTime() - other.getTime()));
        expect(end(one, 1)).toBeGreaterThan(end(one));
      }),
    );
  });

  it('refuses what is no moment', () => {
    for (const nonsense of [NaN, Infinity, -Infinity, 8.64e15 + 1, 8.64e15])
      expect(() => recordEnd(retention, nonsense)).toThrow(RangeError);
  });
});
