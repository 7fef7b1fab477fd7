/** Editions before 2021-03-07 and what each changed. */
import type { PastEdition } from './change.ts';
import { address, changed, partners, textAt, years } from './record.ts';

export const EDITIONS_UNTIL_2020: readonly PastEdition[] = [
  {
    id: '2015-09-09',
    publishedAt: '2016-07-03T01:33:29Z',
    datedByPublication: false,
    url: textAt('0575c3681fc775587537fcc996b73a3bc7efc9dc', 'privacy.md'),
    changes: [changed('everybody', 'oldest-known-text')],
  },
  {
    id: '2016-08-15',
    publishedAt: '2016-08-15T22:33:22Z',
    datedByPublication: false,
    url: textAt('c31b796919c39f7b2ec90bff2d67b609eaa46931', 'privacy.md'),
    changes: [
      changed('visitor', 'social-media-covered', 'visitor-places'),
      changed('visitor', 'social-media-measurement-possible'),
    ],
  },
  {
    id: '2018-06-22',
    publishedAt: '2018-06-22T05:22:20Z',
    datedByPublication: false,
    url: textAt('01a0f077a6ceb557d3333079582b7241409485c7'),
    changes: [
      changed('everybody', 'rewritten-for-gdpr'),
      changed('relying-party', 'public-user-became-relying-party', 'contexts'),
      changed('relying-party', 'logs-kept-by-own-servers-instead-of-cdn', 'relying-party-record'),
      changed('relying-party', 'browser-and-system-instead-of-user-agent', 'relying-party-record'),
      years({ least: null, most: null }, { least: 7, most: null }),
      changed('subscriber', 'deletion-may-be-refused', 'publication'),
      changed('subscriber', 'no-marketing-with-contact-details', 'contact-marketing'),
      partners('payment-partners-became', 'DonorBox', 'Stripe', 'PayPal'),
      changed('visitor', 'forum-data-no-longer-kept', 'forum-record'),
      changed('visitor', 'social-media-measurement-dropped'),
      changed('everybody', 'eea-rights-added', 'rights'),
      changed('subscriber', 'bases-first-named', 'issuance-basis'),
    ],
  },
  {
    id: '2018-08-09',
    publishedAt: '2018-08-09T18:01:03Z',
    datedByPublication: true,
    url: textAt('0b2d00805b1ecaf427068d263d8cb6aa1ff76885'),
    changes: [changed('visitor', 'postal-address-limit-added', 'postal-address-kept')],
  },
  {
    id: '2019-03-26',
    publishedAt: '2019-03-26T20:01:31Z',
    datedByPublication: true,
    url: textAt('a9a080cbb13cf8e4cde71a41fd88908f4ef52a2e'),
    changes: [
      changed('visitor', 'newsletter-with-personal-messages', 'mailing-record'),
      address('visitor', 'mailing-opt-out-address', null, 'press@letsencrypt.org', 'mailing-opt-out'),
      changed('visitor', 'no-sale-in-newsletter-paragraph', 'sale'),
    ],
  },
  {
    id: '2019-09-19',
    publishedAt: '2019-09-19T04:10:36Z',
    datedByPublication: false,
    url: textAt('eafd1cedb7672044db48d36b7083a431d013c61e'),
    changes: [changed('everybody', 'rights-for-each-context', 'rights')],
  },
  {
    id: '2020-02-21',
    publishedAt: '2020-02-21T21:01:05Z',
    datedByPublication: false,
    url: textAt('43b7c684c08621d2483375d90b870ac157379c3c'),
    changes: [changed('visitor', 'donor-mail-to-settle-problems', 'donor-mail')],
  },
  {
    id: '2020-06-26',
    publishedAt: '2020-06-26T21:14:05Z',
    datedByPublication: false,
    url: textAt('51522efa20facd168e716cf58cde367b984e1ff6'),
    changes: [
      changed('subscriber', 'retention-because-of-root-programs', 'subscriber-retention'),
      changed('everybody', 'no-sale-for-everybody', 'sale'),
    ],
  },
  {
    id: '2020-07-21',
    publishedAt: '2020-07-21T15:38:07Z',
    datedByPublication: false,
    url: textAt('942eefe38e358130a7d23da1abd68c76cebb55d9'),
    changes: [
      changed('everybody', 'operator-named', 'operator'),
      years({ least: 7, most: null }, { least: 7, most: 10 }),
      changed('everybody', 'transfer-added', 'transfer'),
    ],
  },
  {
    id: '2020-07-24',
    publishedAt: '2020-07-24T20:45:27Z',
    datedByPublication: false,
    url: textAt('3ad6222bcb11573ede8a82b9b823c91a79c17911'),
    changes: [
      changed('everybody', 'bases-by-purpose', 'status-basis'),
      partners('payment-partners-added', 'Shopify'),
    ],
  },
  {
    id: '2020-07-27',
    publishedAt: '2020-07-27T20:46:50Z',
    datedByPublication: false,
    url: textAt('18e3f06ec26548e3fc4492a22529691c7db4752a'),
    changes: [changed('everybody', 'legal-obligations-added', 'legal-basis')],
  },
];
