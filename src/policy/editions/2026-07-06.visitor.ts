/** Visitors and analytics in the edition of 2026-07-06. */
import type { AnalyticsFacts } from '../analytics.ts';
import type { VisitorFacts } from '../visitor.ts';
import { processors } from './2026-07-06.processors.ts';

const MAIL_OPT_OUT = 'press@abetterinternet.org';

export const visitor: VisitorFacts = {
  section: 'visitor',
  places: {
    section: 'introduction',
    list: ['website', 'forum', 'other-pages-of-letsencrypt-org', 'social-media-accounts'],
  },
  donation: {
    section: 'visitor',
    scope: 'isrg-sites',
    optional: true,
    collected: ['name', 'postal-address', 'email-address'],
    collectedSometimes: [
      { what: 'merchandise-preferences', when: 'depending-on-gift', example: 't-shirt-size' },
    ],
    uses: [
      'processing-the-donation',
      'managing-the-contribution',
      'fundraising-reminders',
      'renewals',
      'thank-you-gift',
      'merging-duplicate-records',
    ],
    basis: 'legitimate-interests',
    storedWithProcessors: 'as-necessary',
    emailWithoutConsent: 'donation-handling-on-legitimate-interest',
    postalAddress: { use: ['thank-you-gift', 'merging-duplicate-records'], keptUntil: null },
    cardOrBankDetailsKept: false,
    partnerDependsOnPaymentMethod: true,
  },
  mailings: {
    section: 'visitor',
    optional: true,
    about: 'isrg-projects',
    signUp: ['isrg-sites', 'other-marketing-materials'],
    personalised: { certainty: 'may', consent: 'required' },
    optOut: { means: 'mail-footer', address: MAIL_OPT_OUT },
  },
  forum: {
    section: 'visitor',
    scope: 'isrg-sites',
    governedBy: 'provider-policy',
    operatorCollects: false,
  },
  processors,
};

export const analytics: AnalyticsFacts = {
  section: 'analytics',
  use: 'may-be-used',
  purposes: ['understanding-engagement', 'improving-fundraising-and-marketing'],
  tools: [
    {
      name: 'Google Analytics',
      measures: 'websites',
      collected: ['page-visits', 'time-on-pages-and-site', 'navigation-paths'],
      purposes: ['site-performance', 'user-engagement'],
      keptWhile: 'needed-for-traffic-analysis',
      optOut: [
        { way: 'google-ads-settings' },
        {
          way: 'google-analytics-add-on',
          url: 'https://support.google.com/analytics/answer/181881?hl=en',
        },
      ],
      moreUrl: 'https://www.google.com/policies/privacy/partners/',
    },
    {
      name: 'Salesforce Account Engagement',
      measures: 'marketing-mail',
      collected: ['mail-opens', 'mail-clicks'],
      purposes: ['campaign-performance', 'audience-behaviour'],
      keptWhile: 'tool-is-used',
      optOut: [{ way: 'unsubscribe-link' }, { way: 'mail', address: MAIL_OPT_OUT }],
      moreUrl: null,
    },
  ],
  cookies: null,
  doNotTrack: null,
};
