import type { ComponentChildren } from 'preact';

/** One of the steps; the list numbers them. */
export function Step({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <li>
      <h2>{title}</h2>
      {children}
    </li>
  );
}
