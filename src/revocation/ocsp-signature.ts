/** Who signed an OCSP response: the CA that issued the certificate, or a responder that this CA authorised. */
import type { Certificate } from '../certificate/certificate.ts';
import { bytesOf, childrenOf, contentOf, elementAt, TAG, type Element } from '../certificate/der.ts';
import { hex } from '../certificate/hex.ts';
import { dottedIdentifier } from '../certificate/object-identifier.ts';
import { readCertificate } from '../certificate/read.ts';
import { serialText } from '../certificate/serial-number.ts';
import { isSignedBy, type Signed, type Verification } from '../certificate/signature.ts';
import { readTime } from '../certificate/time.ts';
import { readToBeSigned } from '../certificate/to-be-signed.ts';
import { basicResponseFields, EXPLICIT, expect, only, responseDataFields } from './basic-response.ts';

const EXTENDED_KEY_USAGE = '2.5.29.37';
/** id-kp-OCSPSigning. */
const OCSP_SIGNING = '1.3.6.1.5.5.7.3.9';
/** Digests that a CertID is made with: SHA-1 (RFC 6960, 4.3), and SHA-256 where a responder was asked so. */
const DIGESTS: Readonly<Record<string, string>> = {
  '1.3.14.3.2.26': 'SHA-1',
  '2.16.840.1.101.3.4.2.1': 'SHA-256',
};
/** More than any responder sends along. */
const MOST_DELEGATES = 4;

/**
 * Verifies that an OCSP response is about a certificate and was signed by the CA that issued it, or by a responder
 * whose certificate that CA signed for this purpose (RFC 6960, 3.2 (1) to (4) and 4.2.2.2). Its dates are not looked at, nor
 * whether the responder's certificate was revoked.
 *
 * @param der of the OCSPResponse
 * @param issuerSpki DER of the SubjectPublicKeyInfo of the CA that is known to have issued the certificate
 * @returns never throws. `not-verified`: nobody with the CA's leave made it for this certificate
 */
export async function verifyOcspResponse(
  der: Uint8Array,
  certificate: Certificate,
  issuerSpki: Uint8Array,
): Promise<Verification> {
  try {
    const fields = basicResponseFields(der);
    if (fields === null) return 'cannot-verify';
    const [data, algorithm, signature, certificates] = fields;
    const { producedAt, responses } = responseDataFields(data);
    if (!(await isAbout(responses, certificate, issuerSpki))) return 'not-verified';
    const response: Signed = {
      signed: bytesOf(expect(data, TAG.sequence)),
      signature: {
        algorithm: identifierOf(expect(algorithm, TAG.sequence)),
        value: contentOf(expect(signature, TAG.bitString)).subarray(1),
      },
    };
    const byIssuer = await isSignedBy(response, issuerSpki);
    if (byIssuer === 'verified' || certificates === undefined) return byIssuer;
    const time = readTime(expect(producedAt, 0x18));
    const delegates = childrenOf(only(certificates, EXPLICIT[0])).slice(0, MOST_DELEGATES);
    for (const delegate of delegates) {
      const spki = await delegatedKey(delegate, certificate, issuerSpki, time);
      if (spki !== null && (await isSignedBy(response, spki)) === 'verified') return 'verified';
    }
    return byIssuer;
  } catch {
    return 'cannot-verify';
  }
}

/** Whether the answer with the certificate's serial number names its issuer, by name and key (CertID, 4.1.1). */
async function isAbout(
  responses: Element[],
  { serialNumber, issuer }: Certificate,
  issuerSpki: Uint8Array,
): Promise<boolean> {
  const ids = responses.map((single) => childrenOf(expect(childrenOf(single)[0], TAG.sequence)));
  const id = ids.find((fields) => serialText(contentOf(expect(fields[3], TAG.integer))) === serialNumber);
  if (id === undefined) return false;
  const [algorithm, name, key] = id;
  const digest = DIGESTS[identifierOf(expect(algorithm, TAG.sequence))];
  if (digest === undefined) throw new RangeError('a digest that is not known');
  const bits = childrenOf(elementAt(issuerSpki, 0, issuerSpki.length))[1];
  const keyBytes = contentOf(expect(bits, TAG.bitString)).subarray(1);
  return (
    (await digestOf(digest, issuer.der)) === hex(contentOf(expect(name, TAG.octetString))) &&
    (await digestOf(digest, keyBytes)) === hex(contentOf(expect(key, TAG.octetString)))
  );
}

/** The key of a responder that the CA authorised: signed by itself, for this purpose, valid then (4.2.2.2). */
async function delegatedKey(
  element: Element,
  { issuer }: Certificate,
  issuerSpki: Uint8Array,
  time: string,
): Promise<Uint8Array | null> {
  const der = bytesOf(element);
  const delegate = await readCertificate(der);
  const toBeSigned = childrenOf(elementAt(der, 0, der.length))[0];
  const usage = readToBeSigned(expect(toBeSigned, TAG.sequence)).extensions.get(EXTENDED_KEY_USAGE);
  if (usage === undefined || usage === 'unreadable') return null;
  const purposes = childrenOf(elementAt(usage, 0, usage.length));
  const { notBefore, notAfter } = delegate.validity;
  const authorised =
    purposes.some((purpose) => dottedIdentifier(contentOf(purpose)) === OCSP_SIGNING) &&
    hex(delegate.issuer.der) === hex(issuer.der) &&
    notBefore <= time &&
    time <= notAfter &&
    (await isSignedBy(delegate, issuerSpki)) === 'verified';
  return authorised ? delegate.publicKey.spki : null;
}

function identifierOf(algorithm: Element): string {
  return dottedIdentifier(contentOf(expect(childrenOf(algorithm)[0], TAG.objectIdentifier)));
}

async function digestOf(algorithm: string, bytes: Uint8Array): Promise<string> {
  return hex(new Uint8Array(await crypto.subtle.digest(algorithm, new Uint8Array(bytes))));
}
