/** What one response tells of its host. */
import type { KnownCertificate } from './certificate-facts.ts';
import type { Observation } from './observation.ts';
import type { HostRecord } from './visit.ts';

/**
 * `known`: what the certificate of the response says; null: it brought none, or none that was read.
 * `triedAt`: when OCSP was first tried on its connection, milliseconds since the epoch; null: not reported.
 */
export function hostSeen(
  { origin, at, tls }: Observation,
  known: KnownCertificate | null,
  triedAt: number | null,
): HostRecord {
  return {
    origin,
    // A lighter look brings a fingerprint alone, of a certificate that may not have been read.
    certificate: known === null ? null : (tls?.sha256 ?? null),
    builtInRoot: tls?.builtInRoot ?? null,
    usedOcsp: tls?.usedOcsp ?? null,
    fromCache: tls?.fromCache ?? false,
    at,
    triedAt,
    namesResponder: (known?.facts?.endpoints.ocsp.length ?? 0) > 0,
    contacts: [],
  };
}
