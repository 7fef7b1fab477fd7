/** What the policy says about someone whose browser trusts a Let's Encrypt certificate. */
import type { LogRetention } from './retention.ts';
import type { Section } from './section.ts';

/** What a server log may hold about a request. */
export type LoggedDatum = 'ip-address' | 'browser' | 'operating-system';

export interface RelyingPartyFacts {
  section: Section;
  /** What leads to a record: using a TLS service that has a Let's Encrypt certificate, when the client asks. */
  trigger: {
    services: ('https-site' | 'other-tls-service')[];
    asker: ('browser' | 'other-tls-client')[];
    /** `ocsp`: only OCSP requests are spoken of; `revocation-status`: any question whether a certificate is revoked. */
    request: 'ocsp' | 'revocation-status';
    certainty: 'may';
  };
  recording: {
    logged: LoggedDatum[];
    /** How surely a request is recorded. */
    certainty: 'will' | 'may';
    automatic: boolean;
    recorder: 'own-servers';
    where: 'temporary-server-logs';
  };
  /** What is not done with the record, and of which data that is said. */
  profiling: {
    builtProfiles: boolean;
    identifiedPeople: boolean;
    scope: 'ocsp-request-data' | 'recorded-data';
  };
  /** What the logs are used for; nothing else. */
  logUses: 'operations'[];
  retention: LogRetention;
  aggregates: Aggregates;
}

/** Totals made from the logs. */
export interface Aggregates {
  certainty: 'may';
  acts: ('computed' | 'retained' | 'published')[];
  example: 'certificates-with-most-requests';
  /** What is aimed at, not promised. */
  safeguard: 'strives-to-leave-out-identifiable-users-and-devices';
}
