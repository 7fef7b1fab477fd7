import type { ComponentChild, VNode } from 'preact';
import type { PolicyEdition } from '../../../../src/policy/edition.ts';
import type { StatementId } from '../../../../src/policy/statements.ts';
import type { PlainKey } from '../../../ui/text.ts';

/** A statement as it is shown: its title, and what an edition says, sentence by sentence. */
export interface StatementText {
  title: PlainKey;
  lines: (edition: PolicyEdition) => Line[];
}

/** A sentence, a list, or a link. */
export type Line = string | ListLine | VNode;

export interface ListLine {
  list: readonly ListItem[];
}

export interface ListItem {
  /** What it says, to tell it from the items of another edition. */
  words: string;
  /** How it is shown, where that is more than its words. */
  shown?: ComponentChild;
}

export function listOf(words: readonly string[]): ListLine {
  return { list: words.map((each) => ({ words: each })) };
}

/** The texts of some statements, by their identifiers. */
export type StatementTexts = Partial<Record<StatementId, StatementText>>;
