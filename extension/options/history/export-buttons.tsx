import { exportCsv } from '../../../src/history/csv.ts';
import { exportJson } from '../../../src/history/json-export.ts';
import { counted, text } from '../../ui/text.ts';
import { saveFile } from '../../ui/save-file.ts';
import { encoded } from './encoded.ts';
import type { HistoryList } from './history-list.ts';
import { today } from './use-history.ts';

/** Saves the entries that are shown: those of all pages of the table, not those that the filter leaves out. */
export function ExportButtons({ list }: { list: HistoryList }) {
  const { matches, unmatchedMatches, busy } = list;
  const shown = { entries: matches, unmatched: unmatchedMatches };
  const save = (kind: 'csv' | 'json') => {
    const now = Date.now();
    const name = `relying-party-history-${today(now)}.${kind}`;
    const pieces = kind === 'csv' ? exportCsv(shown) : exportJson(shown, now);
    void encoded(pieces).then((parts) =>
      saveFile(name, kind === 'csv' ? 'text/csv;charset=utf-8' : 'application/json', parts),
    );
  };
  const count = matches.length + unmatchedMatches.length;
  const nothing = busy || count === 0;
  return (
    <section class="history-export" aria-labelledby="history-export-title">
      <h3 id="history-export-title">{text('historyExportTitle')}</h3>
      <p>{counted('historyExportWhat', count)}</p>
      <p class="choices">
        <button type="button" class="button" disabled={nothing} onClick={() => save('csv')}>
          {text('historyExportCsv')}
        </button>
        <button type="button" class="button" disabled={nothing} onClick={() => save('json')}>
          {text('historyExportJson')}
        </button>
      </p>
    </section>
  );
}
