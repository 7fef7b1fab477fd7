/** What this popup may do with the companion. */
import { browser } from '../platform/browser.ts';
import {
  canConnect,
  lookByCompanion,
  mayAskCompanion,
  noteWish,
  requestCompanion,
  takeWish,
} from '../platform/companion.ts';
import { runErrands } from '../platform/companion-errands.chromium.ts';
import type { CompanionAccess } from './companion.tsx';

/** null: there is no companion here, in Firefox and in private windows. */
export async function companionAccess(
  tabId: number,
  { privately, always }: { privately: boolean; always: boolean },
): Promise<CompanionAccess | null> {
  // Written out: the constant `isFirefox` would leave the imports in Firefox's build.
  if (import.meta.env.MODE === 'firefox' || privately) return null;
  const [allowed, wish] = await Promise.all([mayAskCompanion(), takeWish(), runErrands()]);
  return {
    allowed,
    wish,
    always,
    request: async (origin) => {
      void noteWish(origin);
      // Up to here nothing was awaited: the browser asks only while the click is being handled.
      const given = await requestCompanion();
      // Where this popup outlived the dialog, it goes on itself.
      await takeWish();
      return given;
    },
    look: async (origin) => {
      // A popup that was open when the permission was given can ask nobody: it begins anew, once.
      if (!canConnect() && origin !== wish) {
        await noteWish(origin);
        location.reload();
        return new Promise(() => {});
      }
      return lookByCompanion(tabId);
    },
    extensionId: browser.runtime.id,
  };
}
