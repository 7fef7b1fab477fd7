import { describe, expect, it } from 'vitest';
import { ages, contradictions } from '../../../scripts/facts/ages.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 22);

describe('the facts', () => {
  it('do not contradict each other', () => {
    expect(contradictions(NOW)).toEqual([]);
  });

  it('grow older by the day, and each collection says where it is renewed', () => {
    const [first] = ages(NOW);
    expect(ages(NOW + 3 * DAY)[0]?.days).toBe((first?.days ?? 0) + 3);
    for (const { renewAt, file } of ages(NOW)) expect([renewAt, file]).not.toContain('');
  });

  it('cannot be of a day that lies ahead', () => {
    const before = Date.UTC(2020, 0, 1);
    expect(contradictions(before)).toHaveLength(ages(before).length);
  });
});
