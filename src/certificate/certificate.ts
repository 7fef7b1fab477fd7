/**
 * What an X.509 certificate says (RFC 5280), as facts. Everything here is plain data that survives
 * `structuredClone` and, byte arrays apart, JSON.
 */

/** One attribute of a distinguished name (RFC 5280, 4.1.2.4). */
export interface NameAttribute {
  /** Dotted object identifier, e.g. `2.5.4.3` for commonName. */
  type: string;
  value: string;
}

/** A distinguished name: its attributes in the order in which the certificate lists them. */
export interface Name {
  attributes: NameAttribute[];
  /** The name's DER, for exact comparison. */
  der: Uint8Array;
}

/** An extension's content, or word that the extension is there and could not be read. */
export type Extension<T> = T | 'unreadable';

export interface SubjectAltName {
  dns: string[];
  /** IPv4 dotted, IPv6 in RFC 5952 form. */
  ip: string[];
}

export interface BasicConstraints {
  ca: boolean;
  /** null: no limit. */
  pathLength: number | null;
}

export interface Certificate {
  /** SHA-256 of the whole DER, lower-case hex. */
  sha256: string;
  subject: Name;
  issuer: Name;
  /** Lower-case hex, an even number of digits, without the sign octet: as `openssl x509 -serial` prints it. */
  serialNumber: string;
  /** ISO 8601, UTC, whole seconds: `2026-07-06T00:00:00Z`. */
  validity: { notBefore: string; notAfter: string };
  publicKey: {
    /** DER of SubjectPublicKeyInfo. */
    spki: Uint8Array;
    /** Dotted OID of the key's algorithm, and of its curve where it is an EC key. */
    algorithm: string;
    curve: string | null;
  };
  signature: {
    /** Dotted OID of the signature algorithm. */
    algorithm: string;
    value: Uint8Array;
  };
  /** DER of TBSCertificate: the bytes that the signature covers. */
  signed: Uint8Array;
  /** null: the extension is absent. */
  subjectAltName: Extension<SubjectAltName> | null;
  /** Authority information access, id-ad-ocsp (RFC 5280, 4.2.2.1); [] where there is none. */
  ocspUrls: Extension<string[]>;
  /** Authority information access, id-ad-caIssuers; [] where there is none. */
  caIssuersUrls: Extension<string[]>;
  /** CRL distribution points, URIs only (RFC 5280, 4.2.1.13); [] where there is none. */
  crlUrls: Extension<string[]>;
  /** TLS feature status_request, "must-staple" (RFC 7633). */
  mustStaple: Extension<boolean>;
  /** Lower-case hex; null: absent. */
  authorityKeyIdentifier: Extension<string> | null;
  /** Lower-case hex; null: absent. */
  subjectKeyIdentifier: Extension<string> | null;
  basicConstraints: Extension<BasicConstraints> | null;
  /** keyCertSign of key usage; null: key usage is absent. */
  keyUsage: Extension<{ keyCertSign: boolean; cRLSign: boolean; digitalSignature: boolean }> | null;
  /** Precertificate poison (RFC 6962, 3.1): such a certificate is none that a server may present. */
  ctPoison: boolean;
}

/** Why bytes are not a certificate that can be read. */
export type UnreadableReason =
  | 'empty'
  | 'too-large'
  | 'not-der'
  | 'trailing-bytes'
  | 'not-a-certificate'
  | 'algorithm-mismatch'
  | 'bad-time';

export class UnreadableCertificate extends Error {
  override readonly name = 'UnreadableCertificate';

  constructor(
    readonly reason: UnreadableReason,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
