/** What the policy says about someone who uses Let's Encrypt's own sites. */
import type { Processor } from './processor.ts';
import type { Section } from './section.ts';

/** Whose sites a statement is about. */
export type SiteScope = 'lets-encrypt-site' | 'isrg-sites';

export interface VisitorFacts {
  section: Section;
  /** Where a person is a visitor. Social media: accounts of Let's Encrypt on other operators' sites. */
  places: {
    section: Section;
    list: ('website' | 'forum' | 'other-pages-of-letsencrypt-org' | 'social-media-accounts')[];
  };
  donation: DonationFacts;
  mailings: MailingFacts;
  forum: {
    section: Section;
    scope: SiteScope;
    /** The provider's own policy governs what is given and done there. */
    governedBy: 'provider-policy';
    operatorCollects: boolean;
  };
  /** Others who take part, each with its own policy. */
  processors: Processor[];
}

export interface DonationFacts {
  section: Section;
  scope: SiteScope;
  optional: boolean;
  collected: ('name' | 'email-address' | 'postal-address')[];
  /** Collected in some cases only. */
  collectedSometimes: {
    what: 'postal-address' | 'merchandise-preferences';
    when: 'if-collected' | 'depending-on-gift';
    example: 't-shirt-size' | null;
  }[];
  uses: DonationUse[];
  /** The lawful basis that is named beside the uses; null: none is named there. */
  basis: 'legitimate-interests' | null;
  /** How far donor records go into the stores among the processors; null: no store is named. */
  storedWithProcessors: 'as-necessary' | null;
  /** Whether an address is used without consent, and for what alone. */
  emailWithoutConsent: 'only-to-settle-a-donation-issue' | 'donation-handling-on-legitimate-interest';
  postalAddress: {
    use: ('shipment' | 'thank-you-gift' | 'merging-duplicate-records')[];
    /** null: the edition names no end. */
    keptUntil: 'shipment-made' | null;
  };
  cardOrBankDetailsKept: boolean;
  /** Which partner processes depends on the way of payment. */
  partnerDependsOnPaymentMethod: boolean;
}

export type DonationUse =
  | 'processing-the-donation'
  | 'managing-the-contribution'
  | 'fundraising-reminders'
  | 'renewals'
  | 'thank-you-gift'
  | 'merging-duplicate-records';

export interface MailingFacts {
  section: Section;
  optional: boolean;
  /** What the mail is about. */
  about: 'lets-encrypt-newsletter' | 'isrg-projects';
  signUp: (SiteScope | 'other-marketing-materials')[];
  /** Now and then also messages made for the recipient. */
  personalised: { certainty: 'may'; consent: 'required' | 'not-stated' };
  optOut: { means: 'provider' | 'mail-footer'; address: string };
}
