/** CRLs: a shard for leaves (RFC 5280, 5.2.5), and a root's list of its intermediates. */
import type { Authority, ServicePorts } from './authority.ts';
import { authorityKeyIdentifier, crlNumber, issuingDistributionPoint } from './extensions.ts';
import { CRL_PATH } from './leaf.ts';
import { caName } from './name.ts';
import { signRevocationList } from './signing.ts';

const HOUR = 60 * 60 * 1000;

/** The path and DER of the list that certificates of `authority` name. `now`: milliseconds since the epoch. */
export function newRevocationList(
  authority: Authority,
  now: number,
  ports: ServicePorts,
): { path: string; der: Buffer } {
  const path = authority.role === 'root' ? '/' : CRL_PATH;
  const shard = issuingDistributionPoint(`http://${authority.hosts.crl}:${ports.repository}${path}`);
  const der = signRevocationList(
    caName(authority.name),
    authority.keyPair,
    { thisUpdate: new Date(now - HOUR), nextUpdate: new Date(now + 9 * 24 * HOUR) },
    [
      authorityKeyIdentifier(authority.keyIdentifier),
      crlNumber(1),
      ...(authority.role === 'root' ? [] : [shard]),
    ],
  );
  return { path, der };
}
