/** What Let's Encrypt may have learned of a visit: per host, per channel, and for the page. */
import type { CompanionFinding } from '../companion/finding.ts';
import type { Channel } from '../revocation/channel.ts';
import type { Environment, Issuer, UnknownIssuer } from '../letsencrypt/issuer.ts';
import type { Service } from '../letsencrypt/endpoint.ts';
import type { Recipient } from '../letsencrypt/recipient.ts';
import type { Contact } from './evidence.ts';
import type { Reason } from './reason.ts';

/** First match, in this order; see docs/architecture.md. */
export type ChannelState =
  | 'seen-leaving'
  | 'tried'
  | 'not-named'
  | 'not-expected'
  | 'not-observed'
  | 'unlikely'
  | 'possible'
  | 'cannot-tell';

export interface ChannelExposure {
  channel: Channel;
  state: ChannelState;
  /** The endpoint that the certificate names; null: none, or the certificate is unknown. */
  endpoint: string | null;
  /** Whose service the endpoint is: Let's Encrypt's, by its table of hosts, or that of the CA that named it. */
  recipient: Recipient;
  contact: Contact | null;
  /** When a try was reported; null: none was. */
  triedAt: number | null;
}

/** The answer about Let's Encrypt, strongest first. */
export type Answer =
  /** The site is Let's Encrypt's own: the visitor is talking to it. */
  | 'own-site'
  | 'asked'
  | 'may-have-asked'
  | 'cannot-tell'
  | 'probably-not-asked'
  /** No certificate here comes from Let's Encrypt. */
  | 'no-lets-encrypt';

/** What is shown of a certificate. */
export interface CertificateSummary {
  sha256: string;
  serialNumber: string;
  notBefore: string;
  notAfter: string;
  mustStaple: boolean;
}

export interface Exposure {
  origin: string;
  /** ASCII (A-label) host, without the port. */
  host: string;
  /** The origin is not HTTPS: there is no certificate. */
  secure: boolean;
  issuer: Issuer;
  certificate: CertificateSummary | null;
  channels: Record<Channel, ChannelExposure>;
  /** The host is one of Let's Encrypt's or ISRG's own sites: which; null: it is not. */
  ownSite: Service | null;
  /** From the channels alone: never `own-site`. */
  answer: Answer;
  /** Strongest first. */
  reasons: Reason[];
}

export interface PageExposure {
  answer: Answer;
  /** The page's own host. */
  main: Exposure;
  /** Every other host of the page, in order of appearance. */
  others: Exposure[];
  /** Hosts that were seen and are not listed, for want of room. */
  omittedHosts: number;
  /** The host whose evidence decided the answer: the page's own wherever it is as strong as any other. */
  decidedBy: string;
  /** The reasons for the answer, strongest first. */
  reasons: Reason[];
  /** The staging environment signed the page's own certificate. */
  environment: Environment | null;
}

/** What a page's tab holds, as the popup and the toolbar see it. */
export type PageReport =
  /** A browser page, a file, an empty tab: no site. */
  | { kind: 'not-a-site' }
  /** Something that the extension may not look at: a site it has no access to, or a browser page. */
  | { kind: 'not-visible' }
  | {
      kind: 'http';
      host: string;
      page: PageExposure;
      factsOf: string;
      trouble?: RecordTrouble;
      pageOnly?: true;
    }
  | {
      kind: 'https';
      host: string;
      page: PageExposure;
      siteAccess: boolean;
      visibility: Visibility;
      factsOf: string;
      trouble?: RecordTrouble;
      /** The user wants the page alone looked at: of its other hosts nothing, or not everything, was seen. */
      pageOnly?: true;
      /** What the companion found on this site; absent: it was not asked. */
      beside?: CompanionFinding;
    };

/**
 * What went wrong with keeping the record of the page: `not-kept`: it could not be written or read back, so that it may
 * get lost; `dropped`: what was read back made no sense, so that an earlier part of it is lost.
 */
export type RecordTrouble = 'not-kept' | 'dropped';

/** Whether this browser can show this extension a certificate, and what stands in the way. */
export type Visibility = 'visible' | UnknownIssuer;
