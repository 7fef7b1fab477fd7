/** The sentences of letters in the language of the page. They are for reading: what goes out is English. */
import type { FilledSentenceId, PlainSentenceId } from '../../../src/rights/letter-english.ts';
import type { LetterSentence } from '../../../src/rights/letter-parts.ts';
import { sentenceValues } from '../../../src/rights/letter-text.ts';
import { text, type PlainKey, type TextKey } from '../../ui/text.ts';

const PLAIN = {
  salutation: 'letterSentenceSalutation',
  access: 'letterSentenceAccess',
  rectification: 'letterSentenceRectification',
  erasure: 'letterSentenceErasure',
  restrictionAccuracy: 'letterSentenceRestrictionAccuracy',
  restrictionUnlawful: 'letterSentenceRestrictionUnlawful',
  restrictionClaims: 'letterSentenceRestrictionClaims',
  restrictionObjection: 'letterSentenceRestrictionObjection',
  objection: 'letterSentenceObjection',
  objectionMarketing: 'letterSentenceObjectionMarketing',
  withdrawal: 'letterSentenceWithdrawal',
  transfer: 'letterSentenceTransfer',
  recipients: 'letterSentenceRecipients',
  clock: 'letterSentenceClock',
  useOnlyForThis: 'letterSentenceUseOnlyForThis',
  identity: 'letterSentenceIdentity',
  reply: 'letterSentenceReply',
  closing: 'letterSentenceClosing',
} as const satisfies Record<PlainSentenceId, PlainKey>;

const FILLED = {
  recipient: 'letterSentenceRecipient',
  date: 'letterSentenceDate',
  referenceLine: 'letterSentenceReferenceLine',
  subject: 'letterSentenceSubject',
  inaccurate: 'letterSentenceInaccurate',
  correct: 'letterSentenceCorrect',
  grounds: 'letterSentenceGrounds',
  restriction: 'letterSentenceRestriction',
  logEntries: 'letterSentenceLogEntries',
  ocspContact: 'letterSentenceOcspContact',
  crlContact: 'letterSentenceCrlContact',
  issuerContact: 'letterSentenceIssuerContact',
  site: 'letterSentenceSite',
  logDays: 'letterSentenceLogDays',
  subscriber: 'letterSentenceSubscriber',
  visitor: 'letterSentenceVisitor',
} as const satisfies Record<FilledSentenceId, Exclude<TextKey, PlainKey>>;

/** The sentence with its values, which stand in the order of the English one. */
export function readingText(sentence: LetterSentence): string {
  if (!('values' in sentence)) return text(PLAIN[sentence.id]);
  const [first = '', ...rest] = sentenceValues(sentence);
  return text(FILLED[sentence.id], first, ...rest);
}
