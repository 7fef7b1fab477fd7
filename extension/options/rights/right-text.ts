/** What each right is called, what it is, and what is to be added. */
import type { Context } from '../../../src/policy/context.ts';
import type { RightId, RightNote } from '../../../src/rights/right.ts';
import type { PlainKey } from '../../ui/text.ts';

export const RIGHT_TITLE = {
  access: 'rightAccessTitle',
  rectification: 'rightRectificationTitle',
  erasure: 'rightErasureTitle',
  restriction: 'rightRestrictionTitle',
  objection: 'rightObjectionTitle',
  'withdrawal-of-consent': 'rightWithdrawalTitle',
  'transfer-details': 'rightTransferTitle',
  complaint: 'rightComplaintTitle',
} as const satisfies Record<RightId, PlainKey>;

export const RIGHT_TEXT = {
  access: 'rightAccessText',
  rectification: 'rightRectificationText',
  erasure: 'rightErasureText',
  restriction: 'rightRestrictionText',
  objection: 'rightObjectionText',
  'withdrawal-of-consent': 'rightWithdrawalText',
  'transfer-details': 'rightTransferText',
  complaint: 'rightComplaintText',
} as const satisfies Record<RightId, PlainKey>;

export const RIGHT_NOTE = {
  'portable-form': 'rightNotePortable',
  'portability-by-law-is-narrower': 'rightNotePortabilityByLaw',
  'identity-check-possible': 'rightNoteIdentity',
  'deletion-may-be-impossible': 'rightNoteDeletion',
  'covers-service-mail': 'rightNoteServiceMail',
} as const satisfies Record<RightNote, PlainKey>;

export const CONTEXT_TEXT = {
  'relying-party': 'writerRelyingParty',
  subscriber: 'writerSubscriber',
  visitor: 'writerVisitor',
} as const satisfies Record<Context, PlainKey>;
