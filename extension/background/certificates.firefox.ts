/**
 * Firefox shows certificates through `webRequest.getSecurityInfo`, to a blocking listener of onHeadersReceived.
 *
 * Measured with Firefox ESR 153.7 (tests/browser): the call answers only when it is made synchronously in the
 * listener; after an await or from a timer it gives nothing. The listener returns nothing, so no response is
 * ever held up or changed.
 */
import type { WebRequest } from 'webextension-polyfill';
import { browser } from '../platform/browser.ts';
import { addressMark } from './address.ts';
import {
  disposition,
  fingerprint,
  given,
  isWhole,
  understood,
  webOrigin,
  type Disposition,
  type Observation,
  type Observer,
  type Tls,
} from './observation.ts';
import { RESOURCES, WEB } from './request-filters.ts';

/** Firefox tells more of a response than the polyfill's types know. */
interface HeadersReceived extends WebRequest.OnHeadersReceivedDetailsType {
  fromCache?: boolean;
  /** The documents above this one, the tab's page last. */
  frameAncestors?: { url: string; frameId: number }[];
  /** Since some version after 140; ESR 153 has them (measured). */
  documentId?: string;
  parentDocumentId?: string;
}

/**
 * Registers the listeners; to be called synchronously when the event page starts, so that an event wakes it.
 *
 * @returns turns the listener for what pages load off and on
 */
export function observeFirefox(observer: Observer): (listen: boolean) => void {
  // Headers are asked for where they decide something: they cost a copy per event.
  browser.webRequest.onHeadersReceived.addListener(
    (details) => {
      look(details, observer, disposition(details.statusCode, details.responseHeaders ?? []));
    },
    { urls: WEB, types: ['main_frame'] },
    ['blocking', 'responseHeaders'],
  );
  const resource = (details: HeadersReceived): undefined => {
    look(details, observer, 'stays');
  };
  const resources = { urls: WEB, types: [...RESOURCES.firefox] };
  let listening = false;
  const listenToResources = (listen: boolean): void => {
    const { onHeadersReceived } = browser.webRequest;
    if (listen && !listening) onHeadersReceived.addListener(resource, resources, ['blocking']);
    if (!listen && listening) onHeadersReceived.removeListener(resource);
    listening = listen;
  };
  listenToResources(true);
  return listenToResources;
}

/** The bytes of a whole chain cost ten times what the site's own certificate does (docs/performance.md). */
const LOOKS = {
  certificates: { certificateChain: true, rawDER: true },
  'own-certificate': { certificateChain: false, rawDER: true },
  ocsp: { certificateChain: false, rawDER: false },
} as const;

function look(details: HeadersReceived, observer: Observer, outcome: Disposition): void {
  const origin = webOrigin(details.url);
  if (origin === null || !isWhole(details)) return;
  const forPage = details.type === 'main_frame';
  const top = details.frameAncestors?.at(-1)?.url ?? details.documentUrl;
  const observation: Observation = {
    requestId: details.requestId,
    tabId: details.tabId,
    forPage,
    disposition: outcome,
    origin,
    get address() {
      return addressMark(details.url);
    },
    pageOrigin: forPage || top === undefined ? null : webOrigin(top),
    get pageAddress() {
      return forPage || top === undefined ? null : addressMark(top);
    },
    documentId: given(details.documentId),
    parentDocumentId: given(details.parentDocumentId),
    top: details.type === 'sub_frame' ? details.parentFrameId === 0 : details.frameId === 0,
    ahead: false,
    incognito: details.incognito ?? null,
    at: details.timeStamp,
    tls: null,
  };
  const want = observer.meet(observation);
  if (want === 'nothing') return;
  if (!origin.startsWith('https:')) {
    observer.observe(observation);
    return;
  }
  browser.webRequest.getSecurityInfo(details.requestId, LOOKS[want]).then(
    (info) => {
      const tls = understood(() => tlsOf(info, details));
      const alone = want === 'own-certificate' && tls !== null;
      observer.observe({ ...observation, tls: alone ? { ...tls, ownAlone: true } : tls });
    },
    () => {
      // The request ended before the answer. The visit still counts; its certificate was not seen.
      observer.observe(observation);
    },
  );
}

function tlsOf(info: WebRequest.SecurityInfo | undefined, details: HeadersReceived): Tls | null {
  const fromCache = details.fromCache === true;
  const certificates = info?.certificates ?? [];
  const [leaf] = certificates;
  if (info === undefined || leaf === undefined) return null;
  return {
    chain: certificates.flatMap(({ rawDER }) => (rawDER === undefined ? [] : [Uint8Array.from(rawDER)])),
    sha256: fingerprint(leaf.fingerprint.sha256),
    // The root ends the chain; without the chain, nothing is known of it.
    builtInRoot: certificates.length > 1 ? (certificates.at(-1)?.isBuiltInRoot ?? null) : null,
    usedOcsp: usedOcsp(info, details),
    fromCache,
  };
}

/**
 * Whether OCSP was tried for this connection; null: not told.
 *
 * The word survives in the HTTP cache, where it tells of an earlier connection. And for WebSockets `false` is none:
 * measured with Firefox ESR 153.7 (tests/browser), a responder was asked on a WebSocket's connection that reported it.
 */
function usedOcsp(info: WebRequest.SecurityInfo, { fromCache, type }: HeadersReceived): boolean | null {
  if (fromCache === true) return null;
  if (type === 'websocket' && info.usedOcsp !== true) return null;
  return info.usedOcsp ?? null;
}
