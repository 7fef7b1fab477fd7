/** End-entity certificates, each kind shaped like those of its time. */
import { KeyUsageFlags } from '@peculiar/asn1-x509';
import type { Authority, ServicePorts } from './authority.ts';
import {
  authorityInformationAccess,
  authorityKeyIdentifier,
  basicConstraints,
  crlDistributionPoint,
  domainValidated,
  keyUsage,
  mustStaple,
  serverAuth,
  subjectAltName,
  subjectKeyIdentifier,
} from './extensions.ts';
import { keyIdentifier, type Key } from './key.ts';
import { caName, leafName } from './name.ts';
import { newSerialNumber, signCertificate } from './signing.ts';

const HOUR = 60 * 60 * 1000;

/** The shard of the CA's CRL that every leaf of the world names. */
export const CRL_PATH = '/45.crl';

export interface LeafShape {
  issuer: Authority;
  dns: string[];
  ip: string[];
  /** The OCSP URL is named, as before 2025-05 or by other CAs. */
  ocsp: boolean;
  crl: boolean;
  mustStaple: boolean;
  /** Hours before and after `now`. */
  validity: { before: number; after: number };
  /** The first name is also the subject's common name; false: the subject is empty. */
  commonName: boolean;
}

export interface Leaf {
  certificate: Buffer;
  key: Key;
  issuer: Authority;
  /** Lower-case hex. */
  serialNumber: string;
  notAfter: Date;
  ocsp: boolean;
}

/** A leaf over `key`. `now`: milliseconds since the epoch. */
export function newLeaf(shape: LeafShape, key: Key, now: number, ports: ServicePorts): Leaf {
  const { issuer } = shape;
  const serialNumber = newSerialNumber(18);
  const commonName = shape.commonName ? (shape.dns[0] ?? null) : null;
  const usage = KeyUsageFlags.digitalSignature | (key.kind === 'rsa' ? KeyUsageFlags.keyEncipherment : 0);
  const ocsp = shape.ocsp && issuer.hosts.ocsp !== null ? `http://${issuer.hosts.ocsp}:${ports.ocsp}` : null;
  const notAfter = new Date(now + shape.validity.after * HOUR);
  const extensions = [
    keyUsage(usage),
    serverAuth(),
    basicConstraints(false, null),
    ...(shape.commonName ? [subjectKeyIdentifier(keyIdentifier(key))] : []),
    authorityKeyIdentifier(issuer.keyIdentifier),
    authorityInformationAccess({
      ocsp,
      caIssuers: `http://${issuer.hosts.issuer}:${ports.repository}/`,
    }),
    subjectAltName({ dns: shape.dns, ip: shape.ip }, commonName === null),
    domainValidated(),
    ...(shape.crl ? [crlDistributionPoint(`http://${issuer.hosts.crl}:${ports.repository}${CRL_PATH}`)] : []),
    ...(shape.mustStaple ? [mustStaple()] : []),
  ];
  const content = {
    serialNumber,
    subject: leafName(commonName),
    key,
    validity: { notBefore: new Date(now - shape.validity.before * HOUR), notAfter },
    extensions,
  };
  const certificate = signCertificate(content, caName(issuer.name), issuer.keyPair);
  return {
    certificate,
    key,
    issuer,
    serialNumber: serialNumber.toString('hex'),
    notAfter,
    ocsp: ocsp !== null,
  };
}
