import { text } from '../../ui/text.ts';
import { usePreciseWatch } from '../overview/use-precise-watch.ts';

/** Firefox: whether the precise watch is on, and the way to where it is explained and switched. */
export function PreciseWatchSetting() {
  const state = usePreciseWatch();
  return (
    <section id="settings-precise-watch" aria-labelledby="settings-precise-watch-title">
      <h3 id="settings-precise-watch-title">{text('preciseWatchTitle')}</h3>
      {state !== 'unknown' && <p>{text(state === 'on' ? 'preciseWatchOn' : 'preciseWatchOff')}</p>}
      <p>
        <a href="#overview-precise-watch">{text('preciseWatchHint')}</a>
      </p>
    </section>
  );
}
