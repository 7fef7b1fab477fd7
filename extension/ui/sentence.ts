/** Each reason as the sentence that a person reads. */
import type { Reason } from '../../src/exposure/reason.ts';
import type { Channel } from '../../src/revocation/channel.ts';
import {
  CANNOT_TELL,
  CHANNEL_NAME,
  NOT_EXPECTED,
  NOT_NAMED,
  NOT_OBSERVED,
  POSSIBLE,
  SEEN_LEAVING,
  UNLIKELY,
} from './channel-text.ts';
import { endpointName } from './endpoint-name.ts';
import { inert } from './inert.ts';
import { authorityName, issuerSummary } from './issuer-name.ts';
import { claimedSentence, provenSentence, unknownSentence } from './issuer-sentence.ts';
import { alternatives, day, moment } from './locale.ts';
import { serviceName } from './service-name.ts';
import { text } from './text.ts';

/** `now`: milliseconds since the epoch; times of the same day are shown without the date. */
export function sentence(reason: Reason, now: number): string {
  switch (reason.id) {
    case 'issuer-proven':
      return provenSentence(reason.authority, reason.proof);
    case 'issuer-staging':
      return text('reasonIssuerStaging', inert(reason.authority));
    case 'issuer-claimed':
      return claimedSentence(reason.authority, reason.why);
    case 'issuer-local':
      return text('reasonIssuerLocal', authorityName(reason.authority));
    case 'issuer-other':
      return text('reasonIssuerOther', authorityName(reason.authority, reason.organization));
    case 'issuer-unknown':
      return unknownSentence(reason.why);
    case 'local-root':
      return text('reasonLocalRoot', authorityName(reason.authority));
    case 'fact-reused':
      return text('reasonFactReused', moment(reason.at, now));
    case 'seen-leaving':
      return text(SEEN_LEAVING[reason.channel], moment(reason.at, now), endpointName(reason.endpoint));
    case 'tried':
      return reason.endpoint === null
        ? text('reasonTriedSomewhere', moment(reason.at, now))
        : text('reasonTried', moment(reason.at, now), endpointName(reason.endpoint));
    case 'not-named':
      return text(NOT_NAMED[reason.channel]);
    case 'not-expected':
      return notExpected(reason);
    case 'not-observed':
      return text(NOT_OBSERVED[reason.channel]);
    case 'unlikely':
      return text(UNLIKELY[reason.channel], inert(reason.browser));
    case 'possible':
      return text(POSSIBLE[reason.channel], inert(reason.browser));
    case 'cannot-tell':
      return text(CANNOT_TELL[reason.channel]);
    case 'responders-off':
      return reason.environment === 'staging'
        ? text('reasonRespondersOffStaging', day(reason.date))
        : text('reasonRespondersOff', day(reason.date));
    case 'checks-unseen':
      return text('reasonChecksUnseen', inert(reason.browser));
    case 'certificate-allows':
      return text('reasonCertificateAllows', alternatives(reason.places.map(allowedPlace)));
    case 'own-site':
      return text('reasonOwnSite', inert(reason.host), serviceName(reason.service));
    case 'another-operator':
      return text('reasonAnotherOperator', text(CHANNEL_NAME[reason.channel]), endpointName(reason.endpoint));
    case 'companion-saw':
      return text('reasonCompanionSaw', moment(reason.at, now), issuerSummary(reason.issuer));
    case 'companion-disagrees':
      return text('reasonCompanionDisagrees', moment(reason.at, now));
    case 'companion-staple':
      return text('reasonCompanionStaple', moment(Date.parse(reason.producedAt), now));
  }
}

function notExpected(reason: Reason & { id: 'not-expected' }): string {
  const usual = text(NOT_EXPECTED[reason.channel], inert(reason.browser));
  switch (reason.changedBy) {
    case null:
      return usual;
    case 'about-config':
      return text('withSentence', usual, text('changedByAboutConfig'));
    case 'enterprise-policy':
      return text('withSentence', usual, text('changedByEnterprisePolicy'));
  }
}

function allowedPlace({ channel, endpoint }: { channel: Channel; endpoint: string }): string {
  return text('allowedPlace', endpointName(endpoint), text(CHANNEL_NAME[channel]));
}
