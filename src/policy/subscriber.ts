/** What the policy says about someone who requests certificates. */
import type { Section } from './section.ts';

export type SubscriberDatum =
  /** Addresses from which the service is used. */
  | 'client-ip-addresses'
  | 'resolved-ip-addresses-of-domain-names'
  /** Of names and of whatever else a certificate may be requested for. */
  | 'resolved-ip-addresses-of-identifiers'
  | 'server-details-from-validation'
  | 'full-logs-of-inbound-http-and-acme-requests'
  | 'full-logs-of-outbound-validation-requests'
  | 'sent-by-or-inferred-from-client-software';

export interface SubscriberFacts {
  section: Section;
  /** What leads to the collection: showing control of names that are reachable on the Internet. */
  trigger: 'proof-of-control-over-names';
  collected: SubscriberDatum[];
  certainty: 'will';
  retention: {
    minimumYears: number;
    /** null: the edition names no end. */
    maximumYears: number | null;
    because: 'root-program-requirements';
  };
  /** What may become public, and why it may be impossible to delete. */
  publication: {
    certainty: 'may';
    because: 'showing-the-public-that-services-perform-as-expected';
    channels: (
      'public-api' | 'public-repositories' | 'certificate-transparency-logs' | 'public-discussions'
    )[];
    deletionMayBeImpossible: boolean;
    undeletableExample: 'ip-addresses';
  };
  contact: ContactDetails;
  clientSoftware: {
    /** Repositories named as examples. */
    repositories: string[];
    governedBy: ('own-privacy-policy' | 'own-terms-of-use')[];
  };
}

/** Contact details that a subscriber may leave. */
export interface ContactDetails {
  optional: boolean;
  example: 'email-address';
  purposes: ('account-service' | 'account-recovery')[];
  madePublic: boolean;
  /** The one way in which they are shared. */
  sharedOnlyUnder: Section;
  serviceMail: {
    /** Leaving an address counts as consent. */
    addressIsConsent: boolean;
    unsubscribe: { link: 'in-every-mail'; address: string };
  };
  marketing: 'never' | 'only-with-consent';
}
