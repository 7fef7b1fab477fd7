import type { Reason } from '../../src/exposure/reason.ts';
import { inert } from '../ui/inert.ts';
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
      {byHost(reasons).map(({ host, list }) => (
        <div key={host}>
          {host !== null && <p class="about-host">{text('reasonsAbout', inert(host))}</p>}
          <ol>
            {list.map((reason, position) => (
              // Reasons have no identity of their own.
              <li key={position}>
                {sentence(reason, now)}
                <span class="source">
                  <SourceLink source={reason.source} />
                </span>
              </li>
            ))}
          </ol>
        </div>
      ))}
    </details>
  );
}

/** The reasons under the host that they are about; null: the page itself, which needs no name. */
function byHost(reasons: Reason[]): { host: string | null; list: Reason[] }[] {
  const groups: { host: string | null; list: Reason[] }[] = [];
  for (const reason of reasons) {
    const host = reason.about ?? null;
    const last = groups.at(-1);
    if (last?.host === host) last.list.push(reason);
    else groups.push({ host, list: [reason] });
  }
  return groups;
}
