/** Certificates and CRLs put together and signed (RFC 5280, 4.1 and 5.1). */
import { randomBytes, sign } from 'node:crypto';
import { AsnConvert } from '@peculiar/asn1-schema';
import {
  AlgorithmIdentifier,
  Certificate,
  CertificateList,
  Extensions,
  SubjectPublicKeyInfo,
  TBSCertificate,
  TBSCertList,
  Time,
  Validity,
  Version,
  type Extension,
  type Name,
} from '@peculiar/asn1-x509';
import type { Key } from './key.ts';

// RFC 4055, 5 (RSA: the parameters are NULL) and RFC 5758, 3.2 (ECDSA: none).
const SHA256_WITH_RSA = new AlgorithmIdentifier({
  algorithm: '1.2.840.113549.1.1.11',
  parameters: new Uint8Array([0x05, 0x00]).buffer,
});
const ECDSA_WITH_SHA256 = new AlgorithmIdentifier({ algorithm: '1.2.840.10045.4.3.2' });
const ECDSA_WITH_SHA384 = new AlgorithmIdentifier({ algorithm: '1.2.840.10045.4.3.3' });

function signatureOf(key: Key): { algorithm: AlgorithmIdentifier; digest: 'sha256' | 'sha384' } {
  if (key.kind === 'rsa') return { algorithm: SHA256_WITH_RSA, digest: 'sha256' };
  if (key.kind === 'p256') return { algorithm: ECDSA_WITH_SHA256, digest: 'sha256' };
  return { algorithm: ECDSA_WITH_SHA384, digest: 'sha384' };
}

function signed(der: ArrayBuffer, key: Key): ArrayBuffer {
  const value = sign(signatureOf(key).digest, Buffer.from(der), { key: key.privateKey, dsaEncoding: 'der' });
  return new Uint8Array(value).buffer;
}

/** Random and positive: the first octet is 0x01 to 0x7f, so that the DER has neither sign octet nor leading zero. */
export function newSerialNumber(octets: 16 | 18): Buffer {
  const serial = randomBytes(octets);
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x01;
  return serial;
}

export interface CertificateContent {
  serialNumber: Buffer;
  subject: Name;
  key: Key;
  validity: { notBefore: Date; notAfter: Date };
  extensions: Extension[];
}

/** DER of a certificate over `content`, issued by `issuer` with `issuerKey`. */
export function signCertificate(content: CertificateContent, issuer: Name, issuerKey: Key): Buffer {
  const { algorithm } = signatureOf(issuerKey);
  const body = new TBSCertificate({
    version: Version.v3,
    serialNumber: new Uint8Array(content.serialNumber).buffer,
    signature: algorithm,
    issuer,
    validity: new Validity(content.validity),
    subject: content.subject,
    subjectPublicKeyInfo: AsnConvert.parse(content.key.spki, SubjectPublicKeyInfo),
    extensions: new Extensions(content.extensions),
  });
  const certificate = new Certificate({
    tbsCertificate: body,
    signatureAlgorithm: algorithm,
    signatureValue: signed(AsnConvert.serialize(body), issuerKey),
  });
  return Buffer.from(AsnConvert.serialize(certificate));
}

/** DER of a CRL that lists nothing as revoked. */
export function signRevocationList(
  issuer: Name,
  issuerKey: Key,
  update: { thisUpdate: Date; nextUpdate: Date },
  extensions: Extension[],
): Buffer {
  const { algorithm } = signatureOf(issuerKey);
  const body = new TBSCertList({
    version: Version.v2,
    signature: algorithm,
    issuer,
    thisUpdate: new Time(update.thisUpdate),
    nextUpdate: new Time(update.nextUpdate),
    crlExtensions: extensions,
  });
  const list = new CertificateList({
    tbsCertList: body,
    signatureAlgorithm: algorithm,
    signature: signed(AsnConvert.serialize(body), issuerKey),
  });
  return Buffer.from(AsnConvert.serialize(list));
}

/** PEM of a certificate's DER (RFC 7468, 5). */
export function certificatePem(der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}
