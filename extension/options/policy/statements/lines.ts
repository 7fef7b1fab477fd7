import type { ComponentChild } from 'preact';
import type { PolicyEdition } from '../../../../src/policy/edition.ts';
import type { StatementId } from '../../../../src/policy/statements.ts';
import type { PlainKey } from '../../../ui/text.ts';

/** A statement as it is shown: its title, and what an edition says, sentence by sentence. */
export interface StatementText {
  title: PlainKey;
  lines: (edition: PolicyEdition) => ComponentChild[];
}

/** The texts of some statements, by their identifiers. */
export type StatementTexts = Partial<Record<StatementId, StatementText>>;
