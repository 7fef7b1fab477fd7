/**
 * What the adapters hand on: one response, in the same words for every browser. Marks of addresses are worked out when
 * they are asked for, since of most requests nobody asks.
 */

export interface Observation {
  /** Stays the same over the redirects of one request. */
  requestId: string;
  /** -1: no tab, such as a request by a service worker. */
  tabId: number;
  /** The response is for the tab's page itself, or a redirect on the way to it. */
  forPage: boolean;
  disposition: Disposition;
  /** The origin asked, `https://example.org:8443`; WebSockets are counted with https. */
  origin: string;
  /** Mark of the address asked; see address.ts. */
  address: number;
  /** The origin of the page that the request belongs to; null: not told. */
  pageOrigin: string | null;
  /** Mark of that page's address; null: not told. */
  pageAddress: number | null;
  /** The browser's name for the document that asks, and for the one that it is a frame of; null: not told. */
  documentId: string | null;
  parentDocumentId: string | null;
  /** The page's own document asks, not one of its frames. */
  top: boolean;
  /** The page is loaded ahead of a visit that may never come. */
  ahead: boolean;
  /** The request belongs to a private window; null: not told. */
  incognito: boolean | null;
  /** Milliseconds since the epoch. */
  at: number;
  tls: Tls | null;
}

/** Whether a response shows a page, leads on to another address, or leaves the tab where it is. */
export type Disposition = 'shows' | 'redirects' | 'stays';

/** What the browser told of the connection. */
export interface Tls {
  /** End-entity certificate first; Chromium hands over that one alone. */
  chain: Uint8Array[];
  /** SHA-256 of the end-entity certificate, lower-case hex. */
  sha256: string;
  builtInRoot: boolean | null;
  usedOcsp: boolean | null;
  fromCache: boolean;
  /** The site's own certificate alone was asked for, so nothing tells of the root. */
  ownAlone?: true;
}

/**
 * How much an observer wants to know of a response: the whole chain, the site's own certificate alone (it is expected to
 * be a known one), only whether OCSP was tried, or nothing.
 */
export type Want = 'certificates' | 'own-certificate' | 'ocsp' | 'nothing';

/** Who the adapters report to. Both are called in the request listeners: they must return at once. */
export interface Observer {
  /** A response has come, its certificate aside: what else is wanted of it. Where that is nothing, it is done. */
  meet(observation: Observation): Want;
  observe(observation: Observation): void;
}

/**
 * The addresses that browsers hand over are normalised: scheme and host in lower case, no port that is the scheme's own.
 * A host of other characters (an IPv6 address, a name or password before it) is left to the parser.
 */
const NORMALISED = /^(?:http|ws)(s?):\/\/([a-z0-9_.-]+(?::\d+)?)(?=[/?#]|$)/;
const OWN_PORT = /:(?:80|443)$/;

/** `https://host:port` of a URL, with `wss:` counted as `https:` and `ws:` as `http:`; null: neither. */
export function webOrigin(url: string): string | null {
  // It is asked for in every event, twice: the parser takes several times as long.
  const [, secure = '', host] = NORMALISED.exec(url) ?? [];
  return host === undefined || OWN_PORT.test(host) ? parsedOrigin(url) : `http${secure}://${host}`;
}

function parsedOrigin(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const parsed = new URL(url);
  switch (parsed.protocol) {
    case 'https:':
    case 'wss:':
      return `https://${parsed.host}`;
    case 'http:':
    case 'ws:':
      return `http://${parsed.host}`;
    default:
      return null;
  }
}

/**
 * What a browser does with the answer to a page request (RFC 9110, 15.3.5, 15.3.6 and 15.4; RFC 6266 for downloads).
 */
export function disposition(
  status: number,
  headers: readonly { name: string; value?: string | undefined }[],
): Disposition {
  const value = (name: string) => headers.find((header) => header.name.toLowerCase() === name)?.value;
  if (status >= 300 && status < 400 && value('location') !== undefined) return 'redirects';
  const stays =
    status === 204 || status === 205 || /^\s*attachment\b/i.test(value('content-disposition') ?? '');
  return stays ? 'stays' : 'shows';
}

/** Whether a browser told what no record can do without. Another version might not. */
export function isWhole({
  requestId,
  tabId,
  timeStamp,
}: Record<'requestId' | 'tabId' | 'timeStamp', unknown>): boolean {
  return typeof requestId === 'string' && Number.isInteger(tabId) && Number.isFinite(timeStamp);
}

/** A name that a browser gave; null: none, or something else. */
export function given(name: unknown): string | null {
  return typeof name === 'string' ? name : null;
}

/** What `read` makes of a browser's words; null where it does not understand them, as of another version. */
export function understood<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    console.warn('What the browser told of a connection could not be understood.', error);
    return null;
  }
}

/** `AB:CD:…` as browsers write a fingerprint → lower-case hex. */
export function fingerprint(text: string): string {
  return text.replaceAll(':', '').toLowerCase();
}
