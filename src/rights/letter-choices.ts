/** Sentences of a letter that depend on a choice. */
import type { FilledSentenceId, PlainSentenceId } from './letter-english.ts';
import { filled, typed, type LetterSentence } from './letter-parts.ts';
import type { LetterContact, LetterRequest, RestrictionPoint } from './letter-request.ts';

const CONTACT = {
  ocsp: 'ocspContact',
  crl: 'crlContact',
  issuer: 'issuerContact',
} as const satisfies Record<LetterContact['channel'], FilledSentenceId>;

const RESTRICTION = {
  a: 'restrictionAccuracy',
  b: 'restrictionUnlawful',
  c: 'restrictionClaims',
  d: 'restrictionObjection',
} as const satisfies Record<RestrictionPoint, PlainSentenceId>;

/** One request in the logs: its time in UTC, to the second, and the service's host. */
export function contactSentence({ channel, host, at }: LetterContact): LetterSentence {
  return filled(CONTACT[channel], {
    time: at === null ? { blank: 'contact-time' } : { text: utcTime(at) },
    host: typed('contact-host', host),
  });
}

/** The case of Art. 18(1) that was chosen, or a blank. */
export function restrictionSentence({ restriction }: LetterRequest): LetterSentence {
  return restriction === null
    ? filled('restriction', { restriction: { blank: 'restriction' } })
    : { id: RESTRICTION[restriction] };
}

/** `2026-11-22 14:02:05 UTC`. */
function utcTime(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}
