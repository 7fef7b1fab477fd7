/** What Node's reader (OpenSSL's) says of the same bytes. */
import { createPublicKey, verify, X509Certificate } from 'node:crypto';
import type { Certificate } from '../../src/certificate/certificate.ts';
import { SIGNER, spkiOf } from '../unit/certificate/certificate-builder.ts';
import { parse, write, type Node } from './der-tree.ts';

/** How the two disagree about one certificate; null: they do not. */
export interface Disagreement {
  what: string;
  /** Known, and right as it is: see `KNOWN`. */
  explained: boolean;
}

/**
 * Parts that are read here whatever is in them and that OpenSSL parses at once. What is not read cannot mislead:
 * - names: a value of a strange type is shown as it can be, since a browser that accepts the certificate shows it too;
 * - public key: it is handed to WebCrypto as it is, and only if it should verify something;
 * - extensions: one that is malformed is reported as `unreadable`, so that the rest of the certificate is of use.
 */
const KNOWN: Record<string, (toBeSigned: Node) => void> = {
  names: ({ parts }) => {
    for (const at of [fieldAt(parts, 2), fieldAt(parts, 4)]) parts[at] = EMPTY_SEQUENCE;
  },
  'public key': ({ parts }) => {
    parts[fieldAt(parts, 5)] = SOUND_KEY;
  },
  extensions: ({ parts }) => {
    parts.splice(fieldAt(parts, 6));
  },
};
const EMPTY_SEQUENCE: Node = { tag: 0x30, content: new Uint8Array(), parts: [] };
const SOUND_KEY: Node = { ...EMPTY_SEQUENCE, content: contentOf(spkiOf(SIGNER)) };
/** [0], the version, stands before the other fields where it stands at all. */
const VERSION = 0xa0;

export function disagreement(der: Uint8Array, read: Certificate): Disagreement | null {
  const other = opened(der);
  if (other === null) {
    const because = differenceOf(der);
    return { what: `read here, refused by Node: ${because ?? 'unknown'}`, explained: because !== null };
  }
  const pairs: [field: string, here: string | number, there: string | number][] = [
    ['fingerprint', read.sha256, other.fingerprint256.replaceAll(':', '').toLowerCase()],
    // Node writes zero with one digit, and every other octet with two.
    ['serial number', read.serialNumber, other.serialNumber.toLowerCase().replace(/^0$/, '00')],
    ['start', Date.parse(read.validity.notBefore), Date.parse(other.validFrom)],
    ['end', Date.parse(read.validity.notAfter), Date.parse(other.validTo)],
  ];
  const [differing] = pairs.filter(([, here, there]) => here !== there);
  return differing === undefined ? null : { what: `another ${differing.join(', ')}`, explained: false };
}

/** The known difference that accounts for Node's refusal: without that part, Node reads the certificate too. */
function differenceOf(der: Uint8Array): string | null {
  const without = (changes: ((toBeSigned: Node) => void)[]) => {
    const root = parse(der);
    const [toBeSigned] = root?.parts ?? [];
    if (root === null || toBeSigned === undefined) return false;
    for (const change of changes) change(toBeSigned);
    return opened(write(root)) !== null;
  };
  const alone = Object.entries(KNOWN).find(([, change]) => without([change]));
  if (alone !== undefined) return alone[0];
  return without(Object.values(KNOWN)) ? 'several of these' : null;
}

function fieldAt(parts: Node[], field: number): number {
  return parts[0]?.tag === VERSION ? field + 1 : field;
}

function opened(der: Uint8Array): X509Certificate | null {
  try {
    return new X509Certificate(der);
  } catch {
    return null;
  }
}

/** What stands in an element of up to 127 octets, which an elliptic curve's key is. */
function contentOf(element: Uint8Array): Uint8Array {
  return element.subarray(2);
}

/** Whether OpenSSL too finds that the key signed the certificate. All CAs of these tests sign with SHA-256. */
export function nodeVerifies({ signed, signature }: Certificate, spki: string): boolean {
  const key = createPublicKey({ key: Buffer.from(spki, 'base64'), format: 'der', type: 'spki' });
  return verify('sha256', signed, key, signature.value);
}
