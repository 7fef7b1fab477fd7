/**
 * The notions of the GDPR that the texts speak of: the article where each stands, and the texts that must name it.
 * What the regulation calls them in each language stands in `legal-terms/`, one file a language.
 */
export const LEGAL_CONCEPTS = {
  'personal data': {
    article: '4(1)',
    keys: [
      'rightAccessText',
      'letterSentenceAccess',
      'disclosureText',
      'cookiesNoPersonalData',
      'forumNothingKept',
    ],
  },
  processing: {
    article: '4(2)',
    keys: ['restrictionB', 'letterSentenceObjection', 'letterSentenceObjectionMarketing'],
  },
  recipient: { article: '4(9)', keys: ['letterSentenceRecipients'] },
  consent: {
    article: '4(11)',
    keys: [
      'basisConsent',
      'marketingWithConsent',
      'serviceMailText',
      'personalMailWithConsent',
      'donorMailProblems',
      'changeBasesNamed',
      'changeMarketingConsent',
      'changePersonalConsent',
      'rightWithdrawalText',
      'rightForConsenting',
      'disclosureText',
    ],
  },
  contract: { article: '6(1)(b)', keys: ['basisContract', 'changeBasesNamed', 'rightNotePortabilityByLaw'] },
  'legal obligation': {
    article: '6(1)(c)',
    keys: ['basisLegalObligation', 'purposeLegal', 'changeLegalObligations'],
  },
  'vital interests': { article: '6(1)(d)', keys: ['basisVitalInterests', 'otherBasesText'] },
  'legitimate interests': {
    article: '6(1)(f)',
    keys: [
      'basisLegitimateInterests',
      'objectionGrounds',
      'letterSentenceObjection',
      'rightObjectionText',
      'changeBasesByPurpose',
      'changeDonorMailHandling',
      'donationLegitimate',
      'donorMailHandling',
    ],
  },
  'withdrawal of consent': {
    article: '7(3)',
    keys: ['rightWithdrawalTitle', 'rightWithdrawalText', 'letterSentenceWithdrawal', 'grantedWithdrawal'],
  },
  'manifestly unfounded or excessive': { article: '12(5)', keys: ['expectReply'] },
  'legal basis': { article: '13(1)(c)', keys: ['aspectBasis', 'changeBasesNamed', 'changeBasesByPurpose'] },
  access: { article: '15', keys: ['rightAccessTitle', 'grantedAccess'] },
  rectification: {
    article: '16',
    keys: [
      'rightRectificationTitle',
      'rightRectificationText',
      'rightActionRectification',
      'letterSentenceRectification',
      'grantedRectification',
    ],
  },
  erasure: {
    article: '17',
    keys: [
      'rightErasureTitle',
      'rightErasureText',
      'rightActionErasure',
      'restrictionB',
      'letterSentenceErasure',
      'letterSentenceRestrictionUnlawful',
      'grantedErasure',
    ],
  },
  restriction: {
    article: '18',
    keys: [
      'rightRestrictionTitle',
      'fieldRestriction',
      'letterSentenceRestriction',
      'letterSentenceRestrictionAccuracy',
      'letterSentenceRestrictionUnlawful',
      'letterSentenceRestrictionClaims',
      'letterSentenceRestrictionObjection',
      'missingRestriction',
    ],
  },
  'legal claims': { article: '18(1)(c)', keys: ['restrictionC', 'letterSentenceRestrictionClaims'] },
  portability: { article: '20', keys: ['rightNotePortabilityByLaw'] },
  objection: {
    article: '21',
    keys: [
      'rightObjectionTitle',
      'rightObjectionText',
      'rightActionObjection',
      'fieldObjection',
      'restrictionD',
      'letterSentenceObjection',
      'letterSentenceObjectionMarketing',
      'letterSentenceRestrictionObjection',
      'grantedObjection',
    ],
  },
  'particular situation': {
    article: '21(1)',
    keys: ['objectionGrounds', 'letterSentenceObjection', 'rightObjectionText'],
  },
  'direct marketing': {
    article: '21(2)',
    keys: ['objectionMarketing', 'letterSentenceObjectionMarketing', 'rightObjectionText'],
  },
  'automated decision-making': { article: '22', keys: ['missingAutomated'] },
  representative: { article: '27', keys: ['missingRepresentative'] },
  'standard contractual clauses': { article: '28(7)', keys: ['factTransferText'] },
  'data protection officer': { article: '37', keys: ['missingOfficer'] },
  transfer: {
    article: '44',
    keys: [
      'factTransfer',
      'changeTransfer',
      'rightTransferTitle',
      'grantedTransfer',
      'letterSentenceTransfer',
    ],
  },
  'third country': { article: '44', keys: ['letterSentenceTransfer'] },
  'appropriate safeguards': { article: '46', keys: ['letterSentenceTransfer'] },
  safeguards: {
    article: '46',
    keys: ['changeTransfer', 'factTransferText', 'grantedTransfer', 'rightTransferText'],
  },
  'European Data Protection Board': { article: '68', keys: ['complaintDirectory'] },
  'supervisory authority': { article: '77', keys: ['grantedComplaint', 'rightComplaintText'] },
  'lodge a complaint': {
    article: '77',
    keys: ['rightComplaintText', 'requestStateComplaint'],
  },
  complaint: {
    article: '77',
    keys: ['rightComplaintTitle', 'complaintForm', 'complaintHolds', 'grantedComplaint'],
  },
  'place of the complaint': { article: '77(1)', keys: ['rightComplaintText'] },
  'General Data Protection Regulation': { article: 'title', keys: ['rightsIntroduction'] },
} as const satisfies Record<string, { article: string; keys: readonly string[] }>;
