/** A letter as text, in English: what is copied, mailed, saved. */
import { BLANKS, FILLED_SENTENCES, PLAIN_SENTENCES } from './letter-english.ts';
import type { LetterBlock, LetterSentence, LetterValue } from './letter-parts.ts';
import type { Letter } from './letter.ts';

/** A piece of a sentence; `blank`: it stands for an empty field. */
export interface SentencePiece {
  text: string;
  blank: boolean;
}

/** A sentence in pieces, so that blanks can be marked where it is shown. */
export function sentencePieces(sentence: LetterSentence): SentencePiece[] {
  if (!('values' in sentence)) return [{ text: PLAIN_SENTENCES[sentence.id], blank: false }];
  return FILLED_SENTENCES[sentence.id].split(/\{(\w+)\}/).map((part, position) => {
    if (position % 2 === 0) return { text: part, blank: false };
    const value = sentence.values[part];
    return { text: value === undefined ? '' : valueText(value), blank: isBlank(value) };
  });
}

/** The values of a sentence in the order of its English text, as texts. */
export function sentenceValues(sentence: LetterSentence): string[] {
  if (!('values' in sentence)) return [];
  return [...FILLED_SENTENCES[sentence.id].matchAll(/\{(\w+)\}/g)].map(([, name = '']) => {
    const value = sentence.values[name];
    return value === undefined ? '' : valueText(value);
  });
}

export function sentenceText(sentence: LetterSentence): string {
  return sentencePieces(sentence)
    .map(({ text }) => text)
    .join('');
}

/** Without the head, which a mail has anyway. Lines end in `\n`. */
export function mailText({ body, signature }: Letter): string {
  return [...body.map(blockText), ...(signature.length > 0 ? [signature.join('\n')] : [])].join('\n\n');
}

/** The whole letter, as saved and copied. Lines end in `\n`, the last one too. */
export function wholeText(letter: Letter): string {
  return `${blockText(letter.head)}\n\n${sentenceText(letter.subject)}\n\n${mailText(letter)}\n`;
}

function blockText({ kind, sentences }: LetterBlock): string {
  return sentences.map(sentenceText).join(kind === 'list' ? '\n' : ' ');
}

function valueText(value: LetterValue): string {
  return 'text' in value ? value.text : BLANKS[value.blank];
}

function isBlank(value: LetterValue | undefined): boolean {
  return value !== undefined && 'blank' in value;
}
