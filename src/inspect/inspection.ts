/** What `inspect` says of one certificate: the shape of a line of its JSON. */
import type { Certificate, Extension } from '../certificate/certificate.ts';
import { commonName, organization } from '../certificate/name.ts';
import type { Environment, Issuer } from '../letsencrypt/issuer.ts';

export interface LetsEncrypt {
  is: 'proven' | 'claimed' | 'no';
  /** The CA's common name, proven or claimed. */
  authority: string | null;
  /** null: not proven. */
  environment: Environment | null;
}

export interface Unreadable {
  file: string;
  /** Which certificate of the file, from 0. */
  index: number;
  readable: false;
  error: string;
}

export interface Readable {
  file: string;
  index: number;
  readable: true;
  subject: { commonName: string | null };
  issuer: { commonName: string | null; organization: string | null };
  serialNumber: string;
  sha256: string;
  validity: { notBefore: string; notAfter: string };
  /** null, here and below: the extension is there and cannot be read. */
  ocspUrls: string[] | null;
  caIssuersUrls: string[] | null;
  crlUrls: string[] | null;
  mustStaple: boolean | null;
  letsEncrypt: LetsEncrypt;
}

export type Inspection = Readable | Unreadable;

function orNull<T>(extension: Extension<T>): T | null {
  return extension === 'unreadable' ? null : extension;
}

function letsEncrypt(issuer: Issuer): LetsEncrypt {
  switch (issuer.is) {
    case 'proven':
      return { is: 'proven', authority: issuer.authority, environment: issuer.environment };
    case 'claimed':
      return { is: 'claimed', authority: issuer.authority, environment: null };
    case 'local':
    case 'other':
    case 'unknown':
      return { is: 'no', authority: null, environment: null };
  }
}

/** The line for a certificate that was read and recognised. */
export function describe(file: string, index: number, certificate: Certificate, issuer: Issuer): Readable {
  return {
    file,
    index,
    readable: true,
    subject: { commonName: commonName(certificate.subject) },
    issuer: { commonName: commonName(certificate.issuer), organization: organization(certificate.issuer) },
    serialNumber: certificate.serialNumber,
    sha256: certificate.sha256,
    validity: certificate.validity,
    ocspUrls: orNull(certificate.ocspUrls),
    caIssuersUrls: orNull(certificate.caIssuersUrls),
    crlUrls: orNull(certificate.crlUrls),
    mustStaple: orNull(certificate.mustStaple),
    letsEncrypt: letsEncrypt(issuer),
  };
}
