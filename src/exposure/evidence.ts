/** What was seen of one visit: the raw material of an assessment. Dates are milliseconds since the epoch. */
import type { Certificate, Extension } from '../certificate/certificate.ts';
import type { Issuer } from '../letsencrypt/issuer.ts';
import type { Channel } from '../revocation/channel.ts';
import type { CertificateSummary } from './exposure.ts';

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

/** What an assessment needs of a certificate: read once, kept for the session, plain JSON. */
export interface CertificateFacts extends CertificateSummary {
  /** The URLs that the certificate names for each channel (RFC 5280, 4.2.2.1 and 4.2.1.13). */
  endpoints: Record<Channel, Extension<string[]>>;
}

/** All that is known of one host of a page. */
export interface HostEvidence {
  origin: string;
  /** null: no response of this origin was seen. */
  sighting: Sighting | null;
  certificate: CertificateFacts | null;
  issuer: Issuer;
  /** When the facts come from an earlier connection: its time. */
  reusedFrom: number | null;
  /** Requests seen leaving for an endpoint that this host's certificate names. */
  contacts: Contact[];
  /** When the browser last reported that it tried OCSP on a connection to this host. */
  triedAt: number | null;
}

/** The facts of a certificate that an assessment needs. */
export function certificateFacts(certificate: Certificate): CertificateFacts {
  return {
    sha256: certificate.sha256,
    serialNumber: certificate.serialNumber,
    ...certificate.validity,
    mustStaple: certificate.mustStaple === true,
    endpoints: {
      ocsp: certificate.ocspUrls,
      crl: certificate.crlUrls,
      issuer: certificate.caIssuersUrls,
    },
  };
}
