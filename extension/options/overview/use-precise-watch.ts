/**
 * Whether the precise watch is on.
 *
 * Life: unknown until the browser has answered; then always current, since the permission can be given and lost at any
 * time, here or in the browser's list of add-ons.
 */
import { useEffect, useState } from 'preact/hooks';
import { hasPreciseWatch, onPreciseWatchChanged } from '../../platform/permissions.ts';

export type WatchState = 'on' | 'off' | 'unknown';

export function usePreciseWatch(): WatchState {
  const [state, setState] = useState<WatchState>('unknown');
  useEffect(() => {
    let over = false;
    hasPreciseWatch().then(
      (held) => {
        if (!over) setState(held ? 'on' : 'off');
      },
      (error: unknown) => {
        console.warn('The browser did not tell which permissions are given.', error);
      },
    );
    const unsubscribe = onPreciseWatchChanged((held) => setState(held ? 'on' : 'off'));
    return () => {
      over = true;
      unsubscribe();
    };
  }, []);
  return state;
}
