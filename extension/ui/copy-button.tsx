import { useState } from 'preact/hooks';
import { text } from './text.ts';

/** Copies `content`; says so, or that it failed. `label` is the button's accessible name. */
export function CopyButton({ content, label }: { content: string; label: string }) {
  const [outcome, setOutcome] = useState<'copied' | 'failed' | null>(null);
  const copy = () => {
    navigator.clipboard.writeText(content).then(
      () => setOutcome('copied'),
      () => setOutcome('failed'),
    );
  };
  return (
    <>
      <button type="button" class="button small" aria-label={label} onClick={copy}>
        {text('copy')}
      </button>
      <output class="outcome">
        {outcome === 'copied' && text('copied')}
        {outcome === 'failed' && text('copyFailed')}
      </output>
    </>
  );
}
