/** What is said of the companion's finding, so that a sentence is chosen by looking it up. */
import type { Verification } from '../../src/certificate/signature.ts';
import type { CompanionSighting, Unavailable } from '../../src/companion/finding.ts';
import type { FailureReason, Staple } from '../../src/companion/protocol.ts';
import { authorityName, issuerSummary } from '../ui/issuer-name.ts';
import { moment } from '../ui/locale.ts';
import { text, type PlainKey, type TextKey } from '../ui/text.ts';

/** `forbidden` is said with this extension's identifier. */
export const UNAVAILABLE_TEXT = {
  missing: 'companionMissing',
  old: 'companionOld',
  newer: 'companionNewer',
  crashed: 'companionCrashed',
  silent: 'companionSilent',
  'not-allowed': 'companionNotAllowed',
} as const satisfies Record<Exclude<Unavailable, 'forbidden'>, PlainKey>;

export const FAILURE_TEXT = {
  'bad-request': 'companionBadRequest',
  busy: 'companionBusy',
  'name-not-found': 'companionNameNotFound',
  refused: 'companionConnectionRefused',
  unreachable: 'companionUnreachable',
  'timed-out': 'companionTimedOut',
  'no-tls': 'companionNoTls',
  'too-large': 'companionTooLarge',
  // It was replaced again while it was asked again.
  replaced: 'companionCrashed',
} as const satisfies Record<FailureReason, PlainKey>;

/** Placeholders: made, as of, to be renewed by. */
const STAPLE_TEXT = {
  good: 'companionStapleGood',
  revoked: 'companionStapleRevoked',
  unknown: 'companionStapleUnknown',
} as const satisfies Record<string, TextKey>;

/** Who issued what the companion saw. `at`, `now`: milliseconds since the epoch. */
export function sawText({ issuer, certificate }: CompanionSighting, at: number, now: number): string {
  if (certificate === null) return text('companionSawUnreadable', moment(at, now));
  return issuer.is === 'claimed'
    ? text('companionSawClaimed', moment(at, now), authorityName(issuer.authority))
    : text('companionSaw', moment(at, now), issuerSummary(issuer));
}

const STAPLE_SIGNATURE_TEXT = {
  verified: 'companionStapleVerified',
  'not-verified': 'companionStapleForged',
  'cannot-verify': 'companionStapleUnverified',
} as const satisfies Record<Verification, PlainKey>;

/** Whether the issuer vouches for the staple; null: there is nothing to vouch for. */
export function stapleSignatureText({ stapleSignature }: CompanionSighting): string | null {
  return stapleSignature === null ? null : text(STAPLE_SIGNATURE_TEXT[stapleSignature]);
}

/** The OCSP response that came with the certificate, with its dates. */
export function stapleText(staple: Staple, now: number): string {
  switch (staple.is) {
    case 'none':
      return text('companionStapleNone');
    case 'unfit':
      return text('companionStapleUnfit');
    case 'answer': {
      const { status, producedAt, thisUpdate, nextUpdate } = staple;
      const until = nextUpdate === null ? text('companionStapleNoEnd') : moment(Date.parse(nextUpdate), now);
      return text(
        STAPLE_TEXT[status],
        moment(Date.parse(producedAt), now),
        moment(Date.parse(thisUpdate), now),
        until,
      );
    }
  }
}
