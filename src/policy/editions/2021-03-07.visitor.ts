/** Visitors and analytics in the edition of 2021-03-07. */
import type { AnalyticsFacts } from '../analytics.ts';
import type { VisitorFacts } from '../visitor.ts';

export const visitor: VisitorFacts = {
  section: 'visitor',
  places: {
    section: 'introduction',
    list: ['website', 'forum', 'other-pages-of-letsencrypt-org', 'social-media-accounts'],
  },
  donation: {
    section: 'visitor',
    scope: 'lets-encrypt-site',
    optional: true,
    collected: ['name', 'email-address'],
    collectedSometimes: [{ what: 'postal-address', when: 'if-collected', example: null }],
    uses: ['processing-the-donation'],
    basis: null,
    storedWithProcessors: null,
    emailWithoutConsent: 'only-to-settle-a-donation-issue',
    postalAddress: { use: ['shipment'], keptUntil: 'shipment-made' },
    cardOrBankDetailsKept: false,
    partnerDependsOnPaymentMethod: true,
  },
  mailings: {
    section: 'visitor',
    optional: true,
    about: 'lets-encrypt-newsletter',
    signUp: ['lets-encrypt-site', 'other-marketing-materials'],
    personalised: { certainty: 'may', consent: 'not-stated' },
    optOut: { means: 'provider', address: 'press@letsencrypt.org' },
  },
  forum: {
    section: 'visitor',
    scope: 'lets-encrypt-site',
    governedBy: 'provider-policy',
    operatorCollects: false,
  },
  processors: [
    {
      name: 'DonorBox',
      tasks: ['payments'],
      policyUrl: 'https://donorbox.org/privacy',
      section: 'visitor',
    },
    {
      name: 'Stripe',
      tasks: ['payments'],
      policyUrl: 'https://stripe.com/privacy/',
      section: 'visitor',
    },
    {
      name: 'Shopify',
      tasks: ['payments', 'shipping'],
      policyUrl: 'https://www.shopify.com/legal/privacy',
      section: 'visitor',
    },
    {
      name: 'PayPal',
      tasks: ['payments'],
      policyUrl: 'https://www.paypal.com/us/webapps/mpp/ua/privacy-full',
      section: 'visitor',
    },
    {
      name: 'SHIPHERO',
      tasks: ['shipping'],
      policyUrl: 'https://shiphero.com/privacy-data-policy/',
      section: 'visitor',
    },
    { name: 'MailChimp', tasks: ['mailings'], policyUrl: null, section: 'visitor' },
    {
      name: 'Civilized Discourse Construction Kit',
      tasks: ['forum'],
      policyUrl: 'https://www.discourse.org/privacy',
      section: 'visitor',
    },
    { name: 'Google Analytics', tasks: ['web-analytics'], policyUrl: null, section: 'visitor' },
  ],
};

export const analytics: AnalyticsFacts = {
  section: 'visitor',
  use: 'in-use',
  purposes: [],
  tools: [
    {
      name: 'Google Analytics',
      measures: 'websites',
      collected: [],
      purposes: ['traffic', 'popular-pages'],
      keptWhile: null,
      optOut: [],
      moreUrl: null,
    },
  ],
  cookies: { set: true, personalInformation: false, canRecogniseBrowserOverTime: true },
  doNotTrack: 'honoured',
};
