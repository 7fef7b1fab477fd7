import { useState } from 'preact/hooks';
import { HISTORY_DAYS, type SettingName, type Settings } from '../../../src/settings/settings.ts';
import { changeSettings } from '../../platform/settings.ts';
import { counted, text } from '../../ui/text.ts';
import { Dialog } from './dialog.tsx';

interface RecordingProps {
  settings: Settings;
  /** Settings that an administrator gave. */
  fixed: readonly SettingName[];
  /** Entries there are. */
  count: number;
  /** How many are older than a history of so many days would hold. */
  older: (days: number) => number;
  eraseAll: () => void;
}

/** Turning the history on and off, and how long it is kept. */
export function Recording({ settings, fixed, count, older, eraseAll }: RecordingProps) {
  const [asking, setAsking] = useState<'off' | (typeof HISTORY_DAYS)[number] | null>(null);
  const change = (part: Partial<Settings>) => {
    setAsking(null);
    void changeSettings(part);
  };
  return (
    <div class="history-recording">
      <label class="check">
        <input
          type="checkbox"
          role="switch"
          aria-checked={settings.history}
          checked={settings.history}
          disabled={fixed.includes('history')}
          onChange={({ currentTarget }) => {
            const { checked } = currentTarget;
            if (checked || count === 0) return change({ history: checked });
            // It is still on until the question is answered.
            currentTarget.checked = true;
            setAsking('off');
          }}
        />
        {text('historyRecord')}
      </label>
      <label class="field">
        {text('historyLength')}
        <select
          value={settings.historyDays}
          disabled={fixed.includes('historyDays')}
          onChange={({ currentTarget }) => {
            const days = HISTORY_DAYS.find((known) => String(known) === currentTarget.value);
            if (days === undefined) return;
            if (older(days) === 0) return change({ historyDays: days });
            currentTarget.value = String(settings.historyDays);
            setAsking(days);
          }}
        >
          {HISTORY_DAYS.map((days) => (
            <option key={days} value={days}>
              {counted('historyDays', days)}
            </option>
          ))}
        </select>
      </label>
      {(fixed.includes('history') || fixed.includes('historyDays')) && (
        <p class="aside">{text('settingFixed')}</p>
      )}
      {asking === 'off' && (
        <Dialog title={text('historyAskOff')} cancelled={() => setAsking(null)}>
          <p>{counted('historyAskOffWhat', count)}</p>
          <p class="choices">
            <button type="button" class="button" onClick={() => setAsking(null)}>
              {text('historyCancel')}
            </button>
            <button type="button" class="button" onClick={() => change({ history: false })}>
              {text('historyOffKeep')}
            </button>
            <button
              type="button"
              class="button primary"
              onClick={() => {
                change({ history: false });
                eraseAll();
              }}
            >
              {text('historyOffErase')}
            </button>
          </p>
        </Dialog>
      )}
      {typeof asking === 'number' && (
        <Dialog title={counted('historyAskShorter', asking)} cancelled={() => setAsking(null)}>
          <p>{counted('historyAskCount', older(asking))}</p>
          <p class="choices">
            <button type="button" class="button" onClick={() => setAsking(null)}>
              {text('historyCancel')}
            </button>
            <button type="button" class="button primary" onClick={() => change({ historyDays: asking })}>
              {text('historyShorter')}
            </button>
          </p>
        </Dialog>
      )}
    </div>
  );
}
