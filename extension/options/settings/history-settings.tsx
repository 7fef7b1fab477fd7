import { HISTORY_DAYS } from '../../../src/settings/settings.ts';
import { counted, text } from '../../ui/text.ts';
import { Checkbox } from './checkbox.tsx';
import { Choice } from './choice.tsx';
import type { SettingProps } from './setting-props.ts';

/** Whether a history is kept and for how long. */
export function HistorySettings({ settings, fixed, change }: SettingProps) {
  return (
    <>
      <Checkbox
        id="setting-history"
        label={text('settingHistory')}
        description={text('settingHistoryNote')}
        checked={settings.history}
        fixed={fixed.includes('history')}
        onChange={(history) => change({ history })}
      />
      <Choice
        id="setting-history-days"
        label={text('settingHistoryDays')}
        options={HISTORY_DAYS.map((days) => ({ value: String(days), label: counted('settingDays', days) }))}
        value={String(settings.historyDays)}
        fixed={fixed.includes('historyDays')}
        onChange={(value) => {
          const historyDays = HISTORY_DAYS.find((days) => String(days) === value);
          if (historyDays !== undefined) change({ historyDays });
        }}
      />
    </>
  );
}
