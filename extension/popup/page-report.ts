/**
 * The life of the report on the screen: born `loading`, or `ready` with an early answer; `ready` with the first answer; replaced by the answer to each
 * later request, which every change announced by the background sets off; `failed` when the background refuses or
 * stays silent before there was any; `loading` again on a retry. It dies with the page and nothing of it is stored.
 */
import { useCallback, useLayoutEffect, useState } from 'preact/hooks';
import type { PageReport } from '../../src/exposure/exposure.ts';

export type ReportState = { phase: 'loading' } | { phase: 'failed' } | { phase: 'ready'; report: PageReport };

/** Where reports on one tab come from. */
export interface ReportSource {
  /** A report that was there before anything was drawn. */
  early?: PageReport | null;
  request(): Promise<PageReport>;
  /** Calls back whenever the report may have changed; what it returns ends that. */
  onChanged(callback: () => void): () => void;
}

/** A worker that has to start first answers well within this; milliseconds. */
const PATIENCE = 5000;

/** The report of `source`, kept current, and a way to ask again. */
export function usePageReport(source: ReportSource): { state: ReportState; retry: () => void } {
  const { early = null } = source;
  const [state, setState] = useState<ReportState>(
    early === null ? { phase: 'loading' } : { phase: 'ready', report: early },
  );
  const [attempt, setAttempt] = useState(0);

  // Before the first frame: an ordinary effect waits until it is painted.
  useLayoutEffect(() => {
    let over = false;
    let asked = 0;
    let shown = 0;
    // Only the wait may end in failure: what is on the screen already stays.
    const fail = () => {
      if (!over) setState((before) => (before.phase === 'ready' ? before : { phase: 'failed' }));
    };
    const ask = () => {
      asked += 1;
      const turn = asked;
      source.request().then((report) => {
        // Answers may come out of turn: an older one never replaces a newer one.
        if (over || turn < shown) return;
        shown = turn;
        setState({ phase: 'ready', report });
      }, fail);
    };
    const timer = setTimeout(fail, PATIENCE);
    const unsubscribe = source.onChanged(ask);
    if (early === null || attempt > 0) ask();
    return () => {
      over = true;
      clearTimeout(timer);
      unsubscribe();
    };
  }, [source, attempt, early]);

  const retry = useCallback(() => {
    setState((before) => (before.phase === 'failed' ? { phase: 'loading' } : before));
    setAttempt((before) => before + 1);
  }, []);
  return { state, retry };
}
