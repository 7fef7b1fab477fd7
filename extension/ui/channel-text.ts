/** What is said of each channel, so that a sentence is chosen by looking it up. */
import type { ChannelState } from '../../src/exposure/exposure.ts';
import type { Source } from '../../src/exposure/source.ts';
import type { Channel } from '../../src/revocation/channel.ts';
import type { PlainKey, TextKey } from './text.ts';

export const CHANNEL_NAME = {
  ocsp: 'channelOcsp',
  crl: 'channelCrl',
  issuer: 'channelIssuer',
} as const satisfies Record<Channel, PlainKey>;

/** The state in a word or two, for a cell of the hosts table. */
export const STATE_WORD = {
  'seen-leaving': 'stateSeenLeaving',
  tried: 'stateTried',
  'not-named': 'stateNotNamed',
  'not-expected': 'stateNotExpected',
  'not-observed': 'stateNotObserved',
  unlikely: 'stateUnlikely',
  possible: 'statePossible',
  'cannot-tell': 'stateCannotTell',
} as const satisfies Record<ChannelState, PlainKey>;

/** Placeholders: time, host. */
export const SEEN_LEAVING = {
  ocsp: 'reasonSeenLeavingOcsp',
  crl: 'reasonSeenLeavingCrl',
  issuer: 'reasonSeenLeavingIssuer',
} as const satisfies Record<Channel, TextKey>;

export const NOT_NAMED = {
  ocsp: 'reasonNotNamedOcsp',
  crl: 'reasonNotNamedCrl',
  issuer: 'reasonNotNamedIssuer',
} as const satisfies Record<Channel, PlainKey>;

/** Placeholder: browser. */
export const NOT_EXPECTED = {
  ocsp: 'reasonNotExpectedOcsp',
  crl: 'reasonNotExpectedCrl',
  issuer: 'reasonNotExpectedIssuer',
} as const satisfies Record<Channel, TextKey>;

export const NOT_OBSERVED = {
  ocsp: 'reasonNotObservedOcsp',
  crl: 'reasonNotObservedCrl',
  issuer: 'reasonNotObservedIssuer',
} as const satisfies Record<Channel, PlainKey>;

/** Placeholder: browser. */
export const UNLIKELY = {
  ocsp: 'reasonUnlikelyOcsp',
  crl: 'reasonUnlikelyCrl',
  issuer: 'reasonUnlikelyIssuer',
} as const satisfies Record<Channel, TextKey>;

/** Placeholder: browser. */
export const POSSIBLE = {
  ocsp: 'reasonPossibleOcsp',
  crl: 'reasonPossibleCrl',
  issuer: 'reasonPossibleIssuer',
} as const satisfies Record<Channel, TextKey>;

export const CANNOT_TELL = {
  ocsp: 'reasonCannotTellOcsp',
  crl: 'reasonCannotTellCrl',
  issuer: 'reasonCannotTellIssuer',
} as const satisfies Record<Channel, PlainKey>;

/** What a request over the channel shows of the visit by itself, whatever is logged. */
export const REVEALS = {
  ocsp: 'revealsOcsp',
  crl: 'revealsCrl',
  issuer: 'revealsIssuer',
} as const satisfies Record<Channel, PlainKey>;

/** Where it is written what such a request holds, or what its address in the certificate is. */
export const REVEALS_SOURCE = {
  ocsp: rfc(6960, '4.1.1'),
  crl: rfc(5280, '4.2.1.13'),
  issuer: rfc(5280, '4.2.2.1'),
} as const satisfies Record<Channel, Source>;

function rfc(number: number, section: string): Source & { kind: 'rfc' } {
  return {
    kind: 'rfc',
    number,
    section,
    url: `https://www.rfc-editor.org/rfc/rfc${number}#section-${section}`,
  };
}
