/** A letter by which a right is asked for, in typed parts: composed here, shown and sent elsewhere. */
import type { PlainSentenceId } from './letter-english.ts';
import { contactSentence, restrictionSentence } from './letter-choices.ts';
import { filled, typed, type LetterBlock, type LetterSentence } from './letter-parts.ts';
import { foundBy, type LetterFrame, type LetterRequest, type LetterRight } from './letter-request.ts';

export interface Letter {
  to: string;
  subject: LetterSentence;
  /** Who it goes to, when, and its number: for paper and files; a mail has them in its head. */
  head: LetterBlock;
  body: LetterBlock[];
  /** Name and return address, as typed; may be empty. */
  signature: string[];
}

/** The article that the subject names. */
export const LETTER_ARTICLE = {
  access: '15',
  rectification: '16',
  erasure: '17',
  restriction: '18',
  objection: '21',
  'withdrawal-of-consent': '7(3)',
  'transfer-details': '15(2)',
} as const satisfies Record<LetterRight, string>;

/** The letter for what has been filled in so far. Nothing enters it that was not given. */
export function composeLetter(request: LetterRequest, frame: LetterFrame): Letter {
  const { operator, address, reference, date } = frame;
  return {
    to: address,
    subject: filled('subject', { article: LETTER_ARTICLE[request.right], reference }),
    head: list([
      filled('recipient', { operator, address }),
      filled('date', { date }),
      filled('referenceLine', { reference }),
    ]),
    body: [
      paragraph(['salutation']),
      ...demand(request),
      ...identity(request, frame),
      paragraph([
        ...(foundBy(request) === 'nothing' ? [] : (['useOnlyForThis', 'identity'] as const)),
        'reply',
      ]),
      paragraph(['closing']),
    ],
    signature: [request.name, request.returnAddress].map((line) => line.trim()).filter((line) => line !== ''),
  };
}

function demand(request: LetterRequest): LetterBlock[] {
  switch (request.right) {
    case 'access':
      return [paragraph(['access'])];
    case 'rectification':
      return [
        paragraph(['rectification']),
        list([
          filled('inaccurate', { inaccurate: typed('inaccurate', request.inaccurate) }),
          filled('correct', { correct: typed('correct', request.correct) }),
        ]),
        paragraph(['recipients']),
      ];
    case 'erasure':
      return [paragraph(['erasure', 'recipients'])];
    case 'restriction':
      return [{ kind: 'paragraph', sentences: [restrictionSentence(request), { id: 'recipients' }] }];
    case 'objection':
      return request.marketing
        ? [paragraph(['objectionMarketing'])]
        : [
            paragraph(['objection']),
            list([filled('grounds', { grounds: typed('grounds', request.grounds) })]),
          ];
    case 'withdrawal-of-consent':
      return [paragraph(['withdrawal'])];
    case 'transfer-details':
      return [paragraph(['transfer'])];
  }
}

function identity(request: LetterRequest, { logDays }: LetterFrame): LetterBlock[] {
  const { contacts, ipAddress, identifier, context, site } = request;
  switch (foundBy(request)) {
    case 'nothing':
      return [];
    case 'identifier': {
      const values = { identifier: typed('identifier', identifier) };
      return [list([filled(context === 'visitor' ? 'visitor' : 'subscriber', values)])];
    }
    case 'log-entries':
      return [
        list([filled('logEntries', { ipAddress: typed('ip-address', ipAddress) })]),
        list(contacts.map(contactSentence)),
        {
          kind: 'paragraph',
          sentences: [
            { id: 'clock' },
            ...(site === null ? [] : [filled('site', { site: typed('site', site) })]),
            filled('logDays', { logDays: String(logDays) }),
          ],
        },
      ];
  }
}

function paragraph(ids: PlainSentenceId[]): LetterBlock {
  return { kind: 'paragraph', sentences: ids.map((id) => ({ id })) };
}

function list(sentences: LetterSentence[]): LetterBlock {
  return { kind: 'list', sentences };
}
