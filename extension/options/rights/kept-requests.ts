import { useEffect, useState } from 'preact/hooks';
import { loadRequests, onRequestsChanged, type KeptRequests } from '../../platform/requests.ts';

/**
 * The noted requests, kept current; `awaited` until they are read. What was dropped stays told after later readings,
 * which no longer find it.
 */
export function useRequests(): KeptRequests | 'awaited' | 'failed' {
  const [kept, setKept] = useState<KeptRequests | 'awaited' | 'failed'>('awaited');
  useEffect(() => {
    let over = false;
    const read = async () => {
      try {
        const loaded = await loadRequests();
        if (over) return;
        setKept((before) => ({
          ...loaded,
          corrupt: loaded.corrupt + (typeof before === 'object' ? before.corrupt : 0),
        }));
      } catch (error) {
        console.warn('The noted requests could not be read.', error);
        if (!over) setKept('failed');
      }
    };
    const start = async () => {
      await read();
      return over ? null : onRequestsChanged(() => void read());
    };
    const watching = start().catch(() => null);
    return () => {
      over = true;
      void watching.then((end) => end?.());
    };
  }, []);
  return kept;
}
