import { useState } from 'preact/hooks';
import { oldestKeptDay } from '../../../src/history/prune.ts';
import { HISTORY_DAYS, type Settings } from '../../../src/settings/settings.ts';
import { countEntries } from '../../platform/history-database.ts';
import { counted, text } from '../../ui/text.ts';
import { Checkbox } from '../settings/checkbox.tsx';
import { Choice } from '../settings/choice.tsx';
import type { SettingProps } from '../settings/setting-props.ts';
import { Dialog } from './dialog.tsx';
import { today } from './use-history.ts';

type HistoryDays = (typeof HISTORY_DAYS)[number];

/** What would be lost, in entries. */
type Question = { about: 'off'; count: number } | { about: 'days'; days: HistoryDays; count: number };

interface HistorySettingsProps extends SettingProps {
  /** Of the switch; the page may show these settings in two places. */
  id: string;
  eraseAll: () => void;
}

/** Whether a history is kept and for how long. Where a change would cost entries, it waits for an answer. */
export function HistorySettings({ id, settings, fixed, change, eraseAll }: HistorySettingsProps) {
  const [question, setQuestion] = useState<Question | null>(null);
  const cancel = () => setQuestion(null);
  const answer = (part: Partial<Settings>) => {
    setQuestion(null);
    change(part);
  };
  const turn = async (history: boolean) => {
    const count = history ? 0 : await entries(null);
    if (count > 0) setQuestion({ about: 'off', count });
    else change({ history });
  };
  const keepFor = async (days: HistoryDays) => {
    const count = days < settings.historyDays ? await entries(oldestKeptDay(today(Date.now()), days)) : 0;
    if (count > 0) setQuestion({ about: 'days', days, count });
    else change({ historyDays: days });
  };
  return (
    <>
      <Checkbox
        id={id}
        label={text('settingHistory')}
        description={text('settingHistoryNote')}
        checked={settings.history}
        fixed={fixed.includes('history')}
        onChange={(history) => void turn(history)}
      />
      <Choice
        id={`${id}-days`}
        label={text('settingHistoryDays')}
        options={HISTORY_DAYS.map((days) => ({ value: String(days), label: counted('settingDays', days) }))}
        value={String(settings.historyDays)}
        fixed={fixed.includes('historyDays')}
        onChange={(value) => {
          const days = HISTORY_DAYS.find((known) => String(known) === value);
          if (days !== undefined) void keepFor(days);
        }}
      />
      {question?.about === 'off' && (
        <Dialog title={text('historyAskOff')} cancelled={cancel}>
          <p>{counted('historyAskOffWhat', question.count)}</p>
          <p class="choices">
            <button type="button" class="button" onClick={cancel}>
              {text('historyCancel')}
            </button>
            <button type="button" class="button" onClick={() => answer({ history: false })}>
              {text('historyOffKeep')}
            </button>
            <button
              type="button"
              class="button primary"
              onClick={() => {
                answer({ history: false });
                eraseAll();
              }}
            >
              {text('historyOffErase')}
            </button>
          </p>
        </Dialog>
      )}
      {question?.about === 'days' && (
        <Dialog title={counted('historyAskShorter', question.days)} cancelled={cancel}>
          <p>{counted('historyAskCount', question.count)}</p>
          <p class="choices">
            <button type="button" class="button" onClick={cancel}>
              {text('historyCancel')}
            </button>
            <button
              type="button"
              class="button primary"
              onClick={() => answer({ historyDays: question.days })}
            >
              {text('historyShorter')}
            </button>
          </p>
        </Dialog>
      )}
    </>
  );
}

/** A history that cannot be read is no reason to keep it on. */
function entries(before: string | null): Promise<number> {
  return countEntries(before).catch(() => 0);
}
