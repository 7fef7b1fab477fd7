import { useState } from 'preact/hooks';
import { giveBackPreciseWatch, requestPreciseWatch } from '../../platform/permissions.ts';
import { text } from '../../ui/text.ts';
import { UnmatchedChecks } from './unmatched-checks.tsx';
import { usePreciseWatch } from './use-precise-watch.ts';

/** Firefox: what the precise watch is and wants, its state, and the way to turn it on and off. */
export function PreciseWatch({ now }: { now: number }) {
  const state = usePreciseWatch();
  const [outcome, setOutcome] = useState<'refused' | 'kept' | null>(null);
  const turnOn = () => {
    // The browser asks the person only while the click is being handled: nothing may be awaited before this call.
    requestPreciseWatch().then(
      (given) => setOutcome(given ? null : 'refused'),
      () => setOutcome('refused'),
    );
  };
  const turnOff = () => {
    giveBackPreciseWatch().then(
      (removed) => setOutcome(removed ? null : 'kept'),
      () => setOutcome('kept'),
    );
  };
  return (
    <section class="precise-watch" aria-labelledby="overview-precise-watch">
      <h3 id="overview-precise-watch">{text('preciseWatchTitle')}</h3>
      <p>{text('preciseWatchWhat')}</p>
      {state !== 'on' && <p>{text('preciseWatchPermission')}</p>}
      {state !== 'unknown' && (
        <p>
          <output>{text(state === 'on' ? 'preciseWatchOn' : 'preciseWatchOff')}</output>{' '}
          {state === 'on' ? (
            <button type="button" class="button" onClick={turnOff}>
              {text('preciseWatchTurnOff')}
            </button>
          ) : (
            <button type="button" class="button primary" onClick={turnOn}>
              {text('preciseWatchTurnOn')}
            </button>
          )}
        </p>
      )}
      <output class="outcome">
        {outcome === 'refused' && text('preciseWatchRefused')}
        {outcome === 'kept' && text('preciseWatchKept')}
      </output>
      {state === 'on' && <UnmatchedChecks now={now} />}
    </section>
  );
}
