import { useState } from 'preact/hooks';
import { bars } from '../../../src/history/count.ts';
import { addDays } from '../../../src/history/local-day.ts';
import { changeSettings } from '../../platform/settings.ts';
import { asHistoryFailure, type HistoryFailureReason } from '../../platform/history-failure.ts';
import { text } from '../../ui/text.ts';
import type { SectionProps } from '../section-props.ts';
import { Chart } from './chart.tsx';
import { ChartTable } from './chart-table.tsx';
import { EntriesTable } from './entries-table.tsx';
import { EraseDialog } from './erase-dialog.tsx';
import { EraseMore } from './erase-more.tsx';
import { concerns, concernsUnmatched, erase, type Erasure } from './erasure.ts';
import { ExportButtons } from './export-buttons.tsx';
import { Failures } from './failures.tsx';
import { Filters } from './filters.tsx';
import type { HistoryList } from './history-list.ts';
import { HistorySettings } from './history-settings.tsx';
import { Unmatched } from './unmatched.tsx';
import { useHistory } from './use-history.ts';

/** Certificates and contacts over time: off until turned on, kept on this device, erasable in every way. */
export function History({ settings, fixed, now }: SectionProps) {
  const list = useHistory(now, settings.historyDays);
  const [erasure, setErasure] = useState<Erasure | null>(null);
  const [failure, setFailure] = useState<HistoryFailureReason | null>(null);
  const { entries, unmatched, busy } = list;
  const holds = entries.length > 0 || unmatched.length > 0;
  const confirmed = async (what: Erasure) => {
    setErasure(null);
    try {
      await erase(what);
      setFailure(null);
      if (what.what === 'all') await list.reload();
      else {
        await list.remove(concerns(what));
        await list.refreshUnmatched();
      }
    } catch (error) {
      setFailure(asHistoryFailure(error).why);
    }
    // The button that had the focus may be gone.
    document.getElementById('history-result')?.focus();
  };
  return (
    <section id="history" aria-labelledby="history-title">
      <h2 id="history-title">{text('sectionHistory')}</h2>
      <p>{text('historyIntroduction')}</p>
      <p>{text('historyWhere')}</p>
      <div class="history-recording">
        <HistorySettings
          id="history-kept"
          settings={settings}
          fixed={fixed}
          change={(part) => void changeSettings(part)}
          eraseAll={() => void confirmed({ what: 'all' })}
        />
      </div>
      <Failures failure={failure ?? list.failure} now={now} eraseAll={() => setErasure({ what: 'all' })} />
      {!settings.history && holds && <p class="notice">{text('historyOffKept')}</p>}
      {holds && <Recorded list={list} ask={setErasure} />}
      {/* What could not be read may hold much: it is not said to be empty. */}
      {!holds && list.failure === null && (
        <output class="empty" id="history-result" tabIndex={-1}>
          {text(busy ? 'historyReading' : settings.history ? 'historyEmpty' : 'historyOff')}
        </output>
      )}
      {erasure !== null && (
        <EraseDialog
          erasure={erasure}
          count={
            entries.filter(concerns(erasure)).length + unmatched.filter(concernsUnmatched(erasure)).length
          }
          confirmed={() => void confirmed(erasure)}
          cancelled={() => setErasure(null)}
        />
      )}
    </section>
  );
}

function Recorded({ list, ask }: { list: HistoryList; ask: (erasure: Erasure) => void }) {
  const { entries, unmatched, unmatchedMatches, matches, counts, busy, filter } = list;
  const days = [...entries.slice(0, 1), ...entries.slice(-1), ...unmatched].map(({ day }) => day).toSorted();
  // The newest day comes first. Few days are drawn as part of a week.
  const to = filter.to ?? matches[0]?.day;
  const oldest = matches.at(-1)?.day;
  const week = to === undefined ? undefined : addDays(to, -6);
  const from = filter.from ?? (oldest !== undefined && week !== undefined && week < oldest ? week : oldest);
  const drawn = from === undefined || to === undefined || from > to ? [] : bars(counts, from, to);
  return (
    <>
      <Filters list={list} />
      {matches.length > 0 && (
        <>
          <Chart bars={drawn} />
          <ChartTable bars={drawn} />
        </>
      )}
      <EntriesTable list={list} ask={ask} />
      <Unmatched contacts={unmatchedMatches} ask={ask} />
      <ExportButtons list={list} />
      {!busy && (
        <EraseMore
          key={`${days[0]} ${days.at(-1)}`}
          oldest={days[0] ?? ''}
          newest={days.at(-1) ?? ''}
          ask={ask}
        />
      )}
    </>
  );
}
