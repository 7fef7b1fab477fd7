import type { Certificate } from '../certificate/certificate.ts';
import { hex } from '../certificate/hex.ts';

/** Certificates by their subject: hexadecimal of its DER. */
export type BySubject = ReadonlyMap<string, readonly Certificate[]>;

/** More than a chain has; cross-signed CAs appear several times. */
const MOST = 10;

/** Arranges the certificates of a file, so that each finds its issuers without a walk through all of them. */
export function bySubject(certificates: readonly Certificate[]): BySubject {
  const subjects = new Map<string, Certificate[]>();
  for (const certificate of certificates) {
    const key = hex(certificate.subject.der);
    const namesakes = subjects.get(key);
    if (namesakes === undefined) subjects.set(key, [certificate]);
    else namesakes.push(certificate);
  }
  return subjects;
}

/**
 * The certificates of the same file whose names make them issuers of a certificate, or issuers of those: at most 10,
 * nearest first. Names prove nothing; whoever uses them verifies the signatures.
 */
export function possibleIssuers(certificate: Certificate, subjects: BySubject): Certificate[] {
  const found: Certificate[] = [];
  const seen = new Set([certificate.sha256]);
  for (
    let at: Certificate | undefined = certificate, next = 0;
    at && found.length < MOST;
    at = found[next++]
  ) {
    for (const issuer of subjects.get(hex(at.issuer.der)) ?? []) {
      if (seen.has(issuer.sha256)) continue;
      seen.add(issuer.sha256);
      found.push(issuer);
    }
  }
  return found.slice(0, MOST);
}
