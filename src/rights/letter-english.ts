/**
 * The sentences of the letters. They stay English in every language of the program: the recipient reads English, and
 * this wording is the one that counts. Translations for reading are among the texts of the extension.
 */

/** Sentences that stand as they are. */
export const PLAIN_SENTENCES = {
  salutation: 'Dear privacy team,',
  access:
    'Under Article 15 GDPR I ask whether you process personal data concerning me and, if so, for a copy of them and the information in Article 15(1) and (2). Your policy promises the copy in a common, portable format.',
  rectification:
    'Under Article 16 GDPR I ask you to rectify inaccurate or incomplete personal data concerning me.',
  erasure:
    'Under Article 17 GDPR I ask you to erase personal data concerning me. I see no purpose for which they are still necessary (Article 17(1)(a)). If you have to keep some of them, please tell me which and why.',
  restrictionAccuracy:
    'Under Article 18(1)(a) GDPR I ask you to restrict the processing of personal data concerning me: I contest their accuracy, until you have verified it.',
  restrictionUnlawful:
    'Under Article 18(1)(b) GDPR I ask you to restrict the processing of personal data concerning me: I regard the processing as unlawful, but oppose erasure.',
  restrictionClaims:
    'Under Article 18(1)(c) GDPR I ask you to restrict the processing of personal data concerning me: you no longer need them, but I require them for the establishment, exercise or defence of legal claims.',
  restrictionObjection:
    'Under Article 18(1)(d) GDPR I ask you to restrict the processing of personal data concerning me: I have objected under Article 21(1), until it is verified whose grounds override.',
  objection:
    'Under Article 21(1) GDPR I object, on grounds relating to my particular situation, to the processing of personal data concerning me that you base on legitimate interests.',
  objectionMarketing:
    'Under Article 21(2) and (3) GDPR I object to the processing of personal data concerning me for direct marketing. Please stop it.',
  withdrawal:
    'Under Article 7(3) GDPR I withdraw my consent to the processing of personal data concerning me, and to mail sent on the ground of it.',
  transfer:
    'Under Articles 13(1)(f) and 15(2) GDPR, and as your policy offers, I ask which appropriate safeguards under Article 46 apply when personal data of people in the EEA are transferred to third countries, and for a copy of them.',
  recipients: 'Please tell each recipient of the data as well, and tell me who they are (Article 19).',
  clock: "Times are UTC by my device's clock. Whether a request arrived I cannot know.",
  useOnlyForThis: 'Please use these details only to answer this letter.',
  identity:
    'If you cannot find me by these details, please say so (Article 11(2)) and what else you would need.',
  reply:
    'Please answer within one month of receipt (Article 12(3)), with your reasons if you do not act (Article 12(4)).',
  closing: 'Yours faithfully,',
} as const;

/** Sentences with values in `{braces}`. */
export const FILLED_SENTENCES = {
  recipient: 'To: {operator}, {address}',
  date: 'Date: {date}',
  referenceLine: 'Reference: {reference}',
  subject: 'Request under Article {article} GDPR, reference {reference}',
  inaccurate: 'What is wrong: {inaccurate}',
  correct: 'How it should be: {correct}',
  grounds: 'My grounds: {grounds}',
  restriction:
    'Under Article 18 GDPR I ask you to restrict the processing of personal data concerning me: {restriction}',
  logEntries:
    'I write as a relying party. Look in your server logs for my IP address {ipAddress} and these requests by my browser, which it sent or tried to send:',
  ocspContact: '{time}, {host} (OCSP)',
  crlContact: '{time}, {host} (CRL)',
  issuerContact: "{time}, {host} (issuer's certificate)",
  site: 'The site visited was {site}.',
  logDays: 'As the logs are normally deleted in less than {logDays} days, please search them soon.',
  subscriber: 'I write as a subscriber. You know me by: {identifier}',
  visitor: 'I write as a visitor of your websites. You know me by: {identifier}',
} as const;

/** What stands where a required field is empty. */
export const BLANKS = {
  'contact-time': '[date and time]',
  'contact-host': '[host of the service]',
  'ip-address': '[my public IP address]',
  identifier: '[my mail address or account]',
  site: '[the site]',
  inaccurate: '[what is wrong]',
  correct: '[how it should be]',
  restriction: '[the reason for the restriction]',
  grounds: '[my grounds]',
} as const;

export type PlainSentenceId = keyof typeof PLAIN_SENTENCES;
export type FilledSentenceId = keyof typeof FILLED_SENTENCES;
