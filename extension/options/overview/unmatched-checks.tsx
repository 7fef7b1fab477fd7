import { useEffect, useState } from 'preact/hooks';
import { onUnmatchedChanged, unmatchedChecks, type UnmatchedCheck } from '../../platform/unmatched-checks.ts';
import { endpointName } from '../../ui/endpoint-name.ts';
import { inert } from '../../ui/inert.ts';
import { alternatives, moment } from '../../ui/locale.ts';
import { text } from '../../ui/text.ts';

/** The checks that were seen leaving and could not be matched with a site, the latest first. */
export function UnmatchedChecks({ now }: { now: number }) {
  const checks = useUnmatchedChecks();
  if (checks === null) return null;
  if (checks.length === 0) return <p class="aside">{text('unmatchedNone')}</p>;
  return (
    <table class="unmatched">
      <caption>{text('unmatchedTitle')}</caption>
      <thead>
        <tr>
          <th scope="col">{text('unmatchedTime')}</th>
          <th scope="col">{text('unmatchedRecipient')}</th>
          <th scope="col">{text('unmatchedCandidates')}</th>
        </tr>
      </thead>
      <tbody>
        {checks.toReversed().map(({ at, endpoint, candidates }) => (
          <tr key={`${at} ${endpoint}`}>
            <td>{moment(at, now)}</td>
            <td>{endpointName(endpoint)}</td>
            <td>
              {candidates.length === 0
                ? text('unmatchedNobody')
                : alternatives(candidates.map((origin) => inert(new URL(origin).host)))}
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td colSpan={3}>{text('unmatchedWhat')}</td>
        </tr>
      </tfoot>
    </table>
  );
}

function useUnmatchedChecks(): UnmatchedCheck[] | null {
  const [checks, setChecks] = useState<UnmatchedCheck[] | null>(null);
  useEffect(() => {
    let over = false;
    const read = () => {
      unmatchedChecks().then(
        (known) => {
          if (!over) setChecks(known);
        },
        (error: unknown) => {
          console.warn('The list of unmatched checks could not be read.', error);
        },
      );
    };
    read();
    const unsubscribe = onUnmatchedChanged(read);
    return () => {
      over = true;
      unsubscribe();
    };
  }, []);
  return checks;
}
