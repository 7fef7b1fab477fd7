/** A PKI for one test: certificates of whatever shape a test needs, and the table of authorities that knows them. */
import { OctetString } from '@peculiar/asn1-schema';
import {
  AttributeTypeAndValue,
  AttributeValue,
  Extension,
  KeyUsageFlags,
  Name,
  RelativeDistinguishedName,
} from '@peculiar/asn1-x509';
import type { Certificate } from '../../../src/certificate/certificate.ts';
import { readCertificate } from '../../../src/certificate/read.ts';
import type { Authority } from '../../../src/letsencrypt/authority.ts';
import { authorityKeyIdentifier, basicConstraints, keyUsage } from '../../world/pki/extensions.ts';
import { keyIdentifier, newKey, type Key } from '../../world/pki/key.ts';
import { newSerialNumber, signCertificate } from '../../world/pki/signing.ts';

/** RFC 6962, 3.1: critical, with NULL inside. */
const POISON = new Extension({
  extnID: '1.3.6.1.4.1.11129.2.4.3',
  critical: true,
  extnValue: new OctetString(Uint8Array.of(5, 0)),
});

export interface NameText {
  country?: string;
  organization?: string;
  commonName?: string;
}

export type StringType = 'printableString' | 'utf8String' | 'bmpString';

/** Whoever has a name and a key. The same key may stand under two names, and one name over two keys. */
export interface Holder {
  name: NameText;
  key: Key;
}

export interface Shape {
  /** What the certificate names as its issuer; default: the name of who signs it. */
  issuerName?: NameText;
  issuerStringType?: StringType;
  /** null: the extension is absent. */
  basicConstraints?: { ca: boolean; pathLength?: number } | null;
  /** An or of KeyUsageFlags; null: the extension is absent. */
  keyUsage?: number | null;
  /** Default: that of the key that signs; null: the extension is absent. */
  authorityKeyIdentifier?: Buffer | null;
  poison?: boolean;
  /** Extensions besides those above. */
  further?: Extension[];
}

/** Somebody with a fresh key. */
export async function holder(commonName: string, organization?: string, country?: string): Promise<Holder> {
  const name = {
    ...(country === undefined ? {} : { country }),
    ...(organization === undefined ? {} : { organization }),
    commonName,
  };
  return { name, key: await newKey('p256') };
}

/** Somebody who calls himself by another's name. */
export async function namesakeOf({ name }: Holder): Promise<Holder> {
  return { name, key: await newKey('p256') };
}

/** The DER of a certificate over the subject's key, signed by the issuer's; a server's certificate by default. */
export function leafDer(subject: Holder, issuer: Holder, shape: Shape = {}): Buffer {
  return signed(subject, issuer, {
    basicConstraints: { ca: false },
    keyUsage: KeyUsageFlags.digitalSignature,
    ...shape,
  });
}

/** A server's certificate, as CAs issue them today. */
export function leaf(subject: Holder, issuer: Holder, shape: Shape = {}): Promise<Certificate> {
  return readCertificate(leafDer(subject, issuer, shape));
}

/** A CA certificate; self-signed where both are one. */
export function caCertificate(subject: Holder, issuer: Holder, shape: Shape = {}): Promise<Certificate> {
  const ca = {
    basicConstraints: { ca: true },
    keyUsage: KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign,
  };
  return readCertificate(signed(subject, issuer, { ...ca, ...shape }));
}

/** The table's record of a CA. */
export function authorityOf(
  { name, key }: Holder,
  role: Authority['role'],
  environment: Authority['environment'] = 'production',
): Authority {
  return {
    commonName: name.commonName ?? '',
    organization: name.organization ?? null,
    country: name.country ?? null,
    role,
    environment,
    status: role === 'root' ? 'root' : 'active',
    spki: key.spki.toString('base64'),
    keyIdentifier: keyIdentifier(key).toString('hex'),
  };
}

function signed(subject: Holder, issuer: Holder, shape: Shape): Buffer {
  const extensions: Extension[] = [];
  const { basicConstraints: constraints = null, keyUsage: usage = null } = shape;
  const { authorityKeyIdentifier: authorityKey = keyIdentifier(issuer.key) } = shape;
  if (constraints !== null) extensions.push(basicConstraints(constraints.ca, constraints.pathLength ?? null));
  if (usage !== null) extensions.push(keyUsage(usage));
  if (authorityKey !== null) extensions.push(authorityKeyIdentifier(authorityKey));
  if (shape.poison === true) extensions.push(POISON);
  extensions.push(...(shape.further ?? []));
  return signCertificate(
    {
      serialNumber: newSerialNumber(16),
      subject: encodedName(subject.name),
      key: subject.key,
      validity: { notBefore: new Date('2026-01-01T00:00:00Z'), notAfter: new Date('2036-01-01T00:00:00Z') },
      extensions,
    },
    encodedName(shape.issuerName ?? issuer.name, shape.issuerStringType),
    issuer.key,
  );
}

function encodedName(text: NameText, stringType: StringType = 'printableString'): Name {
  const attributes: [type: string, text: string | undefined][] = [
    ['2.5.4.6', text.country],
    ['2.5.4.10', text.organization],
    ['2.5.4.3', text.commonName],
  ];
  return new Name(
    attributes.flatMap(([type, value]) => {
      if (value === undefined) return [];
      const attribute = new AttributeTypeAndValue({
        type,
        value: new AttributeValue({ [stringType]: value }),
      });
      return [new RelativeDistinguishedName([attribute])];
    }),
  );
}
