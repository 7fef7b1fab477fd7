/** Pieces of the document. */
import type { BrowserKind } from '../../tests/browser/driver/driver.ts';
import type { Spread } from '../../tests/bench/stage/statistics.ts';

export const BROWSER_NAME = { firefox: 'Firefox', chromium: 'Chromium' } as const satisfies Record<
  BrowserKind,
  string
>;

export function table(head: string[], rows: string[][]): string[] {
  const line = (cells: string[]): string => `| ${cells.join(' | ')} |`;
  // The first column names, the others count.
  const rule = head.map((_, column) => (column === 0 ? '---' : '---:'));
  return [head, rule, ...rows].map(line);
}

/** A ratio with its middle half. */
export function times({ median, lower, upper }: Spread): string {
  return `${median.toFixed(2)} (${lower.toFixed(2)}–${upper.toFixed(2)})`;
}
