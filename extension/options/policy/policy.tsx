import { useState } from 'preact/hooks';
import { factsAreOld, POLICY_FACTS_AS_OF } from '../../../src/policy/age.ts';
import type { Context } from '../../../src/policy/context.ts';
import type { PolicyEdition } from '../../../src/policy/edition.ts';
import { EDITIONS } from '../../../src/policy/editions.ts';
import { STATEMENTS } from '../../../src/policy/statements.ts';
import { day } from '../../ui/locale.ts';
import { text } from '../../ui/text.ts';
import type { SectionProps } from '../section-props.ts';
import { Changes } from './changes.tsx';
import { Contexts } from './contexts.tsx';
import { Contradictions } from './contradictions.tsx';
import { Differences } from './differences.tsx';
import { EditionChoice } from './edition-choice.tsx';
import { EditionLine } from './edition-line.tsx';
import { Languages } from './languages.tsx';
import { StatementList } from './statement-view.tsx';
import { Timeline } from './timeline.tsx';

const FOR_EVERYBODY = STATEMENTS.filter(({ aspect }) => aspect === null);

type PolicyProps = Pick<SectionProps, 'edition' | 'settings' | 'now'>;

/** The privacy policy: what it says in each context, what changed, and what happened around it. */
export function Policy({ edition: newest, settings, now }: PolicyProps) {
  const [chosen, setChosen] = useState<PolicyEdition | null>(null);
  const [context, setContext] = useState<Context | null>(null);
  const edition = chosen ?? EDITIONS.find(({ id }) => id === settings.edition) ?? newest;
  return (
    <section id="policy" aria-labelledby="policy-title">
      <h2 id="policy-title">{text('policyTitle')}</h2>
      <p>{text('policyIntroduction')}</p>
      <Age now={now} />
      <nav class="contents" aria-label={text('policyContents')}>
        <ul>
          <li>
            <a href="#policy-contexts">{text('policyContextsTitle')}</a>
          </li>
          <li>
            <a href="#policy-everybody">{text('policyEverybodyTitle')}</a>
          </li>
          <li>
            <a href="#policy-differences">{text('policyDifferencesTitle')}</a>
          </li>
          <li>
            <a href="#policy-changes">{text('policyChangesTitle')}</a>
          </li>
          <li>
            <a href="#policy-timeline">{text('policyTimelineTitle')}</a>
          </li>
          <li>
            <a href="#policy-contradictions">{text('policyContradictionsTitle')}</a>
          </li>
          <li>
            <a href="#policy-languages">{text('policyLanguagesTitle')}</a>
          </li>
        </ul>
      </nav>
      <EditionChoice edition={edition} onChoose={setChosen} />
      <section id="policy-contexts" aria-labelledby="policy-contexts-title">
        <h3 id="policy-contexts-title">{text('policyContextsTitle')}</h3>
        <EditionLine edition={edition} />
        <Contexts edition={edition} />
      </section>
      <section id="policy-everybody" aria-labelledby="policy-everybody-title">
        <h3 id="policy-everybody-title">{text('policyEverybodyTitle')}</h3>
        <EditionLine edition={edition} />
        <StatementList edition={edition} statements={FOR_EVERYBODY} />
      </section>
      {EDITIONS.filter(({ id }) => id !== newest.id).map((former) => (
        <Differences key={former.id} before={former} after={newest} onLead={() => setContext(null)} />
      ))}
      <Changes context={context} onFilter={setContext} />
      <Timeline />
      <Contradictions />
      <Languages english={newest.id} />
    </section>
  );
}

/** How old the facts are; more than a year is worth a warning. */
function Age({ now }: { now: number }) {
  return (
    <>
      <p class="aside">{text('policyFactsOf', day(POLICY_FACTS_AS_OF))}</p>
      {factsAreOld(POLICY_FACTS_AS_OF, now) && <p class="warning">{text('policyFactsOld')}</p>}
    </>
  );
}
