/** One certification authority of the world: its name, key and certificate, and the hosts of its services. */
import { KeyUsageFlags } from '@peculiar/asn1-x509';
import type { Environment } from '../../../src/letsencrypt/issuer.ts';
import {
  authorityInformationAccess,
  authorityKeyIdentifier,
  basicConstraints,
  crlDistributionPoint,
  domainValidated,
  keyUsage,
  serverAuth,
  subjectKeyIdentifier,
} from './extensions.ts';
import { keyIdentifier, newKey, type Key, type KeyKind } from './key.ts';
import { caName, type CaName } from './name.ts';
import { newSerialNumber, signCertificate } from './signing.ts';

const DAY = 24 * 60 * 60 * 1000;

export interface AuthorityShape {
  name: CaName;
  /** Whose shape the CA has; null: another operator's. */
  letsEncrypt: Environment | null;
  /** The test build's facts include it. */
  inFacts: boolean;
  key: KeyKind;
  /** How its key identifier is made; see `keyIdentifier`. */
  identifier?: 'sha1';
  hosts: { ocsp: string | null; crl: string; issuer: string };
}

export interface Authority extends AuthorityShape {
  role: 'root' | 'intermediate';
  keyPair: Key;
  keyIdentifier: Buffer;
  /** DER: a root's own signature, or that of the root above. */
  certificate: Buffer;
  /** What the CA's issuer URL serves, DER. */
  published: Buffer;
  /** What a server sends after its leaf, DER: this CA's certificate and the cross-signs above it. */
  chain: Buffer[];
}

/** Where the world's CA services listen, on 127.0.0.1. */
export interface ServicePorts {
  ocsp: number;
  repository: number;
}

const ROOT_USAGE = KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign;

function validity(now: number, daysBefore: number, daysAfter: number) {
  return { notBefore: new Date(now - daysBefore * DAY), notAfter: new Date(now + daysAfter * DAY) };
}

/** A self-signed root. `now`: milliseconds since the epoch. */
export async function newRoot(shape: AuthorityShape, now: number): Promise<Authority> {
  const keyPair = await newKey(shape.key);
  const identifier = keyIdentifier(keyPair, shape.identifier);
  const content = {
    serialNumber: newSerialNumber(16),
    subject: caName(shape.name),
    key: keyPair,
    validity: validity(now, 400, 5000),
    extensions: [keyUsage(ROOT_USAGE), basicConstraints(true, null), subjectKeyIdentifier(identifier)],
  };
  const certificate = signCertificate(content, content.subject, keyPair);
  return {
    ...shape,
    role: 'root',
    keyPair,
    keyIdentifier: identifier,
    certificate,
    published: certificate,
    chain: [],
  };
}

function issuedBy(parent: Authority, ports: ServicePorts) {
  const caIssuers = `http://${parent.hosts.issuer}:${ports.repository}/`;
  return [
    authorityKeyIdentifier(parent.keyIdentifier),
    authorityInformationAccess({ ocsp: null, caIssuers }),
    domainValidated(),
    crlDistributionPoint(`http://${parent.hosts.crl}:${ports.repository}/`),
  ];
}

/** A root's key certified by another root: DER. */
export function crossSign(root: Authority, by: Authority, now: number, ports: ServicePorts): Buffer {
  const extensions = [
    keyUsage(ROOT_USAGE),
    serverAuth(),
    basicConstraints(true, null),
    subjectKeyIdentifier(root.keyIdentifier),
    ...issuedBy(by, ports),
  ];
  const content = {
    serialNumber: newSerialNumber(16),
    subject: caName(root.name),
    key: root.keyPair,
    validity: validity(now, 150, 2000),
    extensions,
  };
  return signCertificate(content, caName(by.name), by.keyPair);
}

/** An intermediate issued by `root`. `crossSigns`: what a server sends after it, DER. */
export async function newIntermediate(
  shape: AuthorityShape,
  root: Authority,
  crossSigns: Buffer[],
  now: number,
  ports: ServicePorts,
): Promise<Authority> {
  const keyPair = await newKey(shape.key);
  const identifier = keyIdentifier(keyPair, shape.identifier);
  const extensions = [
    keyUsage(KeyUsageFlags.digitalSignature | ROOT_USAGE),
    serverAuth(),
    basicConstraints(true, 0),
    subjectKeyIdentifier(identifier),
    ...issuedBy(root, ports),
  ];
  const content = {
    serialNumber: newSerialNumber(16),
    subject: caName(shape.name),
    key: keyPair,
    validity: validity(now, 300, 700),
    extensions,
  };
  const certificate = signCertificate(content, caName(root.name), root.keyPair);
  const chain = [certificate, ...crossSigns];
  return {
    ...shape,
    role: 'intermediate',
    keyPair,
    keyIdentifier: identifier,
    certificate,
    published: certificate,
    chain,
  };
}
