import type { ChannelExposure, Exposure, PageExposure } from '../../src/exposure/exposure.ts';
import type { Channel } from '../../src/revocation/channel.ts';

/** A request to Let's Encrypt that left, or that the browser reports to have tried. */
export interface PageContact {
  means: 'seen-leaving' | 'tried';
  channel: Channel;
  /** null: the certificate's address for it is not known. */
  endpoint: string | null;
  /** Milliseconds since the epoch. */
  at: number;
}

/** Every host of the page, its own first. */
export function pageHosts(page: PageExposure): Exposure[] {
  return [page.main, ...page.others];
}

/** The page's contacts with Let's Encrypt: the latest first. */
export function pageContacts(page: PageExposure): PageContact[] {
  return pageHosts(page)
    .flatMap((exposure) => Object.values(exposure.channels))
    .flatMap(contactOf)
    .toSorted((a, b) => b.at - a.at);
}

function contactOf(channel: ChannelExposure): PageContact[] {
  if (channel.recipient === 'another') return [];
  if (channel.state === 'seen-leaving' && channel.contact !== null) {
    const { endpoint, at } = channel.contact;
    return [{ means: 'seen-leaving', channel: channel.channel, endpoint, at }];
  }
  if (channel.state === 'tried' && channel.triedAt !== null) {
    return [{ means: 'tried', channel: channel.channel, endpoint: channel.endpoint, at: channel.triedAt }];
  }
  return [];
}
