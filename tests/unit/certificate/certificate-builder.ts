/** Certificates that a test makes itself, right in every part but the one that the test changes. */
import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import {
  bitString,
  boolean,
  integer,
  NULL,
  octetString,
  oid,
  sequence,
  text,
  tlv,
  type Bytes,
} from './der-builder.ts';

export const OID = {
  commonName: '2.5.4.3',
  organization: '2.5.4.10',
  subjectKeyIdentifier: '2.5.29.14',
  keyUsage: '2.5.29.15',
  subjectAltName: '2.5.29.17',
  basicConstraints: '2.5.29.19',
  crlDistributionPoints: '2.5.29.31',
  authorityKeyIdentifier: '2.5.29.35',
  authorityInfoAccess: '1.3.6.1.5.5.7.1.1',
  tlsFeature: '1.3.6.1.5.5.7.1.24',
  ctPoison: '1.3.6.1.4.1.11129.2.4.3',
} as const;

export const UTF8 = 0x0c;
export const PRINTABLE = 0x13;
export const UTC_TIME = 0x17;

export interface KeyPair {
  publicKey: KeyObject;
  privateKey: KeyObject;
}

export function rsaKey(bits = 2048): KeyPair {
  return generateKeyPairSync('rsa', { modulusLength: bits });
}

export function ecKey(namedCurve = 'P-256'): KeyPair {
  return generateKeyPairSync('ec', { namedCurve });
}

export function spkiOf({ publicKey }: KeyPair): Buffer {
  return publicKey.export({ type: 'spki', format: 'der' });
}

/** A Name of one attribute a RelativeDistinguishedName. */
export function name(...attributes: [type: string, tag: number, value: string | Bytes][]): Buffer {
  return sequence(
    ...attributes.map(([type, tag, value]) => tlv(0x31, sequence(oid(type), text(tag, value)))),
  );
}

export function extension(type: string, content: Bytes, critical?: boolean): Buffer {
  return sequence(oid(type), ...(critical === undefined ? [] : [boolean(critical)]), octetString(content));
}

/** Signature algorithms: AlgorithmIdentifier, and the digest as Node names it. */
export const ALGORITHMS = {
  rsaSha1: { identifier: sequence(oid('1.2.840.113549.1.1.5'), NULL), digest: 'sha1' },
  rsaSha256: { identifier: sequence(oid('1.2.840.113549.1.1.11'), NULL), digest: 'sha256' },
  rsaSha384: { identifier: sequence(oid('1.2.840.113549.1.1.12'), NULL), digest: 'sha384' },
  rsaSha512: { identifier: sequence(oid('1.2.840.113549.1.1.13'), NULL), digest: 'sha512' },
  ecdsaSha256: { identifier: sequence(oid('1.2.840.10045.4.3.2')), digest: 'sha256' },
  ecdsaSha384: { identifier: sequence(oid('1.2.840.10045.4.3.3')), digest: 'sha384' },
  ecdsaSha512: { identifier: sequence(oid('1.2.840.10045.4.3.4')), digest: 'sha512' },
  ed25519: { identifier: sequence(oid('1.3.101.112')), digest: null },
} as const;

export interface Shape {
  version?: Bytes;
  serialNumber?: Buffer;
  algorithm?: keyof typeof ALGORITHMS;
  /** AlgorithmIdentifier outside of TBSCertificate; default: the same. */
  outerAlgorithm?: Bytes;
  issuer?: Bytes;
  subject?: Bytes;
  notBefore?: Bytes;
  notAfter?: Bytes;
  spki?: Bytes;
  /** Extension elements; undefined: the field is absent. */
  extensions?: Bytes[];
  /** Fields after the extensions, which no certificate has. */
  more?: Bytes[];
  /** The signature's BIT STRING; default: one that verifies. */
  signature?: Bytes;
  signer?: KeyPair;
}

/** Made once: most tests do not care which key it is. */
export const SIGNER = ecKey();

/** A certificate as `shape` says; everything unsaid is right. */
export function certificateDer(shape: Shape = {}): Buffer {
  const { algorithm = 'ecdsaSha256', signer = SIGNER } = shape;
  const { identifier, digest } = ALGORITHMS[algorithm];
  const toBeSigned = sequence(
    shape.version ?? tlv(0xa0, integer(2)),
    shape.serialNumber ?? integer(0x0a, 0x0b),
    identifier,
    shape.issuer ??
      name([OID.organization, PRINTABLE, 'Example Trust'], [OID.commonName, PRINTABLE, 'Example CA 1']),
    sequence(
      shape.notBefore ?? text(UTC_TIME, '260706000000Z'),
      shape.notAfter ?? text(UTC_TIME, '261004000000Z'),
    ),
    shape.subject ?? name([OID.commonName, UTF8, 'www.example.org']),
    shape.spki ?? spkiOf(SIGNER),
    ...(shape.extensions ? [tlv(0xa3, sequence(...shape.extensions))] : []),
    ...(shape.more ?? []),
  );
  return sequence(
    toBeSigned,
    shape.outerAlgorithm ?? identifier,
    shape.signature ?? bitString(sign(digest, toBeSigned, signer.privateKey)),
  );
}

/** A certificate with these extensions, by identifier and content. */
export function withExtensions(...extensions: [type: string, content: Bytes][]): Buffer {
  return certificateDer({ extensions: extensions.map(([type, content]) => extension(type, content)) });
}
