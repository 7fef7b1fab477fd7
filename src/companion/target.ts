/** The sites that the companion may be asked to look at. */

/** One label of a host name. Underscores are no part of RFC 1123's names, yet browsers visit hosts that have them. */
const LABEL = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/;
const IPV6 = /^\[[0-9a-f:]+\]$/;

/**
 * Whether `host` is written as browsers write the host of an address: lower case, IDNs as A-labels (RFC 5890,
 * 2.3.2.1), IPv4 dotted, IPv6 shortest and in brackets (RFC 3986, 3.2.2), at most 253 characters (RFC 1035, 2.3.4).
 */
export function isHost(host: string): boolean {
  if (host.length > 253 || !(IPV6.test(host) || host.split('.').every((label) => LABEL.test(label)))) {
    return false;
  }
  const address = `https://${host}/`;
  // The parser refuses A-labels that decode to nothing, and shortens what could be written shorter (WHATWG URL, 3.5).
  return URL.canParse(address) && new URL(address).hostname === host;
}

/** Whether `port` is one that a server can listen on: 1 to 65535. */
export function isPort(port: number): boolean {
  return Number.isInteger(port) && port >= 1 && port <= 65_535;
}

export interface Target {
  host: string;
  port: number;
}

/**
 * The host and port of an https origin (`https://example.org:8443`).
 *
 * @returns null for anything else, and for hosts that the companion would refuse
 */
export function targetOf(origin: string): Target | null {
  if (!URL.canParse(origin)) return null;
  const { protocol, hostname, port } = new URL(origin);
  // A final dot only says that the name is complete; certificates and server names are without (RFC 6066, 3).
  const host = hostname.replace(/\.$/, '');
  if (protocol !== 'https:' || !isHost(host)) return null;
  return { host, port: port === '' ? 443 : Number(port) };
}

/**
 * `host` or `host:port` as a person types it, IDNs also in Unicode; without a port, 443.
 *
 * @returns null for what names no host
 */
export function typedTarget(typed: string): Target | null {
  if (!/^[^\s/?#@\\%]+$/.test(typed) || /:0*$/.test(typed.replace(/\[.*\]/, ''))) return null;
  const bracketed = (typed.match(/:/g) ?? []).length > 1 && !typed.startsWith('[') ? `[${typed}]` : typed;
  const address = `https://${bracketed}/`;
  if (!URL.canParse(address)) return null;
  const target = targetOf(new URL(address).origin);
  return target !== null && isPort(target.port) ? target : null;
}
