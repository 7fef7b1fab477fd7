/**
 * One dated edition of the Let's Encrypt privacy policy, as facts in this project's own words: codes, numbers and
 * addresses, which the pages turn into sentences. Every group names the section of the original that it comes from.
 */
import type { AnalyticsFacts } from './analytics.ts';
import type { Context } from './context.ts';
import type { DisclosureFacts, SaleFacts } from './disclosure.ts';
import type { DeletionLimit, LawfulBasis, ProcessingPurpose, RightsFacts, TransferFacts } from './gdpr.ts';
import type { RelyingPartyFacts } from './relying-party.ts';
import type { Section } from './section.ts';
import type { SubscriberFacts } from './subscriber.ts';
import type { VisitorFacts } from './visitor.ts';

export interface PolicyEdition {
  /** The date that the text bears, `YYYY-MM-DD`; also its identifier. */
  id: string;
  /** When it was published and when the next one replaced it, ISO 8601 UTC; null: in force as far as is known. */
  publishedAt: string;
  supersededAt: string | null;
  /** Where this edition's text can be read: the policy's own page, or the website's history for a former edition. */
  textUrl: string;
  /** The text in the website's public history, which stays when the page changes. */
  historyUrl: string;
  /** BCP 47 tag of the authoritative language. */
  language: string;
  operator: Operator;
  contexts: { section: Section; list: Context[] };
  relyingParty: RelyingPartyFacts;
  subscriber: SubscriberFacts;
  visitor: VisitorFacts;
  analytics: AnalyticsFacts;
  sale: SaleFacts;
  disclosure: DisclosureFacts;
  purposes: ProcessingPurpose[];
  /** Bases that may apply in some cases besides those of the purposes. */
  otherBases: {
    section: Section;
    certainty: 'may';
    list: LawfulBasis[];
    vitalInterestsOf: ('the-person' | 'another-person')[];
  };
  transfer: TransferFacts;
  deletionLimit: DeletionLimit;
  rights: RightsFacts;
  /** Where to ask, and where to report a privacy issue. */
  contact: { section: Section; address: string; for: ('more-information' | 'privacy-issues')[] };
  /** What a reader would look for in vain. */
  notStated: NotStated[];
}

/** Who answers for the service. */
export interface Operator {
  section: Section;
  name: string;
  kind: 'nonprofit-public-benefit-corporation';
  /** ISO 3166-2 code of the place of incorporation. */
  place: 'US-CA';
  url: string;
}

export type NotStated =
  | 'data-protection-officer'
  | 'representative-in-the-eu'
  | 'postal-address'
  | 'response-deadline'
  | 'right-to-restriction'
  | 'automated-decisions'
  | 'children'
  | 'cookies'
  | 'do-not-track'
  | 'retention-of-donor-records'
  | 'retention-of-mailing-addresses'
  | 'maximum-retention-of-subscriber-records'
  | 'data-collected-by-analytics'
  | 'retention-of-analytics'
  | 'providers-that-handle-revocation-traffic';
