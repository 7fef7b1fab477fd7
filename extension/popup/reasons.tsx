import type { Reason } from '../../src/exposure/reason.ts';
import { sentence } from '../ui/sentence.ts';
import { SourceLink } from '../ui/source-link.tsx';
import { counted, text } from '../ui/text.ts';

/** Why the answer is what it is, each reason with its source, one step away from the answer. */
export function Reasons({ reasons, now, open }: { reasons: Reason[]; now: number; open: boolean }) {
  if (reasons.length === 0) return null;
  return (
    <details class="reasons" open={open}>
      <summary>
        {text('howWeKnow')} <span class="count">{counted('reasonCount', reasons.length)}</span>
      </summary>
      <ol>
        {reasons.map((reason, position) => (
          // Reasons have no identity of their own: the same one may stand for two hosts.
          <li key={position}>
            {sentence(reason, now)}
            <span class="source">
              <SourceLink source={reason.source} />
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}
