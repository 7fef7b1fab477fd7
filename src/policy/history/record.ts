/** Short forms in which the tables of changes are written. */
import { CONTEXTS, type Context } from '../context.ts';
import type { StatementId } from '../statements.ts';
import type { AddressCode, Change, ChangeCode, NamesCode, Years } from './change.ts';

type Whose = Context | 'everybody';

const HISTORY = 'https://github.com/letsencrypt/website/blob';

function contexts(whose: Whose): readonly Context[] {
  return whose === 'everybody' ? CONTEXTS : [whose];
}

export function changed(whose: Whose, code: ChangeCode, ...statements: StatementId[]): Change {
  return { kind: 'plain', code, contexts: contexts(whose), statements };
}

/** A change in who else handles visitors' data. */
export function partners(code: NamesCode, ...names: string[]): Change {
  return { kind: 'names', code, names, contexts: ['visitor'], statements: ['processors'] };
}

export function address(
  whose: Whose,
  code: AddressCode,
  from: string | null,
  to: string,
  ...statements: StatementId[]
): Change {
  return { kind: 'address', code, from, to, contexts: contexts(whose), statements };
}

export function years(from: Years, to: Years): Change {
  return {
    kind: 'years',
    code: 'subscriber-retention',
    from,
    to,
    contexts: ['subscriber'],
    // With or without a limit: whether one is stated at all changes too.
    statements: ['subscriber-retention', 'not-stated'],
  };
}

/** Where the text of an edition stands in the website's public history. Until 2018 it had no folder of its own. */
export function textAt(commit: string, path = 'content/en/privacy.md'): string {
  return `${HISTORY}/${commit}/${path}`;
}
