/** What the policy says of those who request certificates, in sentences. */
import type { SubscriberDatum, SubscriberFacts } from '../../src/policy/subscriber.ts';
import { counted, text, type PlainKey } from './text.ts';
import { alternatives } from './locale.ts';

const DATUM = {
  'client-ip-addresses': 'subscriberClientAddresses',
  'resolved-ip-addresses-of-domain-names': 'subscriberNameAddresses',
  'resolved-ip-addresses-of-identifiers': 'subscriberNameAddresses',
  'server-details-from-validation': 'subscriberServerDetails',
  'full-logs-of-inbound-http-and-acme-requests': 'subscriberInboundLogs',
  'full-logs-of-outbound-validation-requests': 'subscriberOutboundLogs',
  'sent-by-or-inferred-from-client-software': 'subscriberSoftware',
} as const satisfies Record<SubscriberDatum, PlainKey>;

const CHANNEL = {
  'public-api': 'publishedByApi',
  'public-repositories': 'publishedInRepositories',
  'certificate-transparency-logs': 'publishedInTransparencyLogs',
  'public-discussions': 'publishedInDiscussions',
} as const satisfies Record<SubscriberFacts['publication']['channels'][number], PlainKey>;

export interface SubscriberSentences {
  collected: string[];
  kept: string;
  published: string;
}

export function subscriberFacts({ collected, retention, publication }: SubscriberFacts): SubscriberSentences {
  const years = counted('subscriberKept', retention.minimumYears);
  const published = text(
    'subscriberPublished',
    alternatives(publication.channels.map((channel) => text(CHANNEL[channel]))),
  );
  return {
    collected: collected.map((datum) => text(DATUM[datum])),
    kept: retention.maximumYears === null ? text('withSentence', years, text('subscriberNoEnd')) : years,
    published: publication.deletionMayBeImpossible
      ? text('withSentence', published, text('subscriberUndeletable'))
      : published,
  };
}
