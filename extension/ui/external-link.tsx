import type { ComponentChildren } from 'preact';
import { text } from './text.ts';

/** A link to a fixed page of the web, in a new tab. Anything but an https address stays plain text. */
export function ExternalLink({ href, children }: { href: string; children: ComponentChildren }) {
  if (!href.startsWith('https://')) return <span>{children}</span>;
  return (
    <a class="external" href={href} target="_blank" rel="noopener noreferrer">
      {children}
      <span class="arrow" aria-hidden="true">
        {'\u00A0↗'}
      </span>
      <span class="visually-hidden">{text('opensSite', new URL(href).host)}</span>
    </a>
  );
}
