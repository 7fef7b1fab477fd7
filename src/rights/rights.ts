/** The rights of the GDPR, joined with what an edition of the policy says of them. */
import { CONTEXTS, type Context } from '../policy/context.ts';
import type { PolicyEdition } from '../policy/edition.ts';
import { EDITIONS } from '../policy/editions.ts';
import type { GrantedRight } from '../policy/gdpr.ts';
import { policySource } from '../policy/section.ts';
import { articleSource, type Article } from './article.ts';
import { RIGHTS, type Right, type RightId, type RightNote } from './right.ts';

const ARTICLES: Record<RightId, Article[]> = {
  access: [
    { number: 15, part: '' },
    // What the law says of portability is narrower than what the policy promises.
    { number: 20, part: '(1)' },
  ],
  rectification: [{ number: 16, part: '' }],
  erasure: [{ number: 17, part: '' }],
  restriction: [{ number: 18, part: '' }],
  // (1): against legitimate interests; (2) and (3): against marketing, without any reason to give.
  objection: [{ number: 21, part: '(1)–(3)' }],
  'withdrawal-of-consent': [{ number: 7, part: '(3)' }],
  // Which safeguards of Article 46 apply is to be told on request, and where a copy can be had.
  'transfer-details': [
    { number: 15, part: '(2)' },
    { number: 13, part: '(1)(f)' },
    { number: 46, part: '' },
  ],
  complaint: [{ number: 77, part: '' }],
};

/** Every right, in the order in which a person would read them, with the addresses of this edition. */
export function rightsUnder(edition: PolicyEdition): Right[] {
  return RIGHTS.map((id) => {
    const granted = edition.rights.granted.find(({ right }) => right === id) ?? null;
    const articles = ARTICLES[id];
    return {
      id,
      articles,
      region: edition.rights.region,
      contexts: id === 'withdrawal-of-consent' ? contextsWithConsent(edition) : edition.rights.contexts,
      ask:
        id === 'complaint'
          ? { by: 'authority', which: 'local' }
          : {
              by: 'mail',
              address: granted?.address ?? edition.contact.address,
              orByUnsubscribeLink: id === 'withdrawal-of-consent',
            },
      namedInPolicy: granted !== null,
      notes: granted === null ? [] : notes(granted),
      sources: [
        ...(granted === null ? [] : [policySource(edition, edition.rights.section)]),
        ...articles.map(articleSource),
      ],
    };
  });
}

function notes(granted: GrantedRight): RightNote[] {
  switch (granted.right) {
    case 'access':
      return [
        ...(granted.portableFormat ? (['portable-form', 'portability-by-law-is-narrower'] as const) : []),
        ...(granted.identityCheckPossible ? (['identity-check-possible'] as const) : []),
      ];
    case 'erasure':
      return ['deletion-may-be-impossible'];
    case 'objection':
      return granted.includesServiceMail ? ['covers-service-mail'] : [];
    case 'withdrawal-of-consent':
      return ['covers-service-mail'];
    case 'rectification':
    case 'transfer-details':
    case 'complaint':
      return [];
  }
}

/** Consent can be withdrawn only where it was the basis: a relying party is never asked for any. */
function contextsWithConsent({ purposes, subscriber }: PolicyEdition): Context[] {
  const byPurpose = purposes
    .filter(({ bases }) => bases.includes('consent'))
    .flatMap(({ contexts }) => contexts);
  const consenting: Context[] = subscriber.contact.serviceMail.addressIsConsent
    ? [...byPurpose, 'subscriber']
    : byPurpose;
  return CONTEXTS.filter((context) => consenting.includes(context));
}

/** An address that an earlier edition named for the same requests, and that edition's date, `YYYY-MM-DD`. */
export interface FormerAddress {
  address: string;
  edition: string;
}

/** Addresses of earlier editions known here that differ from this edition's: letters to them may go astray. */
export function formerAddresses(edition: PolicyEdition): FormerAddress[] {
  return EDITIONS.filter(
    ({ id, contact }) => id < edition.id && contact.address !== edition.contact.address,
  ).map(({ id, contact }) => ({ address: contact.address, edition: id }));
}
