/** The certificates of a connection, as Node reports them. */
import type { DetailedPeerCertificate, PeerCertificate } from 'node:tls';

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
  const met = new Set<PeerCertificate>();
  let certificate: Partial<DetailedPeerCertificate> | undefined = peer;
  while (certificate?.raw !== undefined && chain.length < MOST) {
    const link = certificate as DetailedPeerCertificate;
    // A root is its own issuer; certificates that name each other would go round for ever.
    if (met.has(link)) break;
    met.add(link);
    chain.push(link.raw);
    certificate = link.issuerCertificate;
  }
  return chain;
}
