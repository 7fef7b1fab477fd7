/** GeneralName (RFC 5280, 4.2.1.6): the kinds that are of use here. */
import type { GeneralName } from '@peculiar/asn1-x509';

// The library accepts any octet in an IA5String, which is 7-bit.
const BEYOND_ASCII = /[\u0080-\uffff]/;

function ia5(text: string): string {
  if (BEYOND_ASCII.test(text)) throw new RangeError('an IA5String with other characters than ASCII');
  return text;
}

/** The URIs among some names, in order. @throws RangeError when one is not ASCII. */
export function urisOf(names: readonly GeneralName[]): string[] {
  return names.flatMap(({ uniformResourceIdentifier: uri }) => (uri === undefined ? [] : [ia5(uri)]));
}

/** The DNS names among some names, in order. @throws RangeError when one is not ASCII. */
export function dnsNamesOf(names: readonly GeneralName[]): string[] {
  return names.flatMap(({ dNSName: name }) => (name === undefined ? [] : [ia5(name)]));
}

/**
 * The IP addresses among some names, in order: IPv4 dotted, IPv6 in RFC 5952 form.
 *
 * @throws RangeError for one that has neither 4 nor 16 octets.
 */
export function ipAddressesOf(names: readonly GeneralName[]): string[] {
  return names.flatMap(({ iPAddress: address }) => {
    if (address === undefined) return [];
    // The library writes other lengths as an address with a mask, or as plain hexadecimal.
    if (address.includes('/') || !/[.:]/.test(address))
      throw new RangeError('an IP address of a wrong length');
    return [address];
  });
}
