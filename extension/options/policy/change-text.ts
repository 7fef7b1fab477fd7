/** Each change of the policy as the sentence that a person reads. */
import type {
  AddressCode,
  Change,
  ChangeCode,
  NamesCode,
  Years,
} from '../../../src/policy/history/change.ts';
import { listing } from '../../ui/locale.ts';
import { counted, text, type PlainKey } from '../../ui/text.ts';

const PLAIN = {
  'oldest-known-text': 'changeOldestText',
  'social-media-covered': 'changeSocialMediaCovered',
  'social-media-measurement-possible': 'changeSocialMediaMeasured',
  'social-media-measurement-dropped': 'changeSocialMediaDropped',
  'rewritten-for-gdpr': 'changeGdprRewrite',
  'public-user-became-relying-party': 'changeRelyingParty',
  'logs-kept-by-own-servers-instead-of-cdn': 'changeOwnServers',
  'browser-and-system-instead-of-user-agent': 'changeBrowserAndSystem',
  'deletion-may-be-refused': 'changeDeletionRefused',
  'no-marketing-with-contact-details': 'changeNoMarketing',
  'forum-data-no-longer-kept': 'changeForumNotKept',
  'eea-rights-added': 'changeRightsAdded',
  'bases-first-named': 'changeBasesNamed',
  'postal-address-limit-added': 'changePostalLimit',
  'postal-address-limit-removed': 'changePostalLimitRemoved',
  'newsletter-with-personal-messages': 'changeNewsletter',
  'no-sale-in-newsletter-paragraph': 'changeNoSaleNewsletter',
  'no-sale-for-everybody': 'changeNoSale',
  'rights-for-each-context': 'changeRightsContexts',
  'donor-mail-to-settle-problems': 'changeDonorMailProblems',
  'donor-mail-for-donation-handling': 'changeDonorMailHandling',
  'retention-because-of-root-programs': 'changeRootPrograms',
  'operator-named': 'changeOperator',
  'transfer-added': 'changeTransfer',
  'bases-by-purpose': 'changeBasesByPurpose',
  'legal-obligations-added': 'changeLegalObligations',
  'google-analytics-no-longer-mentioned': 'changeAnalyticsGone',
  'do-not-track-removed': 'changeDoNotTrackGone',
  'analytics-section-added': 'changeAnalyticsSection',
  'mailings-about-isrg-projects': 'changeMailings',
  'donation-and-forum-on-isrg-sites': 'changeIsrgSites',
  'postal-address-if-given': 'changePostalIfGiven',
  'postal-address-collected': 'changePostalCollected',
  'postal-address-for-gifts-and-duplicates': 'changePostalUse',
  'merchandise-preferences': 'changeMerchandise',
  'fulfilment-statement-removed': 'changeFulfilmentGone',
  'ct-logs-named': 'changeCtLogs',
  'any-status-request': 'changeAnyRequest',
  'record-will-became-may': 'changeMayRecord',
  'profiling-promise-widened': 'changeProfilingScope',
  'identifiers-instead-of-domain-names': 'changeIdentifiers',
  'marketing-with-consent': 'changeMarketingConsent',
  'personal-messages-with-consent': 'changePersonalConsent',
  'purpose-without-ocsp': 'changePurposeName',
  'donation-purpose-extended': 'changeDonationPurpose',
} as const satisfies Record<ChangeCode, PlainKey>;

const NAMES = {
  'payment-partners-became': 'changePaymentBecame',
  'payment-partners-added': 'changePaymentAdded',
  'no-longer-payment-partners': 'changePaymentDropped',
  'fulfilment-partners-named': 'changeShippingNamed',
  'stores-of-donor-records-named': 'changeStores',
  'others-named': 'changeOthersNamed',
  'others-no-longer-named': 'changeOthersGone',
} as const satisfies Record<NamesCode, string>;

const ADDRESS = {
  'mailing-opt-out-address': { from: 'changeMailingAddress', first: 'changeMailingAddressNamed' },
  'privacy-address': { from: 'changePrivacyAddress', first: 'changePrivacyAddressNamed' },
} as const satisfies Record<AddressCode, unknown>;

export function changeText(change: Change): string {
  switch (change.kind) {
    case 'plain':
      return text(PLAIN[change.code]);
    case 'names':
      return text(NAMES[change.code], listing([...change.names]));
    case 'address':
      return change.from === null
        ? text(ADDRESS[change.code].first, change.to)
        : text(ADDRESS[change.code].from, change.from, change.to);
    case 'years':
      return text('changeYears', yearsText(change.from), yearsText(change.to));
  }
}

/** How long records are kept, as a sentence. */
export function yearsText({ least, most }: Years): string {
  if (least === null) return text('yearsUnlimited');
  const atLeast = counted('yearsAtLeast', least);
  return most === null
    ? text('subscriberKeptAtLeast', atLeast)
    : text('subscriberKeptBetween', atLeast, counted('yearsAtMost', most));
}
