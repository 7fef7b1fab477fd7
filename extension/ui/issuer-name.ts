import type { Issuer } from '../../src/letsencrypt/issuer.ts';
import { inert } from './inert.ts';
import { text } from './text.ts';

/** A CA as the certificate names it, its own name first; harmless to show. */
export function authorityName(authority: string | null, organization: string | null = null): string {
  if (authority === null && organization === null) return text('issuerNameless');
  if (authority === null || organization === null) return inert(authority ?? organization ?? '');
  return text('issuerOfOrganization', inert(authority), inert(organization));
}

/** Who issued a certificate and how that is known, in a few words. */
export function issuerSummary(issuer: Issuer): string {
  switch (issuer.is) {
    case 'proven':
      return issuer.environment === 'staging'
        ? text('issuerSummaryStaging', inert(issuer.authority))
        : text('issuerSummaryProven', inert(issuer.authority));
    case 'claimed':
      return text('issuerSummaryClaimed');
    case 'local':
      return text('issuerSummaryLocal', authorityName(issuer.authority, issuer.organization));
    case 'other':
      return authorityName(issuer.authority, issuer.organization);
    case 'unknown':
      return text('issuerSummaryUnknown');
  }
}
