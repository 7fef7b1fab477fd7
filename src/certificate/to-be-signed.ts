/** TBSCertificate (RFC 5280, 4.1.2): the part of a certificate that the signature covers. */
import { UnreadableCertificate, type Certificate, type Name } from './certificate.ts';
import { bytesOf, childrenOf, contentOf, TAG, type Element } from './der.ts';
import { readExtensions, type Extensions } from './extensions.ts';
import { readName } from './name.ts';
import { keyKind } from './public-key.ts';
import { serialText } from './serial-number.ts';
import { readTime } from './time.ts';

const VERSION = 0xa0;
const ISSUER_UNIQUE_ID = 0x81;
const SUBJECT_UNIQUE_ID = 0x82;
const EXTENSIONS = 0xa3;

export interface ToBeSigned {
  subject: Name;
  issuer: Name;
  serialNumber: string;
  validity: Certificate['validity'];
  publicKey: Certificate['publicKey'];
  /** The inner signature algorithm, as it stands. */
  signatureAlgorithm: Element;
  extensions: Extensions;
}

function refuse(what: string): never {
  throw new UnreadableCertificate('not-a-certificate', what);
}

/** Takes the next field when it has this tag. */
function takeOptional(fields: Element[], tag: number): Element | null {
  return fields[0]?.tag === tag ? (fields.shift() ?? null) : null;
}

function take(fields: Element[], tag: number, what: string): Element {
  return takeOptional(fields, tag) ?? refuse(`the ${what} is missing`);
}

function checkVersion(field: Element | null): void {
  if (!field) return;
  const [version, ...others] = childrenOf(field);
  const number = version?.tag === TAG.integer ? contentOf(version) : new Uint8Array();
  if (others.length > 0 || number.length !== 1 || (number[0] ?? 3) > 2)
    refuse('the version is none of 1, 2 and 3');
}

function readValidity(field: Element): Certificate['validity'] {
  const [notBefore, notAfter, ...others] = childrenOf(field);
  if (!notBefore || !notAfter || others.length > 0) refuse('the validity is not two times');
  return { notBefore: readTime(notBefore), notAfter: readTime(notAfter) };
}

function readPublicKey(field: Element): Certificate['publicKey'] {
  const spki = bytesOf(field);
  try {
    return { spki, ...keyKind(spki) };
  } catch (cause) {
    throw new UnreadableCertificate('not-a-certificate', 'the public key cannot be read', { cause });
  }
}

/**
 * Reads a TBSCertificate.
 *
 * @param element already checked to be DER.
 * @throws UnreadableCertificate `not-a-certificate` or `bad-time`
 */
export function readToBeSigned(element: Element): ToBeSigned {
  const fields = childrenOf(element);
  checkVersion(takeOptional(fields, VERSION));
  const serialNumber = serialText(contentOf(take(fields, TAG.integer, 'serial number')));
  const signatureAlgorithm = take(fields, TAG.sequence, 'inner signature algorithm');
  const issuer = readName(take(fields, TAG.sequence, 'issuer'), 'issuer');
  const validity = readValidity(take(fields, TAG.sequence, 'validity'));
  const subject = readName(take(fields, TAG.sequence, 'subject'), 'subject');
  const publicKey = readPublicKey(take(fields, TAG.sequence, 'public key'));
  takeOptional(fields, ISSUER_UNIQUE_ID);
  takeOptional(fields, SUBJECT_UNIQUE_ID);
  const extensionsField = takeOptional(fields, EXTENSIONS);
  if (fields.length > 0) refuse('it has fields that no certificate has');
  const extensions: Extensions = extensionsField ? readExtensions(extensionsField) : new Map();
  return { subject, issuer, serialNumber, validity, publicKey, signatureAlgorithm, extensions };
}
