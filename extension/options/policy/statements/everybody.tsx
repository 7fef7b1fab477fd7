/** What an edition says of everybody, in sentences. */
import type { Context } from '../../../../src/policy/context.ts';
import type { DisclosureFacts } from '../../../../src/policy/disclosure.ts';
import type { NotStated } from '../../../../src/policy/edition.ts';
import type { GrantedRight } from '../../../../src/policy/gdpr.ts';
import { ExternalLink } from '../../../ui/external-link.tsx';
import { alternatives, day, listing } from '../../../ui/locale.ts';
import { text, type PlainKey } from '../../../ui/text.ts';
import { listOf, type StatementTexts } from './lines.ts';
import { basesList, purposeLines } from './processing.ts';

export const CONTEXT_NAME = {
  'relying-party': 'policyContextRelyingParty',
  subscriber: 'policyContextSubscriber',
  visitor: 'policyContextVisitor',
} as const satisfies Record<Context, PlainKey>;

type Order = Extract<DisclosureFacts['grounds'][number], { examples: unknown }>['examples'][number];

const ORDER = {
  subpoena: 'orderSubpoena',
  'judicial-order': 'orderJudicial',
  'administrative-order': 'orderAdministrative',
} as const satisfies Record<Order, PlainKey>;

const HARM = {
  'loss-of-life': 'harmLife',
  'personal-injury': 'harmInjury',
  'property-damage': 'harmProperty',
  'significant-financial-harm': 'harmFinancial',
} as const satisfies Record<DisclosureFacts['emergency']['toPrevent'][number], PlainKey>;

const MISSING = {
  'data-protection-officer': 'missingOfficer',
  'representative-in-the-eu': 'missingRepresentative',
  'postal-address': 'missingPostalAddress',
  'response-deadline': 'missingDeadline',
  'right-to-restriction': 'missingRestriction',
  'automated-decisions': 'missingAutomated',
  children: 'missingChildren',
  cookies: 'missingCookies',
  'do-not-track': 'missingDoNotTrack',
  'retention-of-donor-records': 'missingDonorRetention',
  'retention-of-mailing-addresses': 'missingMailingRetention',
  'maximum-retention-of-subscriber-records': 'missingSubscriberMaximum',
  'data-collected-by-analytics': 'missingAnalyticsData',
  'retention-of-analytics': 'missingAnalyticsRetention',
  'providers-that-handle-revocation-traffic': 'missingProviders',
} as const satisfies Record<NotStated, PlainKey>;

export const EVERYBODY = {
  operator: {
    title: 'factOperator',
    lines: ({ operator }) => [
      text('factOperatorText', operator.name),
      <ExternalLink key="site" href={operator.url}>
        {new URL(operator.url).host}
      </ExternalLink>,
    ],
  },
  contexts: {
    title: 'contextsTitle',
    lines: ({ contexts }) => [
      text('contextsText', listing(contexts.list.map((context) => text(CONTEXT_NAME[context])))),
    ],
  },
  sale: { title: 'factSale', lines: ({ sale }) => [text(sale.sold ? 'factSold' : 'factNotSold')] },
  disclosure: {
    title: 'factDisclosure',
    lines: ({ disclosure }) => {
      const orders = disclosure.grounds.flatMap((ground) =>
        ground.ground === 'required-by-law' ? ground.examples : [],
      );
      return [text('disclosureText', alternatives(orders.map((order) => text(ORDER[order]))))];
    },
  },
  'disclosure-emergency': {
    title: 'emergencyTitle',
    lines: ({ disclosure: { emergency } }) => [
      text('emergencyText', alternatives(emergency.toPrevent.map((harm) => text(HARM[harm])))),
    ],
  },
  'disclosure-notice': { title: 'noticeTitle', lines: () => [text('noticeText')] },
  'disclosure-unchallenged': { title: 'unchallengedTitle', lines: () => [text('unchallengedText')] },
  'disclosure-objection': { title: 'objectionTitle', lines: () => [text('objectionText')] },
  'legal-basis': {
    title: 'legalTitle',
    lines: (edition) => [
      ...purposeLines(edition, 'legal-obligations-and-emergencies'),
      text('otherBasesText', basesList(edition.otherBases.list)),
    ],
  },
  'deletion-limit': { title: 'deletionTitle', lines: () => [text('deletionText')] },
  transfer: {
    title: 'factTransfer',
    lines: ({ transfer }) => [text('factTransferText', transfer.detailsFrom)],
  },
  rights: {
    title: 'grantedRightsTitle',
    lines: ({ rights }) => [text('grantedRightsText'), listOf(rights.granted.map(rightText))],
  },
  contact: { title: 'contactTitle', lines: ({ contact }) => [text('contactText', contact.address)] },
  'not-stated': {
    title: 'notStatedTitle',
    lines: ({ notStated }) => [listOf(notStated.map((missing) => text(MISSING[missing])))],
  },
  edition: {
    title: 'editionTitle',
    lines: ({ publishedAt, supersededAt, historyUrl }) => [
      text('editionPublished', day(publishedAt.slice(0, 10))),
      supersededAt === null
        ? text('editionInForce')
        : text('editionReplaced', day(supersededAt.slice(0, 10))),
      text('editionEnglish'),
      <ExternalLink key="history" href={historyUrl}>
        {text('editionInHistory')}
      </ExternalLink>,
    ],
  },
} as const satisfies StatementTexts;

function rightText(granted: GrantedRight): string {
  switch (granted.right) {
    case 'access':
      return text('grantedAccess', granted.address);
    case 'rectification':
      return text('grantedRectification', granted.address);
    case 'erasure':
      return text('grantedErasure', granted.address);
    case 'objection':
      return text('grantedObjection');
    case 'withdrawal-of-consent':
      return text('grantedWithdrawal');
    case 'transfer-details':
      return text('grantedTransfer', granted.address);
    case 'complaint':
      return text('grantedComplaint');
  }
}
