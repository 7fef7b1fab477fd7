/** What a recorded response tells of the connection that it came over, for matching checks with sites. */
import type { KnownCertificate } from './certificate-facts.ts';
import type { Learned } from './contacts.ts';
import type { Observation } from './observation.ts';

/** `triedAt`: when OCSP was first reported as tried on the connection; null: not reported on this response. */
export function learnedOf(
  { requestId, tabId, origin, at, incognito, tls }: Observation,
  known: KnownCertificate | null,
  triedAt: number | null,
): Learned {
  const endpoints = known?.facts?.endpoints;
  return {
    requestId,
    tabId,
    origin,
    at,
    private: incognito !== false,
    named:
      endpoints === undefined
        ? null
        : { ocsp: list(endpoints.ocsp), crl: list(endpoints.crl), issuer: list(endpoints.issuer) },
    // A try that was reported before belongs to an earlier request, and so does what comes from the cache.
    tried:
      tls?.fromCache === true ? false : tls?.usedOcsp === true ? triedAt === at : (tls?.usedOcsp ?? null),
  };
}

function list(urls: string[] | 'unreadable'): string[] {
  return urls === 'unreadable' ? [] : urls;
}
