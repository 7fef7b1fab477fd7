import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, dateOf, utcOf, weekday } from '../../../src/rights/calendar-date.ts';
import { isPast, replyDates } from '../../../src/rights/deadline.ts';

/** Days of four centuries, month ends and leap days far more often than chance would bring them. */
const days = fc
  .oneof(
    fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2300, 0, 1) }),
    fc
      .tuple(fc.integer({ min: 1900, max: 2299 }), fc.integer({ min: 1, max: 12 }))
      .map(([year, month]) => Date.UTC(year, month, 0)),
  )
  .map(dateOf);

const isWeekend = (date: string) => [0, 6].includes(weekday(date));

describe('the orientation date for a reply', () => {
  it.each([
    // Received, due, the month's own date where it was moved.
    ['2026-03-05', '2026-04-06', '2026-04-05'], // a Sunday
    ['2026-03-04', '2026-04-06', '2026-04-04'], // a Saturday
    ['2026-11-23', '2026-12-23', null],
    ['2026-08-31', '2026-09-30', null], // September has 30 days
    ['2027-01-31', '2027-03-01', '2027-02-28'], // a Sunday
    ['2024-01-31', '2024-02-29', null], // a leap year
    ['2023-01-30', '2023-02-28', null],
    ['2026-11-25', '2026-12-28', '2026-12-25'], // Christmas Day, a Friday
    ['2026-12-01', '2027-01-04', '2027-01-01'], // New Year's Day, a Friday
  ])('received %s: %s', (received, date, movedFrom) => {
    expect(replyDates(received).due).toEqual({ date, movedFrom });
  });

  it('is three months after receipt when extended, not two after the first date', () => {
    expect(replyDates('2026-03-05').extended).toEqual({ date: '2026-06-05', movedFrom: null });
    expect(replyDates('2026-11-30').extended).toEqual({ date: '2027-03-01', movedFrom: '2027-02-28' });
  });

  it('is always a working day, on or at most four days after the same day of the month', () => {
    fc.assert(
      fc.property(days, (received) => {
        for (const [months, { date, movedFrom }] of [
          [1, replyDates(received).due],
          [3, replyDates(received).extended],
        ] as const) {
          const own = addMonths(received, months);
          expect(isWeekend(date)).toBe(false);
          expect(['01-01', '12-25']).not.toContain(date.slice(5));
          expect(movedFrom).toBe(date === own ? null : own);
          expect((utcOf(date) - utcOf(own)) / 86_400_000).toBeGreaterThanOrEqual(0);
          expect((utcOf(date) - utcOf(own)) / 86_400_000).toBeLessThanOrEqual(4);
        }
      }),
    );
  });

  it('never gets earlier for a later receipt', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 400 }), (received, later) => {
        expect(replyDates(addDays(received, later)).due.date >= replyDates(received).due.date).toBe(true);
      }),
    );
  });

  it('has passed only on the day after it', () => {
    const { due } = replyDates('2026-11-23');
    expect(isPast(due, '2026-12-23')).toBe(false);
    expect(isPast(due, '2026-12-24')).toBe(true);
  });
});

describe('months', () => {
  it('keep the day, or end on the last day of a shorter month', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 24 }), (date, months) => {
        const later = addMonths(date, months);
        const [day, laterDay] = [Number(date.slice(8)), Number(later.slice(8))];
        const count = (value: string) => Number(value.slice(0, 4)) * 12 + Number(value.slice(5, 7));
        expect(count(later) - count(date)).toBe(months);
        const endsItsMonth = addDays(later, 1).endsWith('01');
        expect(laterDay === day || (laterDay < day && endsItsMonth)).toBe(true);
      }),
    );
  });

  it.each(['2026-02-29', '2026-13-01', '2026-1-1', '', 'tomorrow'])('refuse %j, which is no day', (date) => {
    expect(() => addMonths(date, 1)).toThrow(RangeError);
  });
});
