/** What was seen of one visit: the raw material of an assessment. Dates are milliseconds since the epoch. */
import type { Channel } from '../revocation/channel.ts';

/** What one browser told about one response's TLS connection. */
export interface Sighting {
  /** `https://example.org:8443`, also for `wss:`. */
  origin: string;
  at: number;
  /** SHA-256 of the end-entity certificate, lower-case hex; null: the browser showed none. */
  certificate: string | null;
  /** The chain ends in a root that came with the browser; null: the browser does not tell. */
  builtInRoot: boolean | null;
  /** The browser reports that it tried OCSP for this connection; null: it does not tell, or the answer came from its cache. */
  usedOcsp: boolean | null;
  /** The response came out of the HTTP cache: the certificate is that of an earlier connection. */
  fromCache: boolean;
}

/** A request seen leaving the browser for a CA's service. Whether it arrived is unknown. */
export interface Contact {
  channel: Channel;
  /** The endpoint's URL without what identifies the certificate. */
  endpoint: string;
  at: number;
  means: 'proxy-request' | 'web-request';
}
