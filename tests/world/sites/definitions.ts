/** The sites of the world: what each is there to show. */
import type { LeafKind } from '../pki/leaf-kinds.ts';

export interface SiteDefinition {
  id: string;
  host: string;
  /** null: plain http. */
  kind: LeafKind | null;
  description: string;
  /** Names in the certificate; by default the host alone. */
  names?: string[];
  /** Every host below this one is this site too; its certificate has to cover them. */
  below?: string;
  /** The server staples an OCSP response. */
  staples?: true;
  /** The server sends its leaf without the intermediate. */
  omitsIntermediate?: true;
  /** HTTP/1.1 only. */
  http1?: true;
  /** There for other sites' pages to load from; no site of its own. */
  supporting?: true;
  /** The page is a redirect to this site. */
  redirectsTo?: string;
  /** The page opens a WebSocket to this site. */
  opensSocketTo?: string;
  /** The page loads from these sites. */
  loads?: { images: string[]; scripts: string[]; frames: string[] };
}

const EXAMPLE = 'example.test';
const host = (label: string) => `${label}.${EXAMPLE}`;
const HUNDRED = Array.from({ length: 100 }, (_, at) =>
  host(at === 0 ? 'hundred-names' : `name-${at}.hundred`),
);

/** Hosts that the page `/wide` asks, `h-0.wide` and so on: more than a record of a page keeps. */
export const WIDE = 2_000;

function site(
  id: string,
  kind: LeafKind | null,
  description: string,
  more: Partial<SiteDefinition> = {},
): SiteDefinition {
  return { id, host: host(id), kind, description, ...more };
}

export const SITES: SiteDefinition[] = [
  site('today', 'today', 'As issued today: names a CRL and its issuer, no responder'),
  site('today-rsa', 'today-rsa', 'As issued today, from an RSA intermediate'),
  site('before-2025', 'before-2025', 'As issued before May 2025: names an OCSP responder'),
  site('before-2025-ec', 'before-2025-ec', 'As issued before May 2025, from an ECDSA intermediate'),
  site('stapled', 'before-2025', 'Names a responder, and the server staples its answer', { staples: true }),
  site('must-staple', 'must-staple', 'Must-staple, and the server staples', { staples: true }),
  site('must-staple-unstapled', 'must-staple', 'Must-staple, and the server does not staple'),
  site('six-day', 'six-day', 'Valid for 160 hours'),
  site('ip-address', 'ip-address', 'A certificate for an IP address', { host: '127.0.0.1', names: [] }),
  site('wildcard', 'today', 'A wildcard certificate', {
    host: host('www.wildcard'),
    names: [host('*.wildcard')],
  }),
  site('hundred-names', 'today', 'A certificate with a hundred names', { names: HUNDRED }),
  site('another-ca', 'another-ca', 'Another CA, with its own responder and CRL'),
  site('staging', 'staging', "Let's Encrypt's staging environment"),
  site('imitation', 'imitation', "Names copied from Let's Encrypt, another key, under a root of its own"),
  site(
    'newer-intermediate',
    'newer-intermediate',
    'An intermediate newer than the facts, under a known root',
  ),
  site('omits-intermediate', 'today', 'The server leaves out its intermediate', { omitsIntermediate: true }),
  site('own-site', 'today', "Let's Encrypt's own site", { host: 'letsencrypt.org' }),
  site('many-hosts', 'today', 'A page that loads from several hosts', {
    loads: {
      images: ['images', 'staging', 'http'],
      scripts: ['scripts'],
      frames: ['frame'],
    },
    opensSocketTo: 'socket',
  }),
  site('websocket', 'today', 'A page that opens a WebSocket', { opensSocketTo: 'websocket' }),
  site('http1', 'today', 'HTTP/1.1 only', { http1: true }),
  site('redirect', 'today', 'Redirects to the site of another CA', { redirectsTo: 'another-ca' }),
  site('http', null, 'Plain http'),
  site('wide', 'today', 'Many hosts for one page', {
    names: [host('wide'), host('*.wide')],
    below: host('wide'),
    supporting: true,
  }),
  site('hostile', 'hostile', 'Names chosen to deceive: an IDN homograph, and an issuer with markup', {
    host: host('xn--pple-43d'),
    supporting: true,
  }),
  site('images', 'today', 'Images for other pages', { supporting: true }),
  site('scripts', 'another-ca', 'Scripts for other pages', { supporting: true }),
  site('frame', 'today-rsa', 'A frame for other pages', { supporting: true }),
  site('before-2025-other', 'before-2025', 'Another site as issued before May 2025', { supporting: true }),
  site('before-2025-ec-other', 'before-2025-ec', 'Another, from an ECDSA intermediate', { supporting: true }),
  site('socket', 'before-2025-ec', 'A WebSocket for other pages', { supporting: true }),
];

/** Every host that is this site; `*.example.test`: every name below. */
export function hostsOf({ host: own, below }: SiteDefinition): string[] {
  return below === undefined ? [own] : [own, `*.${below}`];
}

/** Finds what a host belongs to, by its name or, where that is not known, by that of the host above it. */
export function byHost<T>(ofHosts: ReadonlyMap<string, T>, name: string): T | undefined {
  return ofHosts.get(name) ?? ofHosts.get(name.replace(/^[^.]*/, '*'));
}
