/** The reasons of one host's assessment, each with its source, strongest first. */
import { endpoint, HOSTS_AS_OF } from '../letsencrypt/endpoint.ts';
import { CHANNELS } from '../revocation/channel.ts';
import { MEASURED_CHROMIUM } from '../revocation/behaviours.ts';
import { RESPONDERS_OFF } from '../revocation/milestones.ts';
import { behaviourFor } from './checking.ts';
import type { Context } from './context.ts';
import type { Contact, HostEvidence } from './evidence.ts';
import type { ChannelExposure, ChannelState, Exposure } from './exposure.ts';
import type { Reason } from './reason.ts';
import type { Source } from './source.ts';

const HOSTS_SOURCE: Source = {
  kind: 'page',
  title: "Let's Encrypt's website, its public sources",
  date: HOSTS_AS_OF,
  url: 'https://github.com/letsencrypt/website',
};

const MEANS_API = {
  'proxy-request': 'proxy.onRequest',
  'web-request': 'webRequest.onBeforeRequest',
} as const satisfies Record<Contact['means'], string>;

/** The states in the order in which they decide an answer. */
const STRENGTH: ChannelState[] = [
  'seen-leaving',
  'tried',
  'possible',
  'cannot-tell',
  'not-observed',
  'not-named',
  'not-expected',
  'unlikely',
];

export function reasonsFor(
  exposure: Omit<Exposure, 'reasons'>,
  evidence: HostEvidence,
  context: Context,
): Reason[] {
  const visit: Source = { kind: 'this-visit', api: context.certificateApi };
  const channels = CHANNELS.map((channel) => exposure.channels[channel])
    .toSorted((one, other) => STRENGTH.indexOf(one.state) - STRENGTH.indexOf(other.state))
    .flatMap((channel) => channelReasons(channel, exposure, evidence, context));
  return [
    ...ownSite(exposure),
    ...issuerReasons(exposure, context, visit),
    ...reuse(evidence, visit),
    ...channels,
    ...unseenChecks(exposure, context, visit),
  ];
}

/** Chromium tells no extension of its own checks: what the certificate would allow is then all there is to see. */
function unseenChecks(
  { channels, certificate }: Omit<Exposure, 'reasons'>,
  context: Context,
  visit: Source,
): Reason[] {
  if (context.browser.engine !== 'chromium') return [];
  const places = CHANNELS.flatMap((channel) => {
    const { endpoint: address } = channels[channel];
    return address === null ? [] : [{ channel, endpoint: address }];
  });
  const unseen: Reason = { id: 'checks-unseen', browser: describe(context), source: MEASURED_CHROMIUM };
  return certificate === null || places.length === 0
    ? [unseen]
    : [unseen, { id: 'certificate-allows', places, source: visit }];
}

function issuerReasons({ issuer }: Omit<Exposure, 'reasons'>, context: Context, visit: Source): Reason[] {
  const table: Source = {
    kind: 'page',
    title: "Let's Encrypt: Chains of Trust",
    date: context.authoritiesAsOf,
    url: 'https://letsencrypt.org/certificates/',
  };
  switch (issuer.is) {
    case 'proven': {
      const { authority, proof, environment } = issuer;
      const proven: Reason = { id: 'issuer-proven', authority, proof, source: table };
      if (environment === 'production') return [proven];
      return [
        proven,
        {
          id: 'issuer-staging',
          authority,
          source: {
            kind: 'page',
            title: "Let's Encrypt: Staging Environment",
            date: context.authoritiesAsOf,
            url: 'https://letsencrypt.org/docs/staging-environment/',
          },
        },
      ];
    }
    case 'claimed':
      return [
        { id: 'issuer-claimed', authority: issuer.authority, why: issuer.why, source: table },
        ...(issuer.localRoot === true
          ? [{ id: 'local-root' as const, authority: issuer.authority, source: visit }]
          : []),
      ];
    case 'local':
      return [{ id: 'issuer-local', authority: issuer.authority, source: visit }];
    case 'other':
      return [
        { id: 'issuer-other', authority: issuer.authority, organization: issuer.organization, source: visit },
      ];
    case 'unknown':
      return [{ id: 'issuer-unknown', why: issuer.why, source: visit }];
  }
}

function ownSite({ host, ownSite: service }: Omit<Exposure, 'reasons'>): Reason[] {
  return service === null ? [] : [{ id: 'own-site', host, service, source: HOSTS_SOURCE }];
}

function reuse({ reusedFrom }: HostEvidence, visit: Source): Reason[] {
  return reusedFrom === null ? [] : [{ id: 'fact-reused', at: reusedFrom, source: visit }];
}

function channelReasons(
  exposure: ChannelExposure,
  { issuer }: Omit<Exposure, 'reasons'>,
  evidence: HostEvidence,
  context: Context,
): Reason[] {
  const { channel, state } = exposure;
  const visit: Source = { kind: 'this-visit', api: context.certificateApi };
  const known = behaviourFor(evidence, context)[channel];
  const browser = describe(context);
  switch (state) {
    case 'seen-leaving':
      if (exposure.contact === null) return [];
      return [
        {
          id: 'seen-leaving',
          channel,
          endpoint: exposure.contact.endpoint,
          at: exposure.contact.at,
          source: { kind: 'this-visit', api: MEANS_API[exposure.contact.means] },
        },
        ...operator(exposure, visit),
        ...off(exposure),
      ];
    case 'tried':
      if (exposure.triedAt === null) return [];
      return [
        {
          id: 'tried',
          channel: 'ocsp',
          endpoint: exposure.endpoint,
          at: exposure.triedAt,
          source: { kind: 'this-visit', api: 'webRequest.getSecurityInfo: usedOcsp' },
        },
        ...operator(exposure, visit),
        ...off(exposure),
      ];
    case 'not-named':
      return [{ id: 'not-named', channel, source: visit }];
    case 'not-expected':
      return [{ id: 'not-expected', channel, browser, changedBy: known.changedBy, source: known.source }];
    case 'not-observed':
      return [
        {
          id: 'not-observed',
          channel,
          source: {
            kind: 'this-visit',
            api: context.watched.has(channel) ? 'proxy.onRequest' : 'webRequest.getSecurityInfo: usedOcsp',
          },
        },
      ];
    case 'unlikely':
      return [{ id: 'unlikely', channel, browser, source: known.source }];
    case 'possible':
      return [
        { id: 'possible', channel, browser, endpoint: exposure.endpoint, source: known.source },
        ...operator(exposure, visit),
        ...off(exposure),
      ];
    case 'cannot-tell':
      // Said once by the issuer's own reason when the certificate is what is missing.
      return issuer.is === 'unknown' ? [] : [{ id: 'cannot-tell', channel, source: known.source }];
  }
}

/** Word that a request goes to another CA, whose own policy applies. */
function operator({ channel, recipient, endpoint: address }: ChannelExposure, source: Source): Reason[] {
  return recipient === 'another' && address !== null
    ? [{ id: 'another-operator', channel, endpoint: address, source }]
    : [];
}

/** Word that Let's Encrypt's responders no longer answer. */
function off({ channel, endpoint: address }: ChannelExposure): Reason[] {
  const service = channel === 'ocsp' && address !== null ? endpoint(address) : null;
  if (service?.operator !== "Let's Encrypt") return [];
  return [
    {
      id: 'responders-off',
      environment: service.environment,
      date: RESPONDERS_OFF.date,
      source: RESPONDERS_OFF.source,
    },
  ];
}

function describe({ browser }: Context): string {
  return browser.version === null ? browser.name : `${browser.name} ${browser.version}`;
}
