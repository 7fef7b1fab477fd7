import { useEffect, useState } from 'preact/hooks';
import { takeVisit, type HandedVisit } from '../../platform/handover.ts';

/** `none`: the page was opened without a key. */
export type Handed = { state: 'none' | 'awaited' } | { state: 'taken'; visit: HandedVisit | null };

/**
 * The visit that the popup handed over with this page's address, `?visit=KEY`. The key is of no further use, and goes
 * from the address. One that is unknown, or was used before, gives no visit.
 */
export function useHandedVisit(): Handed {
  const [key] = useState(() => new URLSearchParams(location.search).get('visit'));
  const [handed, setHanded] = useState<Handed>({ state: key === null ? 'none' : 'awaited' });
  useEffect(() => {
    if (key === null) return;
    history.replaceState(history.state, '', `${location.pathname}${location.hash}`);
    takeVisit(key).then(
      (visit) => setHanded({ state: 'taken', visit }),
      (error: unknown) => {
        console.warn('The visit could not be taken over.', error);
        setHanded({ state: 'taken', visit: null });
      },
    );
  }, [key]);
  return handed;
}
