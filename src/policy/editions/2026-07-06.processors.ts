/** Who else handles visitors' data, in the edition of 2026-07-06. */
import type { Processor } from '../processor.ts';

const SALESFORCE_POLICY = 'https://www.salesforce.com/company/privacy/';

export const processors: Processor[] = [
  {
    name: 'DonorBox',
    tasks: ['payments'],
    policyUrl: 'https://donorbox.org/privacy',
    section: 'visitor',
  },
  {
    name: 'The Giving Block',
    tasks: ['payments'],
    policyUrl: 'https://thegivingblock.com/about/privacy-policy/',
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
    tasks: ['payments'],
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
    name: 'Salesforce',
    tasks: ['donor-records', 'mailings'],
    policyUrl: SALESFORCE_POLICY,
    section: 'visitor',
  },
  {
    name: 'Sage Intacct',
    tasks: ['donor-records'],
    policyUrl: 'https://www.sageintacct.com/privacy_policy_website',
    section: 'visitor',
  },
  {
    name: 'Monday Merch',
    tasks: ['not-stated'],
    policyUrl: 'https://www.mondaymerch.com/us/legal/privacy-policy',
    section: 'visitor',
  },
  {
    name: 'Formstack',
    tasks: ['not-stated'],
    policyUrl: 'https://www.formstack.com/legal',
    section: 'visitor',
  },
  {
    name: 'BoldSign',
    tasks: ['not-stated'],
    policyUrl: 'https://boldsign.com/privacy-policy/',
    section: 'visitor',
  },
  {
    name: 'Civilized Discourse Construction Kit',
    tasks: ['forum'],
    policyUrl: 'https://www.discourse.org/privacy',
    section: 'visitor',
  },
  {
    name: 'Google Analytics',
    tasks: ['web-analytics'],
    policyUrl: 'https://www.google.com/policies/privacy/partners/',
    section: 'analytics',
  },
  {
    name: 'Salesforce Account Engagement',
    tasks: ['mail-analytics'],
    policyUrl: SALESFORCE_POLICY,
    section: 'analytics',
  },
];
