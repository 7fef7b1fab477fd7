import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, localDay } from '../../../src/history/local-day.ts';
import { oldestKeptDay } from '../../../src/history/prune.ts';
import { arbitraryDay } from './arbitrary-entry.ts';

describe('a day', () => {
  it.each([
    ['2026-11-22T23:30:00Z', 'Europe/Berlin', '2026-11-23'],
    ['2026-11-22T23:30:00Z', 'America/Los_Angeles', '2026-11-22'],
    ['2026-11-22T10:00:00Z', 'Pacific/Kiritimati', '2026-11-23'],
    ['2026-11-22T11:00:00Z', 'Pacific/Pago_Pago', '2026-11-22'],
    ['2026-03-29T00:59:00Z', 'Europe/Berlin', '2026-03-29'],
    ['2027-01-01T00:00:00Z', 'UTC', '2027-01-01'],
    ['2026-11-22T22:00:00Z', 'Asia/Kathmandu', '2026-11-23'],
  ])('is the one that the user lives: %s in %s', (at, zone, day) => {
    expect(localDay(Date.parse(at), zone)).toBe(day);
  });

  it('is counted over clock changes and leap years', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    fc.assert(
      fc.property(arbitraryDay, fc.integer({ min: -800, max: 800 }), (day, days) => {
        expect(daysBetween(day, addDays(day, days))).toBe(days);
        expect(addDays(day, days) > day).toBe(days > 0);
      }),
    );
  });

  it('is kept as long as chosen, today counted', () => {
    expect(oldestKeptDay('2026-11-22', 7)).toBe('2026-11-16');
    fc.assert(
      fc.property(arbitraryDay, fc.constantFrom(7, 30, 90, 365), (today, days) => {
        const kept = Array.from({ length: 400 }, (_, age) => addDays(today, -age)).filter(
          (day) => day >= oldestKeptDay(today, days),
        );
        expect(kept).toHaveLength(days);
      }),
    );
  });
});
