/** DER bytes → Certificate (RFC 5280, 4.1). */
import { AlgorithmIdentifier } from '@peculiar/asn1-x509';
import { parseDer } from './asn1.ts';
import { UnreadableCertificate, type Certificate } from './certificate.ts';
import { bytesOf, childrenOf, contentOf, TAG, type Element } from './der.ts';
import { checkDer } from './der-check.ts';
import { readExtensionContents } from './extension-contents.ts';
import { hex } from './hex.ts';
import { readToBeSigned } from './to-be-signed.ts';

/** More than any certificate that browsers accept in a handshake. */
export const MAX_CERTIFICATE_BYTES = 64 * 1024;

function outermost(der: Uint8Array): Element {
  if (der.length === 0) throw new UnreadableCertificate('empty', 'there are no bytes');
  if (der.length > MAX_CERTIFICATE_BYTES) {
    throw new UnreadableCertificate(
      'too-large',
      `${der.length} bytes; the limit is ${MAX_CERTIFICATE_BYTES}`,
    );
  }
  const element = checkDer(der);
  if (element.end < der.length) {
    throw new UnreadableCertificate(
      'trailing-bytes',
      `${der.length - element.end} bytes follow the certificate`,
    );
  }
  return element;
}

function parts(certificate: Element): { toBeSigned: Element; algorithm: Element; signature: Element } {
  const [toBeSigned, algorithm, signature, ...others] =
    certificate.tag === TAG.sequence ? childrenOf(certificate) : [];
  if (
    toBeSigned?.tag !== TAG.sequence ||
    algorithm?.tag !== TAG.sequence ||
    signature?.tag !== TAG.bitString ||
    others.length > 0
  ) {
    throw new UnreadableCertificate('not-a-certificate', 'it is DER and not a certificate');
  }
  return { toBeSigned, algorithm, signature };
}

/** The algorithm's identifier. RFC 5280, 4.1.1.2: the outer and the inner field are the same. */
function signatureAlgorithm(outer: Element, inner: Element): string {
  const bytes = bytesOf(outer);
  if (hex(bytes) !== hex(bytesOf(inner))) {
    throw new UnreadableCertificate(
      'algorithm-mismatch',
      'the outer signature algorithm differs from the inner one',
    );
  }
  try {
    return parseDer(bytes, AlgorithmIdentifier).algorithm;
  } catch (cause) {
    throw new UnreadableCertificate('not-a-certificate', 'the signature algorithm cannot be read', { cause });
  }
}

/** A signature is whole octets: the first octet, the count of unused bits, is 0. */
function signatureValue(bitString: Element): Uint8Array {
  const [unused, ...value] = contentOf(bitString);
  if (unused !== 0) throw new UnreadableCertificate('not-a-certificate', 'the signature is not whole octets');
  return Uint8Array.from(value);
}

/**
 * Reads a certificate.
 *
 * The result shares no memory with `der`. It says what the certificate says; whether anybody signed that is the
 * question of `isSignedBy`.
 *
 * @param der one DER certificate and nothing else, at most 64 KiB.
 * @throws UnreadableCertificate with the reason; nothing else.
 */
export async function readCertificate(der: Uint8Array): Promise<Certificate> {
  const { toBeSigned, algorithm, signature } = parts(outermost(der));
  const { extensions, signatureAlgorithm: inner, ...facts } = readToBeSigned(toBeSigned);
  const certificate = {
    ...facts,
    signature: { algorithm: signatureAlgorithm(algorithm, inner), value: signatureValue(signature) },
    signed: bytesOf(toBeSigned),
    ...readExtensionContents(extensions),
  };
  // The copy is taken before the wait, so that a caller who reuses the buffer changes nothing.
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(der));
  return { sha256: hex(new Uint8Array(digest)), ...certificate };
}
