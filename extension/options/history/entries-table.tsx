import { useEffect, useMemo, useState } from 'preact/hooks';
import { number } from '../../ui/locale.ts';
import { counted, text } from '../../ui/text.ts';
import { EntryRow } from './entry-row.tsx';
import type { Erasure } from './erasure.ts';
import type { HistoryList } from './history-list.ts';

/** Rows that are shown at a time: more would hold the page up, and nobody reads further without filtering. */
const ROWS = 50;

interface EntriesTableProps {
  list: HistoryList;
  ask: (erasure: Erasure) => void;
}

/** The matches, a page of rows at a time. */
export function EntriesTable({ list: { matches, busy, filter }, ask }: EntriesTableProps) {
  const [start, setStart] = useState(0);
  useEffect(() => setStart(0), [filter]);
  const first = start < matches.length ? start : 0;
  const count = Math.min(ROWS, matches.length - first);
  const rows = useMemo(() => matches.slice(first, first + count), [matches, first, count]);
  // While entries come in behind them, the rows that are shown stay as they are.
  const drawn = useMemo(
    () => rows.map((entry) => <EntryRow key={`${entry.day} ${entry.site}`} entry={entry} ask={ask} />),
    [rows, ask],
  );
  return (
    <>
      <output id="history-result" tabIndex={-1}>
        {busy ? text('historyReading') : counted('historyEntries', matches.length)}
      </output>
      {rows.length > 0 && (
        <table class="history-entries">
          <caption class="visually-hidden">{text('historyTable')}</caption>
          <thead>
            <tr>
              <th scope="col">{text('historyDay')}</th>
              <th scope="col">{text('historySite')}</th>
              <th scope="col">{text('historyIssuer')}</th>
              <th scope="col">{text('historyContacts')}</th>
              <th scope="col">{text('historyAnswer')}</th>
              <th scope="col">{text('historyErase')}</th>
            </tr>
          </thead>
          <tbody>{drawn}</tbody>
        </table>
      )}
      {matches.length > ROWS && (
        <nav class="pager" aria-label={text('historyPages')}>
          <button
            type="button"
            class="button"
            disabled={first === 0}
            onClick={() => setStart(Math.max(0, first - ROWS))}
          >
            {text('historyNewerRows')}
          </button>
          <span>
            {text('historyRows', number(first + 1), number(first + rows.length), number(matches.length))}
          </span>
          <button
            type="button"
            class="button"
            disabled={first + ROWS >= matches.length}
            onClick={() => setStart(first + ROWS)}
          >
            {text('historyOlderRows')}
          </button>
        </nav>
      )}
    </>
  );
}
