/** What this popup may do with the companion. */
import type { Target } from '../../src/companion/target.ts';
import { CompanionPort, type Looked } from '../platform/companion-port.chromium.ts';
import { browser } from '../platform/browser.ts';
import { canConnect, lookByCompanion, mayAskCompanion, requestCompanion } from '../platform/companion.ts';
import type { CompanionAccess } from './companion.tsx';

/**
 * Whether the user allowed it; null: there is no companion here, in Firefox and in private windows.
 *
 * @param privately the popup is about a private tab
 */
export async function companionAllowed(privately: boolean): Promise<boolean | null> {
  // Written out: the constant `isFirefox` would leave the imports in Firefox's build.
  if (import.meta.env.MODE === 'firefox' || privately) return null;
  return mayAskCompanion();
}

export function companionAccess(tabId: number, allowed: boolean): CompanionAccess | null {
  if (import.meta.env.MODE === 'firefox') return null;
  return {
    allowed,
    request: requestCompanion,
    look: () => lookByCompanion(tabId, askHere),
    extensionId: browser.runtime.id,
  };
}

/** Asks from this popup. One that was open when the permission was given cannot either: it begins anew. */
async function askHere(target: Target): Promise<Looked> {
  if (!canConnect()) {
    location.reload();
    return new Promise(() => {});
  }
  return new CompanionPort().look(target);
}
