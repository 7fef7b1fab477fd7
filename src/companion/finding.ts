/** What the companion found on a site, for the extension: stands beside what the browser reported, never instead. */
import type { Verification } from '../certificate/signature.ts';
import type { CertificateSummary } from '../exposure/exposure.ts';
import type { Issuer } from '../letsencrypt/issuer.ts';
import type { FailureReason, Staple } from './protocol.ts';

/** Why there is no companion to ask. */
export const UNAVAILABLE = [
  /** Not installed, or not for this browser. */
  'missing',
  /** Installed for another extension. */
  'forbidden',
  /** It speaks an older version of the protocol, or a newer one. */
  'old',
  'newer',
  /** It could not be started, ended before it answered, or said what cannot be understood. */
  'crashed',
  /** It runs, and no answer came in time. */
  'silent',
  /** The user has not allowed the extension to talk to it. */
  'not-allowed',
] as const;
export type Unavailable = (typeof UNAVAILABLE)[number];

export interface CompanionSighting {
  is: 'saw';
  /** SHA-256 of the end-entity certificate, lower-case hex. */
  sha256: string;
  /** Recognised by the same facts as the browser's. */
  issuer: Issuer;
  /** null: it could not be read. */
  certificate: CertificateSummary | null;
  tlsVersion: string | null;
  /** Node's own verdict; null: it finds nothing wrong. */
  nodeRejects: string | null;
  staple: Staple;
  /** Whether the certificate's issuer vouches for the staple; null: there is no answer to vouch for. */
  stapleSignature: Verification | null;
  handshakeMilliseconds: number;
}

export type CompanionOutcome =
  | CompanionSighting
  /** It connected, or tried to, and got no certificate. */
  | { is: 'failed'; why: FailureReason }
  | { is: 'unavailable'; why: Unavailable };

export interface CompanionFinding {
  /** Milliseconds since the epoch. */
  at: number;
  outcome: CompanionOutcome;
}

/** Whether both saw the same certificate; null: one of them saw none. */
export function agrees(outcome: CompanionOutcome, browserSaw: CertificateSummary | null): boolean | null {
  return outcome.is === 'saw' && browserSaw !== null ? outcome.sha256 === browserSaw.sha256 : null;
}
