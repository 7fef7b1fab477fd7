/** One change that an edition of the policy brought, in this project's own terms. */
import type { Context } from '../context.ts';
import type { StatementId } from '../statements.ts';

/** What happened, where a code says it all. */
export type ChangeCode =
  | 'oldest-known-text'
  | 'social-media-covered'
  | 'social-media-measurement-possible'
  | 'social-media-measurement-dropped'
  | 'rewritten-for-gdpr'
  | 'public-user-became-relying-party'
  | 'logs-kept-by-own-servers-instead-of-cdn'
  | 'browser-and-system-instead-of-user-agent'
  | 'deletion-may-be-refused'
  | 'no-marketing-with-contact-details'
  | 'forum-data-no-longer-kept'
  | 'eea-rights-added'
  | 'bases-first-named'
  | 'postal-address-limit-added'
  | 'postal-address-limit-removed'
  | 'newsletter-with-personal-messages'
  | 'no-sale-in-newsletter-paragraph'
  | 'no-sale-for-everybody'
  | 'rights-for-each-context'
  | 'donor-mail-to-settle-problems'
  | 'donor-mail-for-donation-handling'
  | 'retention-because-of-root-programs'
  | 'operator-named'
  | 'transfer-added'
  | 'bases-by-purpose'
  | 'legal-obligations-added'
  | 'google-analytics-no-longer-mentioned'
  | 'do-not-track-removed'
  | 'analytics-section-added'
  | 'mailings-about-isrg-projects'
  | 'donation-and-forum-on-isrg-sites'
  | 'postal-address-if-given'
  | 'postal-address-collected'
  | 'postal-address-for-gifts-and-duplicates'
  | 'merchandise-preferences'
  | 'fulfilment-statement-removed'
  | 'ct-logs-named'
  | 'any-status-request'
  | 'record-will-became-may'
  | 'profiling-promise-widened'
  | 'identifiers-instead-of-domain-names'
  | 'marketing-with-consent'
  | 'personal-messages-with-consent'
  | 'purpose-without-ocsp'
  | 'donation-purpose-extended';

/** What happened to a list of names: `named`: first spoken of, whatever they do. */
export type NamesCode =
  | 'payment-partners-became'
  | 'payment-partners-added'
  | 'fulfilment-partners-named'
  | 'stores-of-donor-records-named'
  | 'others-named'
  | 'others-no-longer-named'
  | 'no-longer-payment-partners';

/** Which address changed. `from` null: none was named before. */
export type AddressCode = 'mailing-opt-out-address' | 'privacy-address';

/** How long subscribers' records are kept, in years; null: without a limit. */
export interface Years {
  least: number | null;
  most: number | null;
}

export type Change = {
  contexts: readonly Context[];
  /** The statements of the editions held here that it touched; none where they state nothing of the kind. */
  statements: readonly StatementId[];
} & (
  | { kind: 'plain'; code: ChangeCode }
  | { kind: 'names'; code: NamesCode; names: readonly string[] }
  | { kind: 'address'; code: AddressCode; from: string | null; to: string }
  | { kind: 'years'; code: 'subscriber-retention'; from: Years; to: Years }
);

/** One of the dated editions, known by its changes even where its other facts are not held here. */
export interface PastEdition {
  /** The date that the text bears, `YYYY-MM-DD`; where `datedByPublication`, the day of its publication. */
  id: string;
  /** ISO 8601 UTC. For the oldest: when it entered the website's public history. */
  publishedAt: string;
  /** The text kept the date of the edition before. */
  datedByPublication: boolean;
  /** The text in the website's public history. */
  url: string;
  changes: readonly Change[];
}
