import { useState } from 'preact/hooks';
import { text } from '../../ui/text.ts';
import type { Erasure } from './erasure.ts';

interface EraseMoreProps {
  /** The oldest and the newest day there is, `YYYY-MM-DD`. */
  oldest: string;
  newest: string;
  ask: (erasure: Erasure) => void;
}

/** Erasing a period, or everything. */
export function EraseMore({ oldest, newest, ask }: EraseMoreProps) {
  const [from, setFrom] = useState(oldest);
  const [to, setTo] = useState(newest);
  const valid = from !== '' && from <= to;
  return (
    <form
      class="history-erase"
      aria-labelledby="history-erase-title"
      onSubmit={(event) => {
        event.preventDefault();
        if (valid) ask({ what: 'period', from, to });
      }}
    >
      <h3 id="history-erase-title">{text('historyEraseTitle')}</h3>
      <div class="row">
        <label class="field">
          {text('historyEraseFrom')}
          <input
            type="date"
            required
            value={from}
            onChange={({ currentTarget }) => setFrom(currentTarget.value)}
          />
        </label>
        <label class="field">
          {text('historyEraseTo')}
          <input
            type="date"
            required
            min={from}
            value={to}
            onChange={({ currentTarget }) => setTo(currentTarget.value)}
          />
        </label>
        <button type="submit" class="button">
          {text('historyErasePeriod')}
        </button>
        <button type="button" class="button" onClick={() => ask({ what: 'all' })}>
          {text('historyEraseAll')}
        </button>
      </div>
    </form>
  );
}
