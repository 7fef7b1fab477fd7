import { useEffect, useState } from 'preact/hooks';
import { mayAskCompanion, onCompanionChanged } from '../../platform/companion.ts';

/** Whether the extension may talk to the companion, also when that changes; null: not known yet. */
export function useCompanionPermission(): boolean | null {
  const [allowed, setAllowed] = useState<boolean | null>(null);
  useEffect(() => {
    void mayAskCompanion().then(setAllowed);
    return onCompanionChanged(setAllowed);
  }, []);
  return allowed;
}
