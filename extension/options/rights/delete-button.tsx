import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { text } from '../../ui/text.ts';

interface DeleteButtonProps {
  /** The button's accessible name. */
  label: string;
  question: string;
  onDelete: () => void;
  children: ComponentChildren;
}

/** Deletes after a second click. The focus goes to the answer that changes nothing, and back. */
export function DeleteButton({ label, question, onDelete, children }: DeleteButtonProps) {
  const [asking, setAsking] = useState(false);
  const keep = useRef<HTMLButtonElement>(null);
  const ask = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (asking) keep.current?.focus();
  }, [asking]);
  if (!asking) {
    return (
      <button type="button" class="button small" aria-label={label} ref={ask} onClick={() => setAsking(true)}>
        {children}
      </button>
    );
  }
  return (
    <fieldset class="sure">
      <legend>{question}</legend>
      <button
        type="button"
        class="button small"
        onClick={() => {
          setAsking(false);
          onDelete();
        }}
      >
        {text('sureDelete')}
      </button>
      <button
        type="button"
        class="button small"
        ref={keep}
        onClick={() => {
          setAsking(false);
          // The button is there again after this rendering.
          requestAnimationFrame(() => ask.current?.focus());
        }}
      >
        {text('sureKeep')}
      </button>
    </fieldset>
  );
}
