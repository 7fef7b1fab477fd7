/** The ways to check a certificate that reach its CA. */
export const CHANNELS = ['ocsp', 'crl', 'issuer'] as const;

/** `ocsp`: RFC 6960; `crl`: RFC 5280, 5; `issuer`: fetching a missing intermediate, RFC 5280, 4.2.2.1. */
export type Channel = (typeof CHANNELS)[number];
