/** The way from a certificate to a root of Let's Encrypt, through CA certificates that the facts do not know. */
import type { Certificate } from '../certificate/certificate.ts';
import { commonName } from '../certificate/name.ts';
import { isSignedBy } from '../certificate/signature.ts';
import type { Authority } from './authority.ts';
import type { AuthorityIndex } from './authority-index.ts';
import { nameKey } from './same-name.ts';

export interface IssuingPath {
  /** Common name of the CA that signed the certificate. */
  issuer: string;
  root: Authority;
}

/** More CA certificates than any real chain has: what comes after them is not looked at. */
const LONGEST_CHAIN = 10;

/**
 * Looks for a CA that signed the certificate and that a root of the table signed, directly or through further CA
 * certificates of the chain (RFC 5280, 6.1, without validity and revocation: who signed does not change with time).
 * A path ends at a root of the table and nowhere else, so a CA that another operator signed stays unproven.
 *
 * @param supplied CA certificates in any order; anything else among them is passed over
 * @returns null when there is no such path
 */
export async function findIssuingPath(
  certificate: Certificate,
  supplied: readonly Certificate[],
  authorities: AuthorityIndex,
): Promise<IssuingPath | null> {
  const unused = new Set(supplied.slice(0, LONGEST_CHAIN).filter(isIssuingCa));
  // Breadth first: each CA is reached with the fewest CAs below it, which is what its path length may forbid.
  let level: Step[] = [{ certificate, issuer: null }];
  for (let below = 0; level.length > 0; below += 1) {
    const above: Step[] = [];
    for (const step of level) {
      for (const ca of unused) {
        if (!allowsBelow(ca, below) || !(await signed(ca, step.certificate))) continue;
        unused.delete(ca);
        const issuer = step.issuer ?? commonName(ca.subject);
        // Every CA certificate has a common name (CA/Browser Forum Baseline Requirements, 7.1.2.10.2).
        if (issuer === null) continue;
        const root = await signingRoot(ca, authorities);
        if (root !== null) return { issuer, root };
        above.push({ certificate: ca, issuer });
      }
    }
    level = above;
  }
  return null;
}

interface Step {
  certificate: Certificate;
  /** The CA that signed the certificate at the path's end; null at that end. */
  issuer: string | null;
}

/**
 * basicConstraints must say CA, and key usage must be there and say keyCertSign: RFC 5280, 4.2.1.3 demands the
 * extension of every CA that signs certificates, so one without it is no CA of Let's Encrypt. Without these two
 * checks any holder of a server certificate could issue more of them.
 */
function isIssuingCa({ basicConstraints, keyUsage, ctPoison }: Certificate): boolean {
  if (basicConstraints === null || basicConstraints === 'unreadable' || !basicConstraints.ca) return false;
  if (keyUsage === null || keyUsage === 'unreadable' || !keyUsage.keyCertSign) return false;
  return !ctPoison;
}

/**
 * Whether a CA's path length lets this many CA certificates stand between it and the end (RFC 5280, 4.2.1.9).
 * Self-issued ones are counted too, which is stricter than the RFC; Let's Encrypt has no such path.
 */
function allowsBelow({ basicConstraints }: Certificate, below: number): boolean {
  if (basicConstraints === null || basicConstraints === 'unreadable') return false;
  return basicConstraints.pathLength === null || below <= basicConstraints.pathLength;
}

async function signed(ca: Certificate, certificate: Certificate): Promise<boolean> {
  if (nameKey(ca.subject) !== nameKey(certificate.issuer)) return false;
  return (await isSignedBy(certificate, ca.publicKey.spki)) === 'verified';
}

async function signingRoot(ca: Certificate, authorities: AuthorityIndex): Promise<Authority | null> {
  for (const { authority, spki } of authorities.namedAsIssuerOf(ca)) {
    if (authority.role === 'root' && (await isSignedBy(ca, spki)) === 'verified') return authority;
  }
  return null;
}
