/**
 * The precise watch: Firefox tells a listener of `proxy.onRequest` of each request that leaves, its own checks of
 * certificates included, once the user gave the permission `proxy`. The listener answers nothing, so no request ever
 * takes another way.
 *
 * Measured with Firefox ESR 153.7 (tests/browser/revocation): an OCSP request comes as a POST of type `other` without a
 * tab or an origin, during the handshake; `incognito` is that of the window that caused it, and an extension that may not
 * run in private windows is told of none of theirs. `browser.proxy` exists while the permission is held.
 */
import type { Proxy, WebRequest } from 'webextension-polyfill';
import { departureOf } from '../../src/exposure/departure.ts';
import { browser } from '../platform/browser.ts';
import { onPreciseWatchChanged } from '../platform/permissions.ts';
import type { Contacts } from './contacts.ts';
import { webOrigin } from './observation.ts';
import { watchBegan, watchResumed } from './watching.ts';

/** Registers the listeners; to be called synchronously when the event page starts, so that an event wakes it. */
export function watchDepartures(contacts: Contacts): void {
  const onRequest = (details: Proxy.OnRequestDetailsType): undefined => {
    look(details, contacts);
  };
  const onAnswer = (details: WebRequest.OnResponseStartedDetailsType): void => {
    contacts.answered(details.requestId, details.timeStamp);
  };
  const onError = (details: WebRequest.OnErrorOccurredDetailsType): void => {
    contacts.failed(details.requestId, details.timeStamp);
  };
  const listen = (): void => {
    // Absent without the permission, whatever the types say.
    const { proxy }: { proxy?: typeof browser.proxy } = browser;
    if (proxy === undefined || proxy.onRequest.hasListener(onRequest)) return;
    proxy.onRequest.addListener(onRequest, { urls: ['http://*/*', 'https://*/*', 'wss://*/*'] });
    browser.webRequest.onResponseStarted.addListener(onAnswer, { urls: ['https://*/*', 'wss://*/*'] });
    browser.webRequest.onErrorOccurred.addListener(onError, { urls: ['https://*/*', 'wss://*/*'] });
  };
  const stop = (): void => {
    browser.webRequest.onResponseStarted.removeListener(onAnswer);
    browser.webRequest.onErrorOccurred.removeListener(onError);
  };
  listen();
  if ('proxy' in browser) void watchResumed(Date.now());
  onPreciseWatchChanged((held) => {
    if (!held) {
      stop();
      return;
    }
    listen();
    void watchBegan(Date.now());
  });
}

function look(details: Proxy.OnRequestDetailsType, contacts: Contacts): void {
  const { url, requestId, tabId, incognito, timeStamp: at, type } = details;
  const origin = webOrigin(url);
  if (origin === null) return;
  if (origin.startsWith('https:')) {
    // Not told counts as private: then nothing is kept.
    const isPrivate = incognito !== false;
    const speculative = type === 'speculative';
    contacts.began({ requestId, tabId, origin, at, private: isPrivate, speculative });
    return;
  }
  const departure = departureOf({ ...details, originUrl: details.originUrl }, contacts.knowsResponder);
  if (departure !== null) contacts.left(departure);
}
