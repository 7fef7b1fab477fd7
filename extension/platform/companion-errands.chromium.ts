/**
 * Errands: an open page of the extension asks the companion in the background's place.
 *
 * Chromium 156 gives a context the functions of its permissions once, when it first uses the API: a background that ran when
 * the user allowed the companion can open no port until it is started again (extensions/renderer/
 * native_extension_bindings_system.cc keeps the object that it made). Nothing an extension may do starts it again but a
 * reload of everything, which would close the user's pages and lose what was seen of the open tabs. A page that is loaded
 * after the permission was given can open one. So until its next start, some 30 idle seconds away, the background sends
 * such a page: the popup that asks, or the settings in which the permission was given.
 *
 * Life of the part: taken by the first page that can, under a lock that the browser hands on when the page closes, so that
 * two open pages do not connect twice.
 */
import * as v from 'valibot';
import type { Target } from '../../src/companion/target.ts';
import { browser } from './browser.ts';
import { canConnect, onCompanionWithdrawn } from './companion.ts';
import { CompanionPort, readLooked, type Looked } from './companion-port.chromium.ts';

const LOCK = 'companion-errands';
const Errand = v.strictObject({ type: v.literal('companion-errand'), host: v.string(), port: v.number() });

/**
 * Runs the background's errands as long as this page is open; for a page, when it starts.
 *
 * @returns resolves once this page does, or another one, or this page cannot
 */
export function runErrands(): Promise<void> {
  if (!canConnect()) return Promise.resolve();
  return new Promise((ready) => {
    const serve = (): Promise<never> => {
      listen();
      ready();
      return new Promise(() => {});
    };
    void navigator.locks.request(LOCK, { ifAvailable: true }, (lock) => {
      if (lock !== null) return serve();
      ready();
      void navigator.locks.request(LOCK, serve);
      return undefined;
    });
  });
}

/** Sends a page to the companion; for the background. null: there is no page that could. */
export async function sendOnErrand({ host, port }: Target): Promise<Looked | null> {
  try {
    return readLooked(await browser.runtime.sendMessage({ type: 'companion-errand', host, port }));
  } catch {
    // No page is open, or it was closed meanwhile.
    return null;
  }
}

function listen(): void {
  const port = new CompanionPort();
  onCompanionWithdrawn(() => port.close('not-allowed'));
  browser.runtime.onMessage.addListener((message: unknown, { id }: { id?: string | undefined }) => {
    const errand = v.safeParse(Errand, message);
    return id === browser.runtime.id && errand.success ? port.look(errand.output) : undefined;
  });
}
