/** What a person can ask for, of whom, and where that is written. */
import type { Source } from '../exposure/source.ts';
import type { Context } from '../policy/context.ts';
import type { Article } from './article.ts';

export const RIGHTS = [
  'access',
  'rectification',
  'erasure',
  'restriction',
  'objection',
  'withdrawal-of-consent',
  'transfer-details',
  'complaint',
] as const;

export type RightId = (typeof RIGHTS)[number];

export interface Right {
  id: RightId;
  articles: Article[];
  /** The region in which a person must be for the policy to name rights. */
  region: 'eea';
  contexts: Context[];
  /** `mail`: write to the operator; `authority`: lodge with a supervisory authority, not with the operator. */
  ask: { by: 'mail'; address: string; orByUnsubscribeLink: boolean } | { by: 'authority'; which: 'local' };
  /** The policy names the right; without it, the law alone gives it. */
  namedInPolicy: boolean;
  notes: RightNote[];
  /** The policy's section, where it names the right, then the articles. */
  sources: Source[];
}

export type RightNote =
  /** The report comes in a structured, common, portable form. */
  | 'portable-form'
  /** Article 20 itself covers only data that a person gave, held by consent or contract: log entries are neither. */
  | 'portability-by-law-is-narrower'
  /** More may be asked for, to verify who is writing. */
  | 'identity-check-possible'
  /** Some data, IP addresses among them, may be impossible to delete. */
  | 'deletion-may-be-impossible'
  | 'covers-service-mail';
