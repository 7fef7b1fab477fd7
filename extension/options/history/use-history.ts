import { useEffect, useMemo, useReducer } from 'preact/hooks';
import { localDay } from '../../../src/history/local-day.ts';
import { oldestKeptDay } from '../../../src/history/prune.ts';
import { onHistoryChanged } from '../../platform/history-changes.ts';
import { pruneHistory } from '../../platform/history-database.ts';
import { HistoryList } from './history-list.ts';

/** The day that `at` (milliseconds since the epoch) falls on for this user. */
export function today(at: number): string {
  return localDay(at, Intl.DateTimeFormat().resolvedOptions().timeZone);
}

/**
 * The list, filled and kept current; its owner is rendered again when it changes. What is older than `days` is erased
 * first: the background may not have run since it grew too old.
 */
export function useHistory(now: number, days: number): HistoryList {
  const [, render] = useReducer((count: number) => count + 1, 0);
  const list = useMemo(() => new HistoryList(() => render(undefined)), []);
  useEffect(() => {
    void pruneHistory(oldestKeptDay(today(now), days))
      // What stands in the way stands in the way of reading too, and is said there.
      .catch(() => undefined)
      .then(() => list.reload());
    return () => list.stop();
  }, [list, now, days]);
  useEffect(
    () =>
      onHistoryChanged((change) => {
        if (change === 'erased') void list.reload();
        else void (change === 'unmatched' ? list.refreshUnmatched() : list.refresh(change));
      }),
    [list],
  );
  return list;
}
