/** What the history says of an answer, a contact and a CA. */
import type { Answer } from '../../../src/exposure/exposure.ts';
import type { AuthorityKey } from '../../../src/history/authority.ts';
import type { RecordedContact } from '../../../src/history/entry.ts';
import type { Issuer } from '../../../src/letsencrypt/issuer.ts';
import type { Recipient } from '../../../src/letsencrypt/recipient.ts';
import { CHANNEL_NAME } from '../../ui/channel-text.ts';
import { endpointName } from '../../ui/endpoint-name.ts';
import { inert } from '../../ui/inert.ts';
import { authorityName } from '../../ui/issuer-name.ts';
import { moment } from '../../ui/locale.ts';
import { text, type PlainKey } from '../../ui/text.ts';

export const ANSWER_WORDS = {
  'own-site': 'historyAnswerOwnSite',
  asked: 'historyAnswerAsked',
  'may-have-asked': 'historyAnswerMayHaveAsked',
  'cannot-tell': 'historyAnswerCannotTell',
  'probably-not-asked': 'historyAnswerProbablyNotAsked',
  'no-lets-encrypt': 'historyAnswerNoLetsEncrypt',
} as const satisfies Record<Answer, PlainKey>;

export const RECIPIENT_WORDS = {
  'lets-encrypt': 'historyRecipientLetsEncrypt',
  another: 'historyRecipientAnother',
  unknown: 'historyRecipientUnknown',
} as const satisfies Record<Recipient, PlainKey>;

/** The contact in a sentence; its day is that of the entry. */
export function contactSentence({ at, means, channel, endpoint }: RecordedContact): string {
  const time = moment(at, at);
  const name = text(CHANNEL_NAME[channel]);
  const seen = means !== 'browser-report';
  if (endpoint === null)
    return seen ? text('historySeenSomewhere', time, name) : text('historyTriedSomewhere', time, name);
  const where = endpointName(endpoint);
  return seen ? text('historySeen', time, where, name) : text('historyTried', time, where, name);
}

/** A CA in the filter's list. `issuer`: one of those that the key stands for. */
export function authorityWords(key: AuthorityKey, issuer: Issuer): string {
  switch (key) {
    case 'lets-encrypt':
      return text('historyCaLetsEncrypt');
    case 'staging':
      return text('historyCaStaging');
    case 'claimed':
      return text('issuerSummaryClaimed');
    case 'local':
      return text('historyCaLocal');
    case 'unknown':
      return text('issuerSummaryUnknown');
    default:
      return issuer.is === 'other' && issuer.organization !== null
        ? inert(issuer.organization)
        : authorityName('authority' in issuer ? issuer.authority : null);
  }
}
