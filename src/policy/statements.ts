/**
 * What an edition states, cut into statements of a size that a person reads at once. Each names the facts that it
 * covers; together they cover every fact of an edition, so that none is left unsaid on the pages.
 */
import { CONTEXTS, type Context } from './context.ts';
import type { PolicyEdition } from './edition.ts';
import { liesIn } from './leaves.ts';
import type { Section } from './section.ts';

/** What a statement is about, in the order in which the contexts stand beside each other. */
export const ASPECTS = ['when', 'collected', 'use', 'basis', 'kept', 'public', 'others', 'opt-out'] as const;
export type Aspect = (typeof ASPECTS)[number];

export interface Statement<Id extends string = string> {
  id: Id;
  /** null: about every context, beside the eight aspects. */
  aspect: Aspect | null;
  contexts: readonly Context[];
  /** Where the edition says it; null: nowhere, or it is about the text as a whole. */
  section: (edition: PolicyEdition) => Section | null;
  /** Paths of facts, as in `leaves.ts`. A longer path in another statement takes its part away from this one. */
  covers: readonly string[];
}

function about<Id extends string>(
  id: Id,
  aspect: Aspect | null,
  contexts: Context | readonly Context[],
  section: Statement['section'],
  covers: readonly string[],
): Statement<Id> {
  return { id, aspect, contexts: typeof contexts === 'string' ? [contexts] : contexts, section, covers };
}

const RELYING = 'relying-party';
const relying = (edition: PolicyEdition) => edition.relyingParty.section;
const subscriber = (edition: PolicyEdition) => edition.subscriber.section;
const visitor = (edition: PolicyEdition) => edition.visitor.section;
const analytics = (edition: PolicyEdition) => edition.analytics.section;
const disclosure = (edition: PolicyEdition) => edition.disclosure.section;
const gdpr = (edition: PolicyEdition) => edition.rights.section;

export const STATEMENTS = [
  about('relying-party-trigger', 'when', RELYING, relying, ['relyingParty.trigger']),
  about('relying-party-record', 'collected', RELYING, relying, ['relyingParty.recording']),
  about('log-use', 'use', RELYING, relying, ['relyingParty.logUses']),
  about('profiles', 'use', RELYING, relying, ['relyingParty.profiling']),
  about('status-basis', 'basis', RELYING, gdpr, ['purposes[certificate-status]']),
  about('log-retention', 'kept', RELYING, relying, ['relyingParty.retention']),
  about('totals', 'public', RELYING, relying, ['relyingParty.aggregates']),

  about('subscriber-trigger', 'when', 'subscriber', subscriber, ['subscriber.trigger']),
  about('subscriber-record', 'collected', 'subscriber', subscriber, [
    'subscriber.collected',
    'subscriber.certainty',
  ]),
  about('contact-details', 'collected', 'subscriber', subscriber, [
    'subscriber.contact.optional',
    'subscriber.contact.example',
    'subscriber.contact.purposes',
  ]),
  about('service-mail', 'use', 'subscriber', subscriber, ['subscriber.contact.serviceMail']),
  about('contact-marketing', 'use', 'subscriber', subscriber, ['subscriber.contact.marketing']),
  about('issuance-basis', 'basis', 'subscriber', gdpr, ['purposes[certificate-issuance-and-management]']),
  about('subscriber-retention', 'kept', 'subscriber', subscriber, ['subscriber.retention']),
  about('publication', 'public', 'subscriber', subscriber, ['subscriber.publication']),
  about('contact-sharing', 'others', 'subscriber', subscriber, [
    'subscriber.contact.madePublic',
    'subscriber.contact.sharedOnlyUnder',
  ]),
  about('client-software', 'others', 'subscriber', subscriber, ['subscriber.clientSoftware']),
  about('service-mail-opt-out', 'opt-out', 'subscriber', subscriber, [
    'subscriber.contact.serviceMail.unsubscribe',
  ]),

  about('visitor-places', 'when', 'visitor', (edition) => edition.visitor.places.section, ['visitor.places']),
  about('donation-record', 'collected', 'visitor', visitor, ['visitor.donation']),
  about('mailing-record', 'collected', 'visitor', visitor, ['visitor.mailings']),
  about('forum-record', 'collected', 'visitor', visitor, ['visitor.forum']),
  about('analytics-record', 'collected', 'visitor', analytics, ['analytics.use', 'analytics.tools']),
  about('cookies', 'collected', 'visitor', analytics, ['analytics.cookies']),
  about('do-not-track', 'collected', 'visitor', analytics, ['analytics.doNotTrack']),
  about('donation-use', 'use', 'visitor', visitor, [
    'visitor.donation.uses',
    'visitor.donation.basis',
    'visitor.donation.postalAddress.use',
  ]),
  about('donor-mail', 'use', 'visitor', visitor, ['visitor.donation.emailWithoutConsent']),
  about('personal-mail', 'use', 'visitor', visitor, ['visitor.mailings.personalised']),
  about('analytics-use', 'use', 'visitor', analytics, [
    'analytics.purposes',
    'analytics.tools[Google Analytics].purposes',
    'analytics.tools[Salesforce Account Engagement].purposes',
  ]),
  about('information-basis', 'basis', 'visitor', gdpr, ['purposes[information-for-visitors]']),
  about('donation-basis', 'basis', 'visitor', gdpr, ['purposes[donations-and-sponsorship]']),
  about('postal-address-kept', 'kept', 'visitor', visitor, ['visitor.donation.postalAddress.keptUntil']),
  about('analytics-kept', 'kept', 'visitor', analytics, [
    'analytics.tools[Google Analytics].keptWhile',
    'analytics.tools[Salesforce Account Engagement].keptWhile',
  ]),
  about('processors', 'others', 'visitor', visitor, [
    'visitor.processors',
    'visitor.donation.storedWithProcessors',
    'visitor.donation.partnerDependsOnPaymentMethod',
  ]),
  about('mailing-opt-out', 'opt-out', 'visitor', visitor, ['visitor.mailings.optOut']),
  about('analytics-opt-out', 'opt-out', 'visitor', analytics, [
    'analytics.tools[Google Analytics].optOut',
    'analytics.tools[Google Analytics].moreUrl',
    'analytics.tools[Salesforce Account Engagement].optOut',
    'analytics.tools[Salesforce Account Engagement].moreUrl',
  ]),

  about('operator', null, CONTEXTS, (edition) => edition.operator.section, ['operator']),
  about('contexts', null, CONTEXTS, (edition) => edition.contexts.section, ['contexts']),
  about('sale', null, CONTEXTS, (edition) => edition.sale.section, ['sale']),
  about('disclosure', null, CONTEXTS, disclosure, [
    'disclosure.what',
    'disclosure.certainty',
    'disclosure.onlyWhatIsHeld',
    'disclosure.grounds',
  ]),
  about('disclosure-emergency', null, CONTEXTS, disclosure, ['disclosure.emergency']),
  about('disclosure-notice', null, CONTEXTS, disclosure, ['disclosure.priorNotice']),
  about('disclosure-unchallenged', null, CONTEXTS, disclosure, ['disclosure.ifUnchallenged']),
  about('disclosure-objection', null, CONTEXTS, disclosure, ['disclosure.ownObjection']),
  about('legal-basis', null, CONTEXTS, gdpr, ['purposes[legal-obligations-and-emergencies]', 'otherBases']),
  about('deletion-limit', null, CONTEXTS, gdpr, ['deletionLimit']),
  about('transfer', null, CONTEXTS, gdpr, ['transfer']),
  about('rights', null, CONTEXTS, gdpr, ['rights']),
  about('contact', null, CONTEXTS, (edition) => edition.contact.section, ['contact']),
  about('not-stated', null, CONTEXTS, () => null, ['notStated']),
  about('edition', null, CONTEXTS, () => null, [
    'id',
    'publishedAt',
    'supersededAt',
    'textUrl',
    'historyUrl',
    'language',
  ]),
] as const satisfies readonly Statement[];

export type StatementId = (typeof STATEMENTS)[number]['id'];

/** The statement that covers the fact at a path: the one that names the longest part of it. Null: none does. */
export function statementOf(path: string): Statement<StatementId> | null {
  let found: { statement: Statement<StatementId>; length: number } | null = null;
  for (const statement of STATEMENTS)
    for (const covered of statement.covers)
      if (liesIn(path, covered) && covered.length > (found?.length ?? 0))
        found = { statement, length: covered.length };
  return found?.statement ?? null;
}
