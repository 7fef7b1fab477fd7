/** What the fields of a letter share. */
import type { LetterProblem } from '../../../src/rights/letter-problems.ts';
import type { LetterField, LetterRequest, LetterRight } from '../../../src/rights/letter-request.ts';
import type { PlainKey } from '../../ui/text.ts';

export interface LetterForm {
  request: LetterRequest;
  problems: LetterProblem[];
  change: (changes: Partial<LetterRequest>) => void;
}

export const FIELD_LABEL = {
  'contact-time': 'fieldTime',
  'contact-host': 'fieldHost',
  'ip-address': 'fieldIpAddress',
  identifier: 'fieldIdentifier',
  site: 'fieldSite',
  inaccurate: 'fieldInaccurate',
  correct: 'fieldCorrect',
  restriction: 'fieldRestriction',
  grounds: 'fieldGrounds',
} as const satisfies Record<LetterField, PlainKey>;

/** The identifier of a field's element; each right's letter has its own fields. */
export function fieldId(right: LetterRight, field: string, contact: number | null = null): string {
  return `letter-${right}-${field}${contact === null ? '' : `-${contact + 1}`}`;
}

/** What is wrong with a field; null: nothing. */
export function problemWith(
  { problems }: LetterForm,
  field: LetterField,
  contact: number | null = null,
): LetterProblem | null {
  return problems.find((problem) => problem.field === field && problem.contact === contact) ?? null;
}

/** The problem in a sentence that stands beside its field. */
export function problemText({ field, problem }: LetterProblem): PlainKey {
  if (problem === 'empty') return 'missingRequired';
  if (problem === 'not-public') return 'missingAddressNotPublic';
  return field === 'ip-address' ? 'missingAddressInvalid' : 'missingHostInvalid';
}
