/** Which service of whom a URL belongs to. */
import { parse } from 'valibot';
import hostFacts from './hosts.json' with { type: 'json' };
import { HostFactsSchema } from './hosts-schema.ts';
import type { Environment } from './issuer.ts';

export type Service =
  /** RFC 6960 responder. */
  | 'ocsp'
  /** CRL distribution point. */
  | 'crl'
  /** Issuer certificates. */
  | 'issuer'
  /** RFC 8555 server. */
  | 'acme'
  | 'certificate-transparency'
  | 'website'
  | 'donation'
  | 'newsletter'
  | 'forum'
  | 'status'
  | 'test-site';

export interface Endpoint {
  operator: "Let's Encrypt" | 'IdenTrust';
  service: Service;
  environment: Environment;
  /** `historical`: switched off or no longer used. */
  status: 'current' | 'historical' | 'unconfirmed';
  /** Who runs the service for the operator, where the policy or the page says so. */
  processor: string | null;
}

/** One line of `hosts.json`. */
interface Host extends Endpoint {
  /** ASCII, lower case, without a port or a trailing dot. */
  host: string;
  /** `suffix`: the host and every name below it. */
  match: 'exact' | 'suffix';
  source: string;
}

/**
 * The shape of `hosts.json`. The services of third parties that anyone may use (donations, payments, video) are not in it:
 * a page on donorbox.org is not Let's Encrypt's. A third party's host that serves Let's Encrypt alone is.
 */
export interface HostFacts {
  /** The day of the facts, `YYYY-MM-DD`. */
  asOf: string;
  source: string;
  hosts: Host[];
}

/** The day of the table of hosts, `YYYY-MM-DD`. */
export const HOSTS_AS_OF = hostFacts.asOf;

const byHost = new Map(parse(HostFactsSchema, hostFacts).hosts.map((host) => [host.host, host]));

const OWN_SITES: ReadonlySet<Service> = new Set([
  'website',
  'donation',
  'newsletter',
  'forum',
  'status',
  'test-site',
]);

/**
 * The service behind a URL, by its host alone: port, path and credentials do not matter. Case and one trailing dot
 * do not either, since DNS ignores them. A name that merely looks like one of these is another host and gives null.
 *
 * @returns null for a host outside the table, a scheme other than http and https, and what is no URL.
 */
export function endpoint(url: string): Endpoint | null {
  const name = hostName(url);
  const host = name === null ? null : lookUp(name);
  if (name === null || host === null) return null;
  const { operator, service, status, processor } = host;
  return { operator, service, environment: environmentOf(host, name), status, processor };
}

/**
 * Whether a page at this URL is a site of Let's Encrypt or ISRG (web site, forum, test pages, …), so that its visitor
 * is a "visitor" in the sense of the privacy policy. ACME servers and responders are no sites.
 */
export function isOwnSite(url: string): boolean {
  const found = endpoint(url);
  return found !== null && found.operator === "Let's Encrypt" && OWN_SITES.has(found.service);
}

function hostName(url: string): string | null {
  // The parser that the browser itself uses: it lower-cases, turns IDNs into A-labels and sets credentials apart.
  if (!URL.canParse(url)) return null;
  const { protocol, hostname } = new URL(url);
  return protocol === 'http:' || protocol === 'https:' ? hostname.replace(/\.$/, '') : null;
}

function lookUp(name: string): Host | null {
  const exact = byHost.get(name);
  if (exact !== undefined) return exact;
  for (let dot = name.indexOf('.'); dot !== -1; dot = name.indexOf('.', dot + 1)) {
    const parent = byHost.get(name.slice(dot + 1));
    if (parent?.match === 'suffix') return parent;
  }
  return null;
}

/** Staging CAs share the suffixes of the production ones, with names that begin with `stg-`: `stg-ye1.c.lencr.org`. */
function environmentOf(host: Host, name: string): Environment {
  if (host.match === 'exact') return host.environment;
  const below = name.slice(0, -host.host.length);
  return below.split('.').some((label) => label.startsWith('stg-')) ? 'staging' : host.environment;
}
