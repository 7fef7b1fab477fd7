/** The purposes for which data are processed, each with its lawful basis and the policy's own remark. */
import type { PolicyEdition } from '../../../../src/policy/edition.ts';
import type { LawfulBasis, ProcessingPurpose, Purpose, PurposeRemark } from '../../../../src/policy/gdpr.ts';
import { listing } from '../../../ui/locale.ts';
import { text, type PlainKey } from '../../../ui/text.ts';

const BASIS = {
  consent: 'basisConsent',
  contract: 'basisContract',
  'legal-obligation': 'basisLegalObligation',
  'vital-interests': 'basisVitalInterests',
  'legitimate-interests': 'basisLegitimateInterests',
} as const satisfies Record<LawfulBasis, PlainKey>;

const PURPOSE = {
  'certificate-status': 'purposeStatus',
  'certificate-issuance-and-management': 'purposeIssuance',
  'information-for-visitors': 'purposeInformation',
  'donations-and-sponsorship': 'purposeDonations',
  'legal-obligations-and-emergencies': 'purposeLegal',
} as const satisfies Record<Purpose, PlainKey>;

const REMARK = {
  'reliable-status-information': 'remarkStatus',
  'reliable-and-secure-issuance': 'remarkIssuance',
  'showing-the-public-that-services-perform-as-expected': 'remarkPublic',
  'reliable-and-efficient-information-by-web-and-mail': 'remarkInformation',
  'processing-and-supporting-donations': 'remarkDonations',
  'donor-benefits': 'remarkBenefits',
  'accurate-donor-records': 'remarkRecords',
  'complying-with-legal-obligations': 'remarkObligations',
  'preventing-serious-harm': 'remarkHarm',
} as const satisfies Record<PurposeRemark, PlainKey>;

export function basesList(bases: readonly LawfulBasis[]): string {
  return listing(bases.map((basis) => text(BASIS[basis])));
}

/** Nothing where the edition does not name the purpose. */
export function purposeLines({ purposes }: PolicyEdition, wanted: Purpose): string[] {
  const found = purposes.find(({ purpose }) => purpose === wanted);
  if (found === undefined) return [];
  const name = purposeName(found);
  const bases = basesList(found.bases);
  return [
    found.certainty === 'may' ? text('basisForSome', name, bases) : text('basisFor', name, bases),
    text('basisRemark', listing(found.remarks.map((remark) => text(REMARK[remark])))),
  ];
}

function purposeName({ purpose, namesOcsp }: ProcessingPurpose): string {
  return text(namesOcsp ? 'purposeStatusOcsp' : PURPOSE[purpose]);
}
