/** What a visitor of Let's Encrypt's own sites may leave there, in sentences, by the kind of page. */
import type { Service } from '../../src/letsencrypt/endpoint.ts';
import type { PolicyEdition } from '../../src/policy/edition.ts';
import type { ProcessorTask } from '../../src/policy/processor.ts';
import type { Section } from '../../src/policy/section.ts';
import type { DonationFacts } from '../../src/policy/visitor.ts';
import { alternatives, listing } from './locale.ts';
import { serviceName } from './service-name.ts';
import { text, type PlainKey } from './text.ts';

export interface VisitorTrace {
  service: Service & ('website' | 'donation' | 'newsletter' | 'forum');
  title: string;
  body: string;
  section: Section;
}

const DONATION_DATUM = {
  name: 'datumName',
  'email-address': 'datumEmailAddress',
  'postal-address': 'datumPostalAddress',
} as const satisfies Record<DonationFacts['collected'][number], PlainKey>;

export function visitorTraces(edition: PolicyEdition): VisitorTrace[] {
  const { visitor } = edition;
  return [
    trace('website', analyticsText(edition), edition.analytics.section),
    trace('donation', donationText(edition), visitor.donation.section),
    trace('newsletter', text('traceNewsletter', processors(edition, 'mailings')), visitor.mailings.section),
    trace('forum', text('traceForum', processors(edition, 'forum')), visitor.forum.section),
  ];
}

function trace(service: VisitorTrace['service'], body: string, section: Section): VisitorTrace {
  return { service, title: serviceName(service), body, section };
}

function analyticsText({ analytics }: PolicyEdition): string {
  const tools = analytics.tools.filter(({ measures }) => measures === 'websites').map(({ name }) => name);
  return analytics.use === 'in-use'
    ? text('traceAnalyticsUsed', listing(tools))
    : text('traceAnalyticsPossible', listing(tools));
}

function donationText(edition: PolicyEdition): string {
  const { collected, cardOrBankDetailsKept } = edition.visitor.donation;
  const left = text(
    'traceDonation',
    listing(collected.map((datum) => text(DONATION_DATUM[datum]))),
    processors(edition, 'payments', alternatives),
  );
  return cardOrBankDetailsKept ? left : text('withSentence', left, text('traceNoCardDetails'));
}

function processors(edition: PolicyEdition, task: ProcessorTask, join = listing): string {
  return join(edition.visitor.processors.filter(({ tasks }) => tasks.includes(task)).map(({ name }) => name));
}
