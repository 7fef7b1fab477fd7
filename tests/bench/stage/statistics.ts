/** Medians, and ratios of what was measured in pairs. */

/** The middle of the values, NaN of none. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** Linear between the two nearest ranks; NaN of no values. `share`: 0 to 1. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const below = sorted[Math.floor(at)] ?? NaN;
  const above = sorted[Math.ceil(at)] ?? NaN;
  return below + (above - below) * (at - Math.floor(at));
}

/** A figure with its middle half. */
export interface Spread {
  median: number;
  lower: number;
  upper: number;
}

export function spread(values: readonly number[]): Spread {
  return { median: median(values), lower: quantile(values, 0.25), upper: quantile(values, 0.75) };
}

/** What was measured in the same round, divided: whatever slowed a whole round falls out. */
export function ratios(values: readonly number[], references: readonly number[]): number[] {
  return values.map((value, round) => value / (references[round] ?? NaN));
}

/** Each round begins with another one, and every second runs backwards, so that none always follows the same. */
export function inRound<T>(all: readonly T[], round: number): T[] {
  const start = round % all.length;
  const turned = [...all.slice(start), ...all.slice(0, start)];
  return Math.floor(round / all.length) % 2 === 0 ? turned : turned.toReversed();
}
