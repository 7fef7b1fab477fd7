/** What a person fills in for a letter. All texts are as typed; nothing is looked up. */
import type { Context } from '../policy/context.ts';
import type { Channel } from '../revocation/channel.ts';
import { RIGHTS, type RightId } from './right.ts';

/** The rights that a person asks the operator for by letter. */
export const LETTER_RIGHTS = RIGHTS.filter((right) => right !== 'complaint');
export type LetterRight = Exclude<RightId, 'complaint'>;

/** A request to a service of the operator that the letter refers to. */
export interface LetterContact {
  channel: Channel;
  /** Host of the service; empty: not filled in. */
  host: string;
  /** Milliseconds since the epoch; null: not filled in. */
  at: number | null;
}

/** GDPR, Art. 18(1): the cases in which restriction can be asked for. */
export const RESTRICTION_POINTS = ['a', 'b', 'c', 'd'] as const;
export type RestrictionPoint = (typeof RESTRICTION_POINTS)[number];

export interface LetterRequest {
  right: LetterRight;
  /** As whom the person writes: decides what identifies them. */
  context: Context;
  /** Relying parties: what the log entries are found by. */
  contacts: LetterContact[];
  ipAddress: string;
  /** Subscribers and visitors: a mail address or an account. */
  identifier: string;
  /** Visited site; null: the letter names none. */
  site: string | null;
  /** Rectification: what is wrong, and how it should be. */
  inaccurate: string;
  correct: string;
  /** Restriction; null: not chosen. */
  restriction: RestrictionPoint | null;
  /** Objection: to direct marketing (Art. 21(2)), or to processing for legitimate interests (21(1)) on these grounds. */
  marketing: boolean;
  grounds: string;
  /** Optional. */
  name: string;
  returnAddress: string;
}

/** What the letter is about besides what the person fills in. */
export interface LetterFrame {
  operator: string;
  /** The operator's mail address for such requests. */
  address: string;
  reference: string;
  /** `YYYY-MM-DD`. */
  date: string;
  /** Logs are normally deleted in less than this many days. */
  logDays: number;
}

/** A field that a letter may not leave without. */
export type LetterField =
  | 'contact-time'
  | 'contact-host'
  | 'ip-address'
  | 'identifier'
  | 'site'
  | 'inaccurate'
  | 'correct'
  | 'restriction'
  | 'grounds';

/** An empty letter for a right. */
export function emptyRequest(right: LetterRight, contacts: LetterContact[] = []): LetterRequest {
  const consent = right === 'withdrawal-of-consent';
  return {
    right,
    context: consent ? 'subscriber' : 'relying-party',
    contacts: contacts.length > 0 ? contacts : [{ channel: 'ocsp', host: '', at: null }],
    ipAddress: '',
    identifier: '',
    site: null,
    inaccurate: '',
    correct: '',
    restriction: null,
    marketing: false,
    grounds: '',
    name: '',
    returnAddress: '',
  };
}

/** How the person can be found in the operator's records: by log entries, by a name or account, or need not be. */
export function foundBy({ right, context }: LetterRequest): 'log-entries' | 'identifier' | 'nothing' {
  if (right === 'transfer-details') return 'nothing';
  return context === 'relying-party' ? 'log-entries' : 'identifier';
}
