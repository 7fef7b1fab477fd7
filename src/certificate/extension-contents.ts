/** What the extensions of a certificate say, field by field (RFC 5280, 4.2.1 and 4.2.2; RFC 7633; RFC 6962, 3.1). */
import { OctetString } from '@peculiar/asn1-schema';
import {
  AuthorityInfoAccessSyntax,
  AuthorityKeyIdentifier,
  CRLDistributionPoints,
  id_ad_caIssuers,
  id_ad_ocsp,
  id_ce_authorityKeyIdentifier,
  id_ce_basicConstraints,
  id_ce_cRLDistributionPoints,
  id_ce_keyUsage,
  id_ce_subjectAltName,
  id_ce_subjectKeyIdentifier,
  id_pe_authorityInfoAccess,
  KeyUsage,
  type GeneralName,
} from '@peculiar/asn1-x509';
import { parseDer } from './asn1.ts';
import { readBasicConstraints } from './basic-constraints.ts';
import type { Certificate, Extension } from './certificate.ts';
import type { Extensions } from './extensions.ts';
import { ia5, readSubjectAltName } from './general-name.ts';
import { hex } from './hex.ts';
import { mustStaple } from './tls-feature.ts';

const TLS_FEATURE = '1.3.6.1.5.5.7.1.24';
const CT_POISON = '1.3.6.1.4.1.11129.2.4.3';

/** Reads one extension: `absent` when it is not there, 'unreadable' when `read` throws. */
function content<T, A>(
  extensions: Extensions,
  type: string,
  absent: A,
  read: (der: Uint8Array) => T,
): Extension<T> | A {
  const der = extensions.get(type);
  if (der === undefined) return absent;
  if (der === 'unreadable') return der;
  try {
    return read(der);
  } catch {
    return 'unreadable';
  }
}

/** The URIs among some names, in order. @throws RangeError when one is not ASCII. */
function urisOf(names: readonly GeneralName[]): string[] {
  return names.flatMap(({ uniformResourceIdentifier: uri }) => (uri === undefined ? [] : [ia5(uri)]));
}

function accessUrls(der: Uint8Array, method: string): string[] {
  const locations = [...parseDer(der, AuthorityInfoAccessSyntax)]
    .filter(({ accessMethod }) => accessMethod === method)
    .map(({ accessLocation }) => accessLocation);
  return urisOf(locations);
}

function crlUrls(der: Uint8Array): string[] {
  return [...parseDer(der, CRLDistributionPoints)].flatMap((point) =>
    urisOf(point.distributionPoint?.fullName ?? []),
  );
}

/** Bit 0 is the highest bit of the first octet (X.690, 8.6.2.2). */
function keyUsage(der: Uint8Array): { keyCertSign: boolean; cRLSign: boolean; digitalSignature: boolean } {
  const first = new Uint8Array(parseDer(der, KeyUsage).value)[0] ?? 0;
  return {
    digitalSignature: (first & 0x80) !== 0,
    keyCertSign: (first & 0x04) !== 0,
    cRLSign: (first & 0x02) !== 0,
  };
}

type Fields = Pick<
  Certificate,
  | 'subjectAltName'
  | 'ocspUrls'
  | 'caIssuersUrls'
  | 'crlUrls'
  | 'mustStaple'
  | 'authorityKeyIdentifier'
  | 'subjectKeyIdentifier'
  | 'basicConstraints'
  | 'keyUsage'
  | 'ctPoison'
>;

/** Reads the extensions that matter here. One that is malformed makes its own fields 'unreadable', nothing else. */
export function readExtensionContents(extensions: Extensions): Fields {
  return {
    subjectAltName: content(extensions, id_ce_subjectAltName, null, readSubjectAltName),
    ocspUrls: content(extensions, id_pe_authorityInfoAccess, [], (der) => accessUrls(der, id_ad_ocsp)),
    caIssuersUrls: content(extensions, id_pe_authorityInfoAccess, [], (der) =>
      accessUrls(der, id_ad_caIssuers),
    ),
    crlUrls: content(extensions, id_ce_cRLDistributionPoints, [], crlUrls),
    mustStaple: content(extensions, TLS_FEATURE, false, mustStaple),
    authorityKeyIdentifier: content(extensions, id_ce_authorityKeyIdentifier, null, (der) => {
      const { keyIdentifier } = parseDer(der, AuthorityKeyIdentifier);
      return keyIdentifier === undefined ? null : hex(new Uint8Array(keyIdentifier.buffer));
    }),
    subjectKeyIdentifier: content(extensions, id_ce_subjectKeyIdentifier, null, (der) =>
      hex(new Uint8Array(parseDer(der, OctetString).buffer)),
    ),
    basicConstraints: content(extensions, id_ce_basicConstraints, null, readBasicConstraints),
    keyUsage: content(extensions, id_ce_keyUsage, null, keyUsage),
    ctPoison: extensions.has(CT_POISON),
  };
}
