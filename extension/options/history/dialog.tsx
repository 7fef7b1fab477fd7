import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface DialogProps {
  title: string;
  children: ComponentChildren;
  /** Escape was pressed. */
  cancelled: () => void;
}

/** A question over the page; the browser keeps the focus inside and gives it back when it closes. */
export function Dialog({ title, children, cancelled }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const { current } = dialog;
    current?.showModal();
    return () => current?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      class="question"
      aria-labelledby="question-title"
      onCancel={(event) => {
        event.preventDefault();
        cancelled();
      }}
    >
      <h3 id="question-title">{title}</h3>
      {children}
    </dialog>
  );
}
