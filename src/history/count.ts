/** Entries counted over time, for the chart. */
import { answerOf, type HistoryEntry } from './entry.ts';
import { addDays, daysBetween } from './local-day.ts';

/** Sites of one stretch of days, by whether Let's Encrypt was asked. */
export interface Bar {
  /** First and last day, `YYYY-MM-DD`. */
  from: string;
  to: string;
  asked: number;
  mayHaveAsked: number;
  rest: number;
}

/** Entries of single days: a site that was visited on two days counts twice. */
export type DayCount = Pick<Bar, 'asked' | 'mayHaveAsked' | 'rest'>;

/** Takes an entry into the counts of its day. */
export function countEntry(counts: Map<string, DayCount>, entry: HistoryEntry): void {
  const count = counts.get(entry.day) ?? { asked: 0, mayHaveAsked: 0, rest: 0 };
  counts.set(entry.day, count);
  switch (answerOf(entry)) {
    case 'own-site':
    case 'asked':
      count.asked += 1;
      break;
    case 'may-have-asked':
      count.mayHaveAsked += 1;
      break;
    case 'cannot-tell':
    case 'probably-not-asked':
    case 'no-lets-encrypt':
      count.rest += 1;
  }
}

/** A bar a day up to two months, a bar a week above. */
const DAILY = 62;

/**
 * Bars without gaps from one day to another: of a day each, or of seven where the stretch is long; the last may be
 * shorter.
 *
 * @param from first day, `YYYY-MM-DD`
 * @param to last day, not before `from`
 */
export function bars(counts: ReadonlyMap<string, DayCount>, from: string, to: string): Bar[] {
  const length = daysBetween(from, to) + 1;
  const width = length > DAILY ? 7 : 1;
  return Array.from({ length: Math.ceil(length / width) }, (_, position) => {
    const first = addDays(from, position * width);
    const last = addDays(from, Math.min((position + 1) * width, length) - 1);
    return barOf(counts, first, last);
  });
}

function barOf(counts: ReadonlyMap<string, DayCount>, from: string, to: string): Bar {
  const bar: Bar = { from, to, asked: 0, mayHaveAsked: 0, rest: 0 };
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const count = counts.get(day);
    bar.asked += count?.asked ?? 0;
    bar.mayHaveAsked += count?.mayHaveAsked ?? 0;
    bar.rest += count?.rest ?? 0;
  }
  return bar;
}
