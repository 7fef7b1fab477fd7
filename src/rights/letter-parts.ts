/** What letters are made of: sentences by their names, with the values that fill them. */
import type { FILLED_SENTENCES, FilledSentenceId, PlainSentenceId } from './letter-english.ts';
import type { LetterField } from './letter-request.ts';

/** What fills a place in a sentence: a text, or a required field that is still empty. */
export type LetterValue = { text: string } | { blank: LetterField };

export type LetterSentence =
  { id: PlainSentenceId } | { id: FilledSentenceId; values: Record<string, LetterValue> };

/** Sentences that follow each other; `list`: each on a line of its own. */
export interface LetterBlock {
  kind: 'paragraph' | 'list';
  sentences: LetterSentence[];
}

type Places<Template extends string> = Template extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Places<Rest>
  : never;

/** A sentence with its values; the places of its English text are checked by the compiler. */
export function filled<Id extends FilledSentenceId>(
  id: Id,
  values: Record<Places<(typeof FILLED_SENTENCES)[Id]>, string | LetterValue>,
): LetterSentence {
  const entries = Object.entries<string | LetterValue>(values);
  return {
    id,
    values: Object.fromEntries(
      entries.map(([name, value]) => [name, typeof value === 'string' ? { text: value } : value]),
    ),
  };
}

/** What was typed, on one line; a blank where nothing was. */
export function typed(field: LetterField, value: string): LetterValue {
  const text = value.trim().replace(/\s+/g, ' ');
  return text === '' ? { blank: field } : { text };
}
