/** The CAs' services together: responders, CRLs and issuer certificates. */
import type { Authorities } from '../pki/authorities.ts';
import type { Authority } from '../pki/authority.ts';
import type { Leaf } from '../pki/leaf.ts';
import { newRevocationList } from '../pki/revocation-list.ts';
import type { Log } from './log.ts';
import { OpensslResponder } from './openssl.ts';
import { startRepository } from './repository.ts';
import { startResponder, type Responder } from './responder.ts';

export interface AuthorityServices {
  responder: Responder;
  ports: { ocsp: number; repository: number };
  /** Puts up the CRL and certificate of every CA. `now`: milliseconds since the epoch. */
  publish(authorities: Authorities, now: number): void;
  /** Starts the responder of every CA that issued a leaf with an OCSP URL, over those leaves. */
  answerFor(leaves: Leaf[], directory: string): Promise<void>;
  /** DER of an OCSPResponse about a leaf. Throws where its CA has no responder. */
  staple(leaf: Leaf): Promise<Buffer>;
  close(): Promise<void>;
}

export async function startAuthorityServices(log: Log): Promise<AuthorityServices> {
  const [responder, repository] = await Promise.all([startResponder(log), startRepository(log)]);
  const ports = { ocsp: responder.port, repository: repository.port };
  const responders = new Map<Authority, OpensslResponder>();

  return {
    responder,
    ports,
    publish({ roots, issuers }, now) {
      // The imitation copies the addresses of what it imitates, and has no services of its own.
      const { imitation: _, ...genuine } = issuers;
      for (const authority of [...Object.values(roots), ...Object.values(genuine)]) {
        const { path, der } = newRevocationList(authority, now, ports);
        repository.serve('crl', authority.hosts.crl, path, der);
        repository.serve('issuer', authority.hosts.issuer, '/', authority.published);
      }
    },
    async answerFor(leaves, directory) {
      const issuers = new Set(leaves.filter((leaf) => leaf.ocsp).map((leaf) => leaf.issuer));
      for (const issuer of issuers) {
        const host = issuer.hosts.ocsp;
        if (host === null) continue;
        const issued = leaves.filter((leaf) => leaf.issuer === issuer);
        const openssl = await OpensslResponder.start(directory, host, issuer, issued);
        responders.set(issuer, openssl);
        responder.serve(host, openssl);
      }
    },
    async staple(leaf) {
      const openssl = responders.get(leaf.issuer);
      if (openssl === undefined) throw new Error(`${leaf.issuer.name.commonName} has no responder`);
      return openssl.staple(leaf);
    },
    async close() {
      await Promise.all([responder.close(), repository.close()]);
    },
  };
}
