/** The bench's arithmetic: what every figure of docs/performance.md goes through. */
import { describe, expect, it } from 'vitest';
import { inRound, median, quantile, ratios } from '../../bench/stage/statistics.ts';

describe('median and quantile', () => {
  it('takes the middle, or the mean of the two in the middle', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
  });

  it('lies between ranks in proportion', () => {
    expect(quantile([0, 10, 20, 30, 40], 0.25)).toBe(10);
    expect(quantile([0, 10], 0.99)).toBeCloseTo(9.9);
  });
});

it('divides what was measured in the same round', () => {
  expect(ratios([2, 30], [1, 10])).toEqual([2, 3]);
});

describe('inRound', () => {
  const all = ['a', 'b', 'c'];

  it('takes each once a round, and lets each begin as often', () => {
    const rounds = Array.from({ length: 6 }, (_, round) => inRound(all, round));
    for (const round of rounds) expect(round.toSorted()).toEqual(all);
    expect(rounds.slice(0, 3).map(([first]) => first)).toEqual(['a', 'b', 'c']);
  });

  it('has none always follow the same', () => {
    const before = Array.from({ length: 6 }, (_, round) => {
      const order = inRound(all, round);
      return order[order.indexOf('b') - 1];
    });
    expect(new Set(before)).toEqual(new Set(['a', 'c', undefined]));
  });
});
