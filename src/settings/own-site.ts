/** Hosts that a person names as their own sites. */

/** One label of a host name: letters, digits and inner hyphens (RFC 1123, 2.1); 63 octets (RFC 1035, 2.3.4). */
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * The host that a person typed, or that stands in the address that they pasted, as browsers write it: lower case,
 * IDNs as A-labels (RFC 5890, 2.3.2.1), without port, path and trailing dot.
 *
 * @returns null for what names no host
 */
export function siteHost(typed: string): string | null {
  const trimmed = typed.trim();
  const address = trimmed.includes('://') ? trimmed : `https://${trimmed}`;
  if (trimmed === '' || !/^https?:/i.test(address) || /\s/.test(trimmed) || !URL.canParse(address))
    return null;
  const host = new URL(address).hostname.replace(/\.$/, '');
  return isSiteHost(host) ? host : null;
}

/** Whether a host is written as `siteHost` writes it. */
export function isSiteHost(host: string): boolean {
  const isIPv6 = /^\[[0-9a-f:]+\]$/.test(host);
  return isIPv6 || (host.length <= 253 && host.split('.').every((label) => LABEL.test(label)));
}
