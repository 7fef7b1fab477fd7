import type { PolicyEdition } from '../../../src/policy/edition.ts';
import { day } from '../../ui/locale.ts';
import { ExternalLink } from '../../ui/external-link.tsx';
import { text } from '../../ui/text.ts';
import { visitorTraces } from '../../ui/visitor-traces.ts';
import { FactList } from './fact-list.tsx';
import { generalFacts, relyingPartyFacts } from './relying-party-facts.ts';

/** What an edition says of relying parties and, more briefly, of visitors. */
export function Policy({ edition }: { edition: PolicyEdition }) {
  const visitor = visitorTraces(edition).map(({ title, body, section }) => ({ title, body, section }));
  return (
    <section id="policy" aria-labelledby="policy-title">
      <h2 id="policy-title">{text('policyTitle')}</h2>
      <p>
        {text('policyIntroduction', day(edition.id))}{' '}
        <ExternalLink href={edition.textUrl}>{text('policyFull')}</ExternalLink>
      </p>
      <section id="policy-relying-party" aria-labelledby="policy-relying-party-title">
        <h3 id="policy-relying-party-title">{text('policyRelyingPartyTitle')}</h3>
        <FactList edition={edition} facts={[...relyingPartyFacts(edition), ...generalFacts(edition)]} />
      </section>
      <section id="policy-visitor" aria-labelledby="policy-visitor-title">
        <h3 id="policy-visitor-title">{text('policyVisitorTitle')}</h3>
        <p>{text('policyVisitorPlaces')}</p>
        <FactList edition={edition} facts={visitor} />
      </section>
    </section>
  );
}
