import { text } from '../ui/text.ts';

/** The background did not answer. */
export function Failure({ onRetry }: { onRetry: () => void }) {
  return (
    <section class="failure">
      <p role="alert">{text('noAnswer')}</p>
      <p class="aside">{text('noAnswerWhatToDo')}</p>
      <button type="button" class="button" onClick={onRetry}>
        {text('retry')}
      </button>
    </section>
  );
}
