/** The certificates of a connection, as Node reports them. */
import type { DetailedPeerCertificate } from 'node:tls';

/** Node's types say more than there is: without a certificate the object is empty. */
interface Link {
  raw?: Buffer;
  issuerCertificate?: Link;
}

/** A chain has some four; cross-signed ones a few more. What a server sends beyond is of no use. */
const MOST = 20;

/**
 * DER of the peer's certificates, the end-entity one first.
 *
 * Node links each certificate to its issuer among those that the server sent and, for the last, in its own store of
 * roots: so certificates that fit nowhere are missing, and one that the server did not send may be there.
 */
export function chainOf(peer: DetailedPeerCertificate): Buffer[] {
  const chain: Buffer[] = [];
  const met = new Set<Link>();
  let certificate: Link | undefined = peer;
  // A root is its own issuer; certificates that name each other would go round for ever.
  while (certificate?.raw !== undefined && !met.has(certificate) && chain.length < MOST) {
    met.add(certificate);
    chain.push(certificate.raw);
    certificate = certificate.issuerCertificate;
  }
  return chain;
}
