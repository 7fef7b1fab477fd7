import { counted, text } from '../../ui/text.ts';
import { Dialog } from './dialog.tsx';
import { question, type Erasure } from './erasure.ts';

interface EraseDialogProps {
  erasure: Erasure;
  /** Entries that would go. */
  count: number;
  confirmed: () => void;
  cancelled: () => void;
}

/** Erasing cannot be undone, so it is asked about, with what and how much. */
export function EraseDialog({ erasure, count, confirmed, cancelled }: EraseDialogProps) {
  return (
    <Dialog title={question(erasure)} cancelled={cancelled}>
      <p>{counted('historyAskCount', count)}</p>
      <p class="choices">
        <button type="button" class="button" onClick={cancelled}>
          {text('historyCancel')}
        </button>
        <button type="button" class="button primary" onClick={confirmed}>
          {text('historyEraseNow')}
        </button>
      </p>
    </Dialog>
  );
}
