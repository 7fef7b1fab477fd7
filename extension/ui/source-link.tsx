import type { Source } from '../../src/exposure/source.ts';
import { ExternalLink } from './external-link.tsx';
import { inert } from './inert.ts';
import { day } from './locale.ts';
import { text } from './text.ts';

/** Where a statement comes from: a link, or a short label where the source is a measurement or this visit. */
export function SourceLink({ source }: { source: Source }) {
  switch (source.kind) {
    case 'policy':
      return <ExternalLink href={source.url}>{text('sourcePolicy', day(source.edition))}</ExternalLink>;
    case 'page':
      return (
        <ExternalLink href={source.url}>{text('sourcePage', source.title, day(source.date))}</ExternalLink>
      );
    case 'rfc':
      return (
        <ExternalLink href={source.url}>
          {text('sourceRfc', String(source.number), source.section)}
        </ExternalLink>
      );
    case 'measured':
      return <span>{text('sourceMeasured', inert(source.browser), day(source.date))}</span>;
    case 'this-visit':
      return <span>{text('sourceThisVisit', inert(source.api))}</span>;
  }
}
