/**
 * Chromium 144 and newer show certificates in onHeadersReceived itself, when asked for by `securityInfoRawDer`, but
 * only while the feature `WebRequestSecurityInfo` is on (chrome://flags/#web-request-security-info, off by default).
 *
 * Measured with Chromium 156 (tests/browser): with the feature off, addListener does not throw and the enum constant
 * exists, but a listener that asks for `securityInfoRawDer` is never called. So a second, plain listener tells that a
 * page came, and that the first one stayed silent. Versions that do not know the word throw.
 * A page that is loaded ahead of its visit (prerender) reports `insecure` for an https address: it proves nothing. Its
 * frame is not number 0 until the tab shows it. What is only fetched ahead (prefetch) comes with a certificate, as a page
 * of the document that asks; a prerender asks so first.
 */
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

export type Capability = 'shown' | 'hidden' | 'too-old';

type Details = Parameters<Parameters<typeof chrome.webRequest.onHeadersReceived.addListener>[0]>[0];

/**
 * Registers the listeners; to be called synchronously when the worker starts, so that an event wakes it.
 *
 * @param learn told what an event shows of this browser: `shown`, or `hidden` as long as nothing else is known
 * @returns turns the listener for what pages load off and on
 */
export function observeChromium(
  observer: Observer,
  learn: (capability: Capability) => void,
): (listen: boolean) => void {
  const { onHeadersReceived } = chrome.webRequest;
  let shows = false;
  const page = (details: Details): undefined => {
    shows ||= details.securityInfo !== undefined;
    look(details, observer, learn, disposition(details.statusCode, details.responseHeaders ?? []));
  };
  const resource = (details: Details): undefined => {
    look(details, observer, learn, 'stays');
  };
  const pages = { urls: WEB, types: ['main_frame' as const] };
  const resources = { urls: WEB, types: [...RESOURCES.chromium] };
  let listening = false;
  const listenToResources = (listen: boolean): void => {
    if (listen && !listening) onHeadersReceived.addListener(resource, resources, ['securityInfoRawDer']);
    if (!listen && listening && removes(onHeadersReceived)) onHeadersReceived.removeListener(resource);
    listening = listen;
  };
  let old = false;
  try {
    onHeadersReceived.addListener(page, pages, ['responseHeaders', 'securityInfoRawDer']);
    listenToResources(true);
  } catch {
    old = true;
    learn('too-old');
  }
  // Silent once the listener above has shown a certificate: each page would be recorded twice.
  const plain = (details: Details): undefined => (shows ? undefined : page(details));
  onHeadersReceived.addListener(plain, pages, ['responseHeaders']);
  return old ? () => {} : listenToResources;
}

/** chrome-types takes what is removed for the function that adds. */
function removes(
  event: object,
): event is { removeListener(listener: (details: Details) => undefined): void } {
  return 'removeListener' in event;
}

function look(
  details: Details,
  observer: Observer,
  learn: (capability: Capability) => void,
  outcome: Disposition,
): void {
  const origin = webOrigin(details.url);
  if (origin === null || !isWhole(details) || isInternal(details)) return;
  const forPage = details.type === 'main_frame';
  const prerender = details.documentLifecycle === 'prerender';
  const ofPage = details.frameType === 'outermost_frame';
  const observation: Observation = {
    requestId: details.requestId,
    tabId: details.tabId,
    forPage,
    disposition: outcome,
    origin,
    get address() {
      return addressMark(details.url);
    },
    // The initiator of a frame's request is the frame, which tells nothing of the page.
    pageOrigin: !forPage && ofPage && details.initiator ? webOrigin(details.initiator) : null,
    pageAddress: null,
    documentId: given(details.documentId),
    parentDocumentId: given(details.parentDocumentId),
    top: details.type === 'sub_frame' ? details.parentFrameId === 0 : ofPage,
    ahead: prerender,
    incognito: null,
    at: details.timeStamp,
    tls: null,
  };
  const secure = origin.startsWith('https:');
  if (secure && !prerender) {
    learn(details.securityInfo === undefined ? 'hidden' : 'shown');
  }
  // There is no lighter look to be had, and no word of OCSP.
  const want = observer.meet(observation);
  if (want === 'ocsp' || want === 'nothing') return;
  observer.observe(secure ? { ...observation, tls: understood(() => tlsOf(details)) } : observation);
}

/** A redirect that Chromium makes itself, as for HSTS: nobody was asked. The next response is for the same request. */
function isInternal({ responseHeaders = [] }: Details): boolean {
  return responseHeaders.some(({ name }) => name.toLowerCase() === 'non-authoritative-reason');
}

function tlsOf(details: Details): Tls | null {
  // Absent where the state is `insecure`, whatever the types say.
  const { certificates = [] }: Partial<NonNullable<Details['securityInfo']>> = details.securityInfo ?? {};
  const [leaf] = certificates;
  if (leaf?.rawDER === undefined) return null;
  return {
    chain: [new Uint8Array(leaf.rawDER)],
    sha256: fingerprint(leaf.fingerprint.sha256),
    builtInRoot: null,
    usedOcsp: null,
    // Chromium keeps the certificate of the first connection with a cached answer.
    fromCache: false,
  };
}
