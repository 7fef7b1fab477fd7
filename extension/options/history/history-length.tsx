import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { oldestKeptDay } from '../../../src/history/prune.ts';
import type { HISTORY_DAYS } from '../../../src/settings/settings.ts';
import { counted, text } from '../../ui/text.ts';
import type { SettingProps } from '../settings/setting-props.ts';
import { countToErase } from './count-to-erase.ts';
import { Dialog } from './dialog.tsx';
import { today } from './use-history.ts';

type HistoryDays = (typeof HISTORY_DAYS)[number];

interface HistoryLength {
  /** Keeps the history for so many days; where that costs entries, once the question is answered. */
  keepFor: (days: HistoryDays) => Promise<void>;
  /** The question, while it is open. */
  question: VNode | null;
}

/** How long the history is kept. What makes the time shorter asks before it costs entries, wherever it was set. */
export function useHistoryLength({ settings, fixed, change }: SettingProps): HistoryLength {
  const [asked, setAsked] = useState<{ days: HistoryDays; count: number } | null>(null);
  const keepFor = async (days: HistoryDays) => {
    const shorter = days < settings.historyDays && !fixed.includes('historyDays');
    const count = shorter ? await countToErase(oldestKeptDay(today(Date.now()), days)) : 0;
    if (count > 0) setAsked({ days, count });
    else change({ historyDays: days });
  };
  const cancel = () => setAsked(null);
  const question = asked && (
    <Dialog title={counted('historyAskShorter', asked.days)} cancelled={cancel}>
      <p>{counted('historyAskCount', asked.count)}</p>
      <p class="choices">
        <button type="button" class="button" onClick={cancel}>
          {text('historyCancel')}
        </button>
        <button
          type="button"
          class="button primary"
          onClick={() => {
            setAsked(null);
            change({ historyDays: asked.days });
          }}
        >
          {text('historyShorter')}
        </button>
      </p>
    </Dialog>
  );
  return { keepFor, question };
}
