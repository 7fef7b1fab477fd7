/** What one report on a page says that belongs into the history. */
import type { Answer, ChannelExposure, Exposure, PageReport } from '../exposure/exposure.ts';
import type { Issuer } from '../letsencrypt/issuer.ts';
import type { RecordedContact } from './entry.ts';

/** A page as its report shows it at one moment. */
export interface Look {
  site: string;
  answer: Answer;
  issuer: Issuer;
  /** SHA-256 of the page's own certificate; null: not seen. */
  certificate: string | null;
  contacts: RecordedContact[];
}

/**
 * What there is to record of a report; null: nothing. A page that the extension has no access to is none of its
 * business, and one without TLS says something only when Let's Encrypt was or may have been asked about a host on it.
 */
export function lookOf(report: PageReport): Look | null {
  switch (report.kind) {
    case 'not-a-site':
    case 'not-visible':
      return null;
    case 'http':
      return ['own-site', 'asked', 'may-have-asked'].includes(report.page.answer) ? look(report.page) : null;
    case 'https':
      return report.siteAccess ? look(report.page) : null;
  }
}

function look({ answer, main, others }: (PageReport & { kind: 'https' | 'http' })['page']): Look {
  return {
    site: main.host,
    answer,
    issuer: main.issuer,
    certificate: main.certificate?.sha256 ?? null,
    contacts: [main, ...others].flatMap(contactsOf),
  };
}

function contactsOf({ host, channels }: Exposure): RecordedContact[] {
  return Object.values(channels).flatMap((channel) => contactsOver(host, channel));
}

function contactsOver(host: string, exposure: ChannelExposure): RecordedContact[] {
  const { channel, recipient, endpoint, contact, triedAt } = exposure;
  if (contact !== null) {
    const { at, means } = contact;
    return [{ host, channel, endpoint: contact.endpoint, at, means, recipient }];
  }
  return triedAt === null
    ? []
    : [{ host, channel, endpoint, at: triedAt, means: 'browser-report', recipient }];
}
