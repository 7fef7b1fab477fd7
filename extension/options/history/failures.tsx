import { useEffect, useState } from 'preact/hooks';
import { failedWrite, type FailedWrite, type HistoryFailureReason } from '../../platform/history-failure.ts';
import { moment } from '../../ui/locale.ts';
import { text, type PlainKey } from '../../ui/text.ts';

const WORDS = {
  full: 'historyFull',
  newer: 'historyNewerRelease',
  unavailable: 'historyUnavailable',
} as const satisfies Record<HistoryFailureReason, PlainKey>;

interface FailuresProps {
  /** Why the history cannot be read or erased; null: it can. */
  failure: HistoryFailureReason | null;
  /** When the page was opened, milliseconds since the epoch. */
  now: number;
  eraseAll: () => void;
}

/** What went wrong with the history, here or when the background last wrote to it. */
export function Failures({ failure, now, eraseAll }: FailuresProps) {
  const [failed, setFailed] = useState<FailedWrite | null>(null);
  useEffect(() => {
    failedWrite().then(setFailed, () => setFailed(null));
  }, []);
  if (failure === null && failed === null) return null;
  return (
    <div class="notice" role="alert">
      {failure !== null && <p>{text(WORDS[failure])}</p>}
      {failure === null && failed !== null && (
        <p>
          {text('historyNotRecorded', moment(failed.at, now))} {text(WORDS[failed.why])}
        </p>
      )}
      {failure !== null && (
        <button type="button" class="button" onClick={eraseAll}>
          {text('historyEraseAll')}
        </button>
      )}
    </div>
  );
}
