/** The text of every statement. */
import type { StatementId } from '../../../../src/policy/statements.ts';
import { ANALYTICS } from './analytics.tsx';
import { EVERYBODY } from './everybody.tsx';
import type { StatementText } from './lines.ts';
import { PROCESSORS } from './processors.tsx';
import { RELYING_PARTY } from './relying-party.ts';
import { SUBSCRIBER } from './subscriber.ts';
import { VISITOR } from './visitor.ts';

/** A statement of the policy without a text here does not compile. */
export const STATEMENT_TEXT: Record<StatementId, StatementText> = {
  ...RELYING_PARTY,
  ...SUBSCRIBER,
  ...VISITOR,
  ...ANALYTICS,
  ...PROCESSORS,
  ...EVERYBODY,
};
