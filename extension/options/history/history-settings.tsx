import { useState } from 'preact/hooks';
import { HISTORY_DAYS } from '../../../src/settings/settings.ts';
import { counted, text } from '../../ui/text.ts';
import { Checkbox } from '../settings/checkbox.tsx';
import { Choice } from '../settings/choice.tsx';
import type { SettingProps } from '../settings/setting-props.ts';
import { countToErase } from './count-to-erase.ts';
import { Dialog } from './dialog.tsx';
import { useHistoryLength } from './history-length.tsx';

interface HistorySettingsProps extends SettingProps {
  /** Of the switch; the page may show these settings in two places. */
  id: string;
  eraseAll: () => void;
}

/** Whether a history is kept and for how long. Where a change would cost entries, it waits for an answer. */
export function HistorySettings({ id, settings, fixed, change, eraseAll }: HistorySettingsProps) {
  // How many entries would be left behind, while it is asked what becomes of them.
  const [left, setLeft] = useState<number | null>(null);
  const { keepFor, question } = useHistoryLength({ settings, fixed, change });
  const cancel = () => setLeft(null);
  const turnOff = () => {
    setLeft(null);
    change({ history: false });
  };
  const turn = async (history: boolean) => {
    const count = history ? 0 : await countToErase(null);
    if (count > 0) setLeft(count);
    else change({ history });
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
      {left !== null && (
        <Dialog title={text('historyAskOff')} cancelled={cancel}>
          <p>{counted('historyAskOffWhat', left)}</p>
          <p class="choices">
            <button type="button" class="button" onClick={cancel}>
              {text('historyCancel')}
            </button>
            <button type="button" class="button" onClick={turnOff}>
              {text('historyOffKeep')}
            </button>
            <button
              type="button"
              class="button primary"
              onClick={() => {
                turnOff();
                eraseAll();
              }}
            >
              {text('historyOffErase')}
            </button>
          </p>
        </Dialog>
      )}
      {question}
    </>
  );
}
