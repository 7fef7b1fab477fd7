/** What the policy says under the GDPR: purposes and lawful bases, transfer, rights, limits of deletion. */
import type { Context } from './context.ts';
import type { Section } from './section.ts';

/** Articles 6(1)(a), (b), (c), (d) and (f) of the GDPR. */
export type LawfulBasis =
  'consent' | 'contract' | 'legal-obligation' | 'vital-interests' | 'legitimate-interests';

export type Purpose =
  /** Named as OCSP information in the edition of 2021-03-07. */
  | 'certificate-status'
  | 'certificate-issuance-and-management'
  | 'information-for-visitors'
  | 'donations-and-sponsorship'
  | 'legal-obligations-and-emergencies';

/** What the policy adds to a purpose in its own remark. */
export type PurposeRemark =
  | 'reliable-status-information'
  | 'reliable-and-secure-issuance'
  | 'showing-the-public-that-services-perform-as-expected'
  | 'reliable-and-efficient-information-by-web-and-mail'
  | 'processing-and-supporting-donations'
  | 'donor-benefits'
  | 'accurate-donor-records'
  | 'complying-with-legal-obligations'
  | 'preventing-serious-harm';

export interface ProcessingPurpose {
  section: Section;
  purpose: Purpose;
  /** The purpose's title names OCSP. */
  namesOcsp: boolean;
  contexts: Context[];
  bases: LawfulBasis[];
  /** How surely data are processed for it. */
  certainty: 'do' | 'may';
  remarks: PurposeRemark[];
}

export interface TransferFacts {
  section: Section;
  /** Data may be collected from there, or transferred there. */
  certainty: 'may';
  places: ('united-states' | 'wherever-operator-or-providers-work')[];
  lessProtectionPossible: boolean;
  /** Steps taken so that service providers protect the data of people in the EEA. */
  safeguards: (
    'standard-contractual-clauses-in-processing-agreements' | 'other-safeguards-approved-by-the-commission'
  )[];
  /** Details of the mechanism are given on request, at this address. */
  detailsFrom: string;
}

export interface DeletionLimit {
  section: Section;
  certainty: 'may';
  example: 'ip-addresses';
  because: 'others-judge-the-certificates-by-it';
}

/** A right that the edition itself grants or names. */
export type GrantedRight =
  | {
      right: 'access';
      address: string;
      /** The report comes in a structured, common, portable format. */
      portableFormat: boolean;
      identityCheckPossible: boolean;
    }
  | { right: 'rectification'; address: string }
  | { right: 'erasure'; address: string }
  | { right: 'objection'; includesServiceMail: boolean; address: null }
  | { right: 'withdrawal-of-consent'; of: 'service-mail'; means: 'unsubscribe-link'; address: null }
  | { right: 'transfer-details'; address: string }
  | { right: 'complaint'; to: 'local-supervisory-authority'; address: null };

export interface RightsFacts {
  section: Section;
  /** Where a person must be for the policy to name these rights. */
  region: 'eea';
  contexts: Context[];
  granted: GrantedRight[];
}
