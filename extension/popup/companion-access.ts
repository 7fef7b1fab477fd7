/** What this popup may do with the companion. */
import { browser } from '../platform/browser.ts';
import { lookByCompanion, mayAskCompanion, requestCompanion } from '../platform/companion.ts';
import type { CompanionAccess } from './companion.tsx';

/** Whether the user allowed it; null: there is no companion here, in Firefox and in private windows. */
export async function companionAllowed(): Promise<boolean | null> {
  // Written out: the constant `isFirefox` would leave the imports in Firefox's build.
  if (import.meta.env.MODE === 'firefox' || browser.extension.inIncognitoContext) return null;
  return mayAskCompanion();
}

export function companionAccess(tabId: number, allowed: boolean): CompanionAccess | null {
  if (import.meta.env.MODE === 'firefox') return null;
  return {
    allowed,
    request: requestCompanion,
    look: () => lookByCompanion(tabId),
    extensionId: browser.runtime.id,
  };
}
