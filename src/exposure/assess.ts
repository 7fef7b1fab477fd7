/** Evidence about one host → what Let's Encrypt may have learned, with the reasons. */
import { endpoint, isOwnSite } from '../letsencrypt/endpoint.ts';
import type { Issuer } from '../letsencrypt/issuer.ts';
import { recipientOf, type Recipient } from '../letsencrypt/recipient.ts';
import { CHANNELS, type Channel } from '../revocation/channel.ts';
import { channelState } from './channel-state.ts';
import { behaviourFor } from './checking.ts';
import type { Context } from './context.ts';
import type { Contact, HostEvidence } from './evidence.ts';
import type { Answer, ChannelExposure, Exposure } from './exposure.ts';
import { reasonsFor } from './reasons.ts';

/**
 * Assesses one host of a page.
 *
 * The answer is about Let's Encrypt alone: a channel that leads to another CA does not count towards it.
 */
export function assess(evidence: HostEvidence, context: Context): Exposure {
  const url = new URL(evidence.origin);
  const secure = url.protocol === 'https:';
  const channels = {
    ocsp: channelExposure('ocsp', evidence, context),
    crl: channelExposure('crl', evidence, context),
    issuer: channelExposure('issuer', evidence, context),
  };
  const exposure = {
    origin: evidence.origin,
    host: url.hostname,
    secure,
    issuer: evidence.issuer,
    certificate: evidence.certificate,
    channels,
    ownSite: isOwnSite(evidence.origin) ? (endpoint(evidence.origin)?.service ?? null) : null,
    answer: secure ? hostAnswer(evidence.issuer, channels) : 'no-lets-encrypt',
  } satisfies Omit<Exposure, 'reasons'>;
  return { ...exposure, reasons: secure ? reasonsFor(exposure, evidence, context) : [] };
}

function channelExposure(channel: Channel, evidence: HostEvidence, context: Context): ChannelExposure {
  const contact = latest(evidence.contacts.filter((candidate) => candidate.channel === channel));
  const named = evidence.certificate?.endpoints[channel] ?? null;
  const first = Array.isArray(named) ? (named[0] ?? null) : null;
  const triedAt = channel === 'ocsp' ? evidence.triedAt : null;
  const state = channelState({
    seenLeaving: contact !== null,
    tried: triedAt !== null,
    named,
    behaviour: behaviourFor(evidence, context)[channel],
    observable:
      context.watched.has(channel) ||
      (channel === 'ocsp' && typeof evidence.sighting?.usedOcsp === 'boolean'),
  });
  const address = contact?.endpoint ?? first;
  return {
    channel,
    state,
    endpoint: address,
    recipient: ledTo(address, evidence.issuer),
    contact,
    triedAt,
  };
}

function latest(contacts: Contact[]): Contact | null {
  return contacts.reduce<Contact | null>(
    (last, next) => (last === null || next.at > last.at ? next : last),
    null,
  );
}

/** Whose service the channel leads to; where the certificate names none, the issuer's. */
function ledTo(address: string | null, issuer: Issuer): Recipient {
  if (address !== null) return recipientOf(address, issuer);
  switch (issuer.is) {
    case 'proven':
    case 'claimed':
      return 'lets-encrypt';
    case 'local':
    case 'other':
      return 'another';
    case 'unknown':
      return 'unknown';
  }
}

function hostAnswer(issuer: Issuer, channels: Record<Channel, ChannelExposure>): Answer {
  const relevant = CHANNELS.map((channel) => channels[channel]).filter(
    ({ recipient }) => recipient !== 'another',
  );
  const states = new Set(relevant.map(({ state }) => state));
  if (states.has('seen-leaving') || states.has('tried')) return 'asked';
  if (states.has('possible')) return 'may-have-asked';
  if (issuer.is === 'unknown' || states.has('cannot-tell')) return 'cannot-tell';
  // A certificate that names Let's Encrypt keeps this answer even if all its endpoints are another's.
  if (relevant.length > 0 || issuer.is === 'claimed') return 'probably-not-asked';
  return 'no-lets-encrypt';
}
