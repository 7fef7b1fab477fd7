/** What an edition says of visitors apart from measurement, in sentences. */
import type { PolicyEdition } from '../../../../src/policy/edition.ts';
import type { ProcessorTask } from '../../../../src/policy/processor.ts';
import type {
  DonationFacts,
  DonationUse,
  MailingFacts,
  VisitorFacts,
} from '../../../../src/policy/visitor.ts';
import { listing } from '../../../ui/locale.ts';
import { text, type PlainKey } from '../../../ui/text.ts';
import type { StatementTexts } from './lines.ts';
import { purposeLines } from './processing.ts';

const PLACE = {
  website: 'placeWebsite',
  forum: 'placeForum',
  'other-pages-of-letsencrypt-org': 'placeOtherPages',
  'social-media-accounts': 'placeSocialMedia',
} as const satisfies Record<VisitorFacts['places']['list'][number], PlainKey>;

const SITES = {
  'lets-encrypt-site': 'siteLetsEncrypt',
  'isrg-sites': 'siteIsrg',
  'other-marketing-materials': 'siteMarketing',
} as const satisfies Record<MailingFacts['signUp'][number], PlainKey>;

const DATUM = {
  name: 'datumName',
  'email-address': 'datumEmailAddress',
  'postal-address': 'datumPostalAddress',
} as const satisfies Record<DonationFacts['collected'][number], PlainKey>;

const SOMETIMES = {
  'postal-address': 'donationPostalIfGiven',
  'merchandise-preferences': 'donationMerchandise',
} as const satisfies Record<DonationFacts['collectedSometimes'][number]['what'], PlainKey>;

const USE = {
  'processing-the-donation': 'useProcessing',
  'managing-the-contribution': 'useManaging',
  'fundraising-reminders': 'useReminders',
  renewals: 'useRenewals',
  'thank-you-gift': 'useGift',
  'merging-duplicate-records': 'useMerging',
  shipment: 'useShipment',
} as const satisfies Record<DonationUse | DonationFacts['postalAddress']['use'][number], PlainKey>;

const uses = (list: readonly (keyof typeof USE)[]) => listing(list.map((use) => text(USE[use])));

/** The names of those who do a task, joined. */
export function partnersFor({ visitor }: PolicyEdition, task: ProcessorTask): string {
  return listing(visitor.processors.filter(({ tasks }) => tasks.includes(task)).map(({ name }) => name));
}

export const VISITOR = {
  'visitor-places': {
    title: 'aspectWhen',
    lines: ({ visitor }) => [
      text('visitorPlacesText', listing(visitor.places.list.map((place) => text(PLACE[place])))),
    ],
  },
  'donation-record': {
    title: 'serviceDonation',
    lines: ({ visitor: { donation } }) => [
      text(
        'donationText',
        text(SITES[donation.scope]),
        listing(donation.collected.map((datum) => text(DATUM[datum]))),
      ),
      ...donation.collectedSometimes.map(({ what }) => text(SOMETIMES[what])),
      ...(donation.cardOrBankDetailsKept ? [] : [text('traceNoCardDetails')]),
    ],
  },
  'mailing-record': {
    title: 'serviceNewsletter',
    lines: ({ visitor: { mailings } }) => [
      text(
        'mailingText',
        text(mailings.about === 'isrg-projects' ? 'mailingProjects' : 'mailingNewsletter'),
        listing(mailings.signUp.map((place) => text(SITES[place]))),
      ),
    ],
  },
  'forum-record': {
    title: 'serviceForum',
    lines: (edition) => [
      text('forumText', text(SITES[edition.visitor.forum.scope]), partnersFor(edition, 'forum')),
      ...(edition.visitor.forum.operatorCollects ? [] : [text('forumNothingKept')]),
    ],
  },
  'donation-use': {
    title: 'serviceDonation',
    lines: ({ visitor: { donation } }) => [
      text('usedFor', uses(donation.uses)),
      ...(donation.basis === null ? [] : [text('donationLegitimate')]),
      text('postalAddressFor', uses(donation.postalAddress.use)),
    ],
  },
  'donor-mail': {
    title: 'donorMailTitle',
    lines: ({ visitor: { donation } }) => [
      text(
        donation.emailWithoutConsent === 'only-to-settle-a-donation-issue'
          ? 'donorMailProblems'
          : 'donorMailHandling',
      ),
    ],
  },
  'personal-mail': {
    title: 'personalMailTitle',
    lines: ({ visitor: { mailings } }) => [
      text(mailings.personalised.consent === 'required' ? 'personalMailWithConsent' : 'personalMailPossible'),
    ],
  },
  'information-basis': {
    title: 'aspectBasis',
    lines: (edition) => purposeLines(edition, 'information-for-visitors'),
  },
  'donation-basis': {
    title: 'serviceDonation',
    lines: (edition) => purposeLines(edition, 'donations-and-sponsorship'),
  },
  'postal-address-kept': {
    title: 'postalAddressTitle',
    lines: ({ visitor: { donation } }) => [
      text(donation.postalAddress.keptUntil === null ? 'keptUnstated' : 'postalKeptShipment'),
    ],
  },
  'mailing-opt-out': {
    title: 'serviceNewsletter',
    lines: ({ visitor: { mailings } }) => [
      mailings.optOut.means === 'provider'
        ? text('mailingOptOutProvider', mailings.optOut.address)
        : text('mailingOptOutFooter', mailings.optOut.address),
    ],
  },
} as const satisfies StatementTexts;
