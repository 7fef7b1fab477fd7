/** GeneralName (RFC 5280, 4.2.1.6): the kinds that are of use here. */
import type { SubjectAltName } from './certificate.ts';
import { childrenOf, contentOf, TAG } from './der.ts';
import { checkDer } from './der-check.ts';
import { hex } from './hex.ts';

const DNS_NAME = 0x82;
const IP_ADDRESS = 0x87;
/** The tags [0] to [8], in the form that each has: primitive, or made of parts. */
const TAGS = new Set([0xa0, 0x81, DNS_NAME, 0xa3, 0xa4, 0xa5, 0x86, IP_ADDRESS, 0x88]);
const BEYOND_ASCII = /[\u0080-\uffff]/;

/**
 * Returns an IA5String's text.
 *
 * @throws RangeError when it has other characters than ASCII, which the library lets pass.
 */
export function ia5(text: string): string {
  if (BEYOND_ASCII.test(text)) throw new RangeError('an IA5String with other characters than ASCII');
  return text;
}

/** IPv4 dotted, IPv6 in RFC 5952 form. @throws RangeError unless it has 4 or 16 octets. */
function ipAddress(octets: Uint8Array): string {
  if (octets.length === 4) return octets.join('.');
  if (octets.length !== 16) throw new RangeError('an IP address of a wrong length');
  // The host serializer of the URL standard writes the form that RFC 5952 recommends.
  const groups = Array.from({ length: 8 }, (_, group) => hex(octets.subarray(group * 2, group * 2 + 2)));
  return new URL(`http://[${groups.join(':')}]/`).hostname.slice(1, -1);
}

/**
 * Reads the subject alternative names. Names of other kinds (e-mail, URI, X.400 …) are passed over unread: the
 * library's schema refuses some valid ones, and with them the whole list.
 *
 * @param der the extension's content.
 * @throws when it is malformed.
 */
export function readSubjectAltName(der: Uint8Array): SubjectAltName {
  const list = checkDer(der);
  if (list.tag !== TAG.sequence || list.end !== der.length) throw new RangeError('not a list of names');
  const names: SubjectAltName = { dns: [], ip: [] };
  for (const name of childrenOf(list)) {
    if (!TAGS.has(name.tag)) throw new RangeError('not a GeneralName');
    if (name.tag === DNS_NAME) names.dns.push(ia5(String.fromCharCode(...contentOf(name))));
    if (name.tag === IP_ADDRESS) names.ip.push(ipAddress(contentOf(name)));
  }
  return names;
}
