import { HOSTS_AS_OF } from '../../../src/letsencrypt/endpoint.ts';
import { authorityFacts } from '../../../src/letsencrypt/facts.ts';
import { factsAreOld } from '../../../src/policy/age.ts';
import type { PolicyEdition } from '../../../src/policy/edition.ts';
import { BEHAVIOURS_AS_OF } from '../../../src/revocation/behaviours.ts';
import { day } from '../../ui/locale.ts';
import { text } from '../../ui/text.ts';

/** How old the facts are that this version holds. */
export function FactsOf({ edition, now }: { edition: PolicyEdition; now: number }) {
  const oldest = [authorityFacts.asOf, HOSTS_AS_OF, BEHAVIOURS_AS_OF].toSorted()[0] ?? authorityFacts.asOf;
  return (
    <section id="about-facts" aria-labelledby="about-facts-title">
      <h3 id="about-facts-title">{text('aboutFacts')}</h3>
      <p>{text('aboutFactsWhy')}</p>
      {factsAreOld(oldest, now) && <p class="wrong">{text('factsAreOld', day(oldest))}</p>}
      <dl class="facts">
        <div>
          <dt>{text('factsAuthorities')}</dt>
          <dd>{day(authorityFacts.asOf)}</dd>
        </div>
        <div>
          <dt>{text('factsHosts')}</dt>
          <dd>{day(HOSTS_AS_OF)}</dd>
        </div>
        <div>
          <dt>{text('factsPolicy')}</dt>
          <dd>{day(edition.id)}</dd>
        </div>
        <div>
          <dt>{text('factsBehaviours')}</dt>
          <dd>{day(BEHAVIOURS_AS_OF)}</dd>
        </div>
      </dl>
    </section>
  );
}
