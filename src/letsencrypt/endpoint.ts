/** Which service of whom a URL belongs to. */
import type { Environment } from './issuer.ts';

export type Service =
  /** RFC 6960 responder. */
  | 'ocsp'
  /** CRL distribution point. */
  | 'crl'
  /** Issuer certificates. */
  | 'issuer'
  /** RFC 8555 server. */
  | 'acme'
  | 'certificate-transparency'
  | 'website'
  | 'donation'
  | 'newsletter'
  | 'forum'
  | 'status'
  | 'test-site';

export interface Endpoint {
  operator: "Let's Encrypt" | 'IdenTrust';
  service: Service;
  environment: Environment;
  /** `historical`: switched off or no longer used. */
  status: 'current' | 'historical' | 'unconfirmed';
  /** Who runs the service for the operator, where the policy or the page says so. */
  processor: string | null;
}
