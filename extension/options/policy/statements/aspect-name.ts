/** What the aspects of a context are called. */
import type { Aspect } from '../../../../src/policy/statements.ts';
import type { PlainKey } from '../../../ui/text.ts';

export const ASPECT_NAME = {
  when: 'aspectWhen',
  collected: 'aspectCollected',
  use: 'aspectUse',
  basis: 'aspectBasis',
  kept: 'aspectKept',
  public: 'aspectPublic',
  others: 'aspectOthers',
  'opt-out': 'aspectOptOut',
} as const satisfies Record<Aspect, PlainKey>;
