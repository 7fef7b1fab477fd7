/** What an edition says of subscribers, in sentences. */
import type { SubscriberDatum, SubscriberFacts } from '../../../../src/policy/subscriber.ts';
import { alternatives, listing } from '../../../ui/locale.ts';
import { counted, text, type PlainKey } from '../../../ui/text.ts';
import type { StatementTexts } from './lines.ts';
import { purposeLines } from './processing.ts';

const DATUM = {
  'client-ip-addresses': 'datumClientAddresses',
  'resolved-ip-addresses-of-domain-names': 'datumAddressesOfNames',
  'resolved-ip-addresses-of-identifiers': 'datumAddressesOfIdentifiers',
  'server-details-from-validation': 'datumServerDetails',
  'full-logs-of-inbound-http-and-acme-requests': 'datumInboundLogs',
  'full-logs-of-outbound-validation-requests': 'datumOutboundLogs',
  'sent-by-or-inferred-from-client-software': 'datumClientSoftware',
} as const satisfies Record<SubscriberDatum, PlainKey>;

const CHANNEL = {
  'public-api': 'channelApi',
  'public-repositories': 'channelRepositories',
  'certificate-transparency-logs': 'channelCtLogs',
  'public-discussions': 'channelDiscussions',
} as const satisfies Record<SubscriberFacts['publication']['channels'][number], PlainKey>;

export const SUBSCRIBER = {
  'subscriber-trigger': { title: 'aspectWhen', lines: () => [text('subscriberTrigger')] },
  'subscriber-record': {
    title: 'subscriberRecordTitle',
    lines: ({ subscriber }) => [
      text('subscriberRecord', listing(subscriber.collected.map((datum) => text(DATUM[datum])))),
    ],
  },
  'contact-details': { title: 'contactDetailsTitle', lines: () => [text('contactDetailsText')] },
  'service-mail': { title: 'serviceMailTitle', lines: () => [text('serviceMailText')] },
  'contact-marketing': {
    title: 'marketingTitle',
    lines: ({ subscriber: { contact } }) => [
      text(contact.marketing === 'never' ? 'marketingNever' : 'marketingWithConsent'),
    ],
  },
  'issuance-basis': {
    title: 'aspectBasis',
    lines: (edition) => purposeLines(edition, 'certificate-issuance-and-management'),
  },
  'subscriber-retention': {
    title: 'aspectKept',
    lines: ({ subscriber: { retention } }) => [keptFor(retention), text('subscriberKeptBecause')],
  },
  publication: {
    title: 'publicationTitle',
    lines: ({ subscriber: { publication } }) => [
      text('publicationText', alternatives(publication.channels.map((channel) => text(CHANNEL[channel])))),
      text('publicationDeletion'),
    ],
  },
  'contact-sharing': { title: 'contactDetailsTitle', lines: () => [text('contactSharingText')] },
  'client-software': {
    title: 'clientSoftwareTitle',
    lines: ({ subscriber }) => [
      text('clientSoftwareText', alternatives(subscriber.clientSoftware.repositories)),
    ],
  },
  'service-mail-opt-out': {
    title: 'serviceMailTitle',
    lines: ({ subscriber: { contact } }) => [
      text('optOutLinkOrMail', contact.serviceMail.unsubscribe.address),
    ],
  },
} as const satisfies StatementTexts;

function keptFor({ minimumYears, maximumYears }: SubscriberFacts['retention']): string {
  const least = counted('yearsAtLeast', minimumYears);
  return maximumYears === null
    ? text('subscriberKeptAtLeast', least)
    : text('subscriberKeptBetween', least, counted('yearsAtMost', maximumYears));
}
