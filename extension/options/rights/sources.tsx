import type { Source } from '../../../src/exposure/source.ts';
import { SourceLink } from '../../ui/source-link.tsx';

/** Where what stands above is written. */
export function Sources({ sources }: { sources: Source[] }) {
  return (
    <ul class="source">
      {sources.map((source, position) => (
        <li key={position}>
          <SourceLink source={source} />
        </li>
      ))}
    </ul>
  );
}
