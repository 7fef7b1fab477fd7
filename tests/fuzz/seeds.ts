/** Chains shaped like real ones, of every kind that the program tells apart, under CAs made for the occasion. */
import { createHash } from 'node:crypto';
import type { Authority } from '../../src/letsencrypt/authority.ts';
import {
  certificateDer,
  ecKey,
  extension,
  name,
  OID,
  PRINTABLE,
  rsaKey,
  spkiOf,
  UTF8,
  type KeyPair,
  type Shape,
} from '../unit/certificate/certificate-builder.ts';
import {
  boolean,
  integer,
  octetString,
  oid,
  sequence,
  text,
  tlv,
  type Bytes,
} from '../unit/certificate/der-builder.ts';

/** Which algorithm a key of the tests signs with. */
type Algorithm = 'ecdsaSha256' | 'rsaSha256';

interface Issuing {
  commonName: string;
  organization: string;
  keys: KeyPair;
  algorithm: Algorithm;
}

export interface Seed {
  /** The end-entity certificate, then CA certificates. */
  chain: Uint8Array[];
  /** Who signed each of them. */
  signers: Issuing[];
}

export interface Seeds {
  seeds: Seed[];
  authorities: Authority[];
  /** Signs for nobody. */
  stranger: Issuing;
}

export function makeSeeds(): Seeds {
  const root: Issuing = issuing('Fuzz Root X1', 'Internet Security Research Group', 'rsaSha256');
  const known = issuing('FE1', "Let's Encrypt", 'ecdsaSha256');
  const old = issuing('FR1', "Let's Encrypt", 'rsaSha256');
  const newer = issuing('FZ1', "Let's Encrypt", 'ecdsaSha256');
  const other = issuing('Example TLS CA 1', 'Example Trust', 'ecdsaSha256');
  const newerCa = ca(newer, root);
  return {
    seeds: [
      { chain: [today(known)], signers: [known] },
      { chain: [before2025(old)], signers: [old] },
      { chain: [today(newer), newerCa], signers: [newer, root] },
      { chain: [today(other)], signers: [other] },
    ],
    authorities: [authority(root, 'root'), authority(known, 'intermediate'), authority(old, 'intermediate')],
    stranger: issuing('FE1', "Let's Encrypt", 'ecdsaSha256'),
  };
}

function issuing(commonName: string, organization: string, algorithm: Algorithm): Issuing {
  return { commonName, organization, keys: algorithm === 'rsaSha256' ? rsaKey() : ecKey(), algorithm };
}

/** A leaf as CAs issue them now: no OCSP, a list of revoked certificates, no common name. */
function today(issuer: Issuing): Buffer {
  return certificateDer({
    ...signedBy(issuer),
    serialNumber: integer(0x05, ...Array.from({ length: 17 }, (_, index) => index * 7)),
    subject: name(),
    extensions: [
      ...ofLeaf(issuer),
      access(['1.3.6.1.5.5.7.48.2', `http://fe1.i.fuzz.example/`]),
      extension(OID.subjectAltName, sequence(text(0x82, 'example.org'), tlv(0x87, [192, 0, 2, 1])), true),
      extension('2.5.29.32', sequence(sequence(oid('2.23.140.1.2.1')))),
      extension(
        OID.crlDistributionPoints,
        sequence(sequence(tlv(0xa0, tlv(0xa0, text(0x86, 'http://fe1.c.fuzz.example/45.crl'))))),
      ),
      extension('1.3.6.1.4.1.11129.2.4.2', octetString(new Uint8Array(120).fill(0x5a))),
    ],
  });
}

/** A leaf as before May 2025: OCSP, a common name, must-staple. */
function before2025(issuer: Issuing): Buffer {
  return certificateDer({
    ...signedBy(issuer),
    subject: name([OID.commonName, UTF8, 'example.org']),
    extensions: [
      ...ofLeaf(issuer),
      access(
        ['1.3.6.1.5.5.7.48.1', 'http://fr1.o.fuzz.example'],
        ['1.3.6.1.5.5.7.48.2', 'http://fr1.i.fuzz.example/'],
      ),
      extension(OID.subjectAltName, sequence(text(0x82, 'example.org'), text(0x82, '*.example.org'))),
      extension(OID.tlsFeature, sequence(integer(5))),
    ],
  });
}

function ca(subject: Issuing, issuer: Issuing): Buffer {
  return certificateDer({
    ...signedBy(issuer),
    subject: nameOf(subject),
    spki: spkiOf(subject.keys),
    extensions: [
      extension(OID.basicConstraints, sequence(boolean(true), integer(0)), true),
      extension(OID.keyUsage, tlv(0x03, [1, 0x86]), true),
      extension(OID.subjectKeyIdentifier, octetString(identifier(subject))),
      extension(OID.authorityKeyIdentifier, sequence(tlv(0x80, identifier(issuer)))),
    ],
  });
}

function ofLeaf(issuer: Issuing): Buffer[] {
  return [
    extension(OID.keyUsage, tlv(0x03, [7, 0x80]), true),
    extension('2.5.29.37', sequence(oid('1.3.6.1.5.5.7.3.1'))),
    extension(OID.basicConstraints, sequence(), true),
    extension(OID.authorityKeyIdentifier, sequence(tlv(0x80, identifier(issuer)))),
  ];
}

function access(...locations: [method: string, url: string][]): Buffer {
  const descriptions = locations.map(([method, url]) => sequence(oid(method), text(0x86, url)));
  return extension(OID.authorityInfoAccess, sequence(...descriptions));
}

function signedBy(issuer: Issuing): Pick<Shape, 'issuer' | 'signer' | 'algorithm'> {
  return { issuer: nameOf(issuer), signer: issuer.keys, algorithm: issuer.algorithm };
}

function nameOf({ organization, commonName }: Issuing): Bytes {
  return name(
    ['2.5.4.6', PRINTABLE, 'US'],
    [OID.organization, PRINTABLE, organization],
    [OID.commonName, PRINTABLE, commonName],
  );
}

function authority(issuer: Issuing, role: Authority['role']): Authority {
  return {
    commonName: issuer.commonName,
    organization: issuer.organization,
    country: 'US',
    role,
    environment: 'production',
    status: role === 'root' ? 'root' : 'active',
    spki: spkiOf(issuer.keys).toString('base64'),
    keyIdentifier: identifier(issuer).toString('hex'),
  };
}

function identifier({ keys }: Issuing): Buffer {
  return createHash('sha256').update(spkiOf(keys)).digest().subarray(0, 20);
}
