/** Sentences about who issued a certificate. */
import type { Issuer, Proof, UnknownIssuer } from '../../src/letsencrypt/issuer.ts';
import { inert } from './inert.ts';
import { authorityName } from './issuer-name.ts';
import { text, type PlainKey, type TextKey } from './text.ts';

export function provenSentence(authority: string, proof: Proof): string {
  switch (proof.by) {
    case 'authority-key':
      return text('reasonIssuerProven', inert(authority));
    case 'root-key':
      return text('reasonIssuerProvenByRoot', inert(authority), inert(proof.root));
  }
}

type WhyClaimed = (Issuer & { is: 'claimed' })['why'];

/** Placeholder: authority. */
const CLAIMED = {
  'no-known-key': 'reasonIssuerClaimedNoKey',
  'signature-fails': 'reasonIssuerClaimedSignatureFails',
  'cannot-verify': 'reasonIssuerClaimedCannotVerify',
} as const satisfies Record<WhyClaimed, TextKey>;

export function claimedSentence(authority: string | null, why: WhyClaimed): string {
  return text(CLAIMED[why], authorityName(authority));
}

const UNKNOWN = {
  'hidden-by-browser': 'reasonHiddenByBrowser',
  'browser-too-old': 'reasonBrowserTooOld',
  'no-site-access': 'reasonNoSiteAccess',
  'not-seen': 'reasonNotSeen',
  unreadable: 'reasonUnreadable',
} as const satisfies Record<UnknownIssuer, PlainKey>;

export function unknownSentence(why: UnknownIssuer): string {
  return text(UNKNOWN[why]);
}
