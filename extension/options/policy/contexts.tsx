import type { Context } from '../../../src/policy/context.ts';
import { CONTEXTS } from '../../../src/policy/context.ts';
import type { PolicyEdition } from '../../../src/policy/edition.ts';
import { ASPECTS, STATEMENTS, type Aspect, type Statement } from '../../../src/policy/statements.ts';
import type { StatementId } from '../../../src/policy/statements.ts';
import { text, type PlainKey } from '../../ui/text.ts';
import { ASPECT_NAME } from './statements/aspect-name.ts';
import { StatementList } from './statement-view.tsx';

const TITLE = {
  'relying-party': 'policyRelyingPartyTitle',
  subscriber: 'policySubscriberTitle',
  visitor: 'policyVisitorTitle',
} as const satisfies Record<Context, PlainKey>;

/** The three contexts beside each other, aspect by aspect, so that they can be compared. */
export function Contexts({ edition }: { edition: PolicyEdition }) {
  return (
    <div class="contexts">
      {CONTEXTS.map((context) => (
        <section
          key={context}
          id={`policy-${context}`}
          class="context"
          aria-labelledby={`policy-${context}-title`}
        >
          <h4 id={`policy-${context}-title`} class="context-title">
            {text(TITLE[context])}
          </h4>
          {ASPECTS.map((aspect) => (
            <AspectOf key={aspect} edition={edition} context={context} aspect={aspect} />
          ))}
        </section>
      ))}
    </div>
  );
}

interface AspectProps {
  edition: PolicyEdition;
  context: Context;
  aspect: Aspect;
}

function AspectOf({ edition, context, aspect }: AspectProps) {
  const statements = STATEMENTS.filter(
    (statement: Statement<StatementId>) =>
      statement.aspect === aspect && statement.contexts.includes(context),
  );
  return (
    <div class="aspect">
      <h5>{text(ASPECT_NAME[aspect])}</h5>
      {statements.length === 0 ? (
        <p class="aside">{text('aspectNothing')}</p>
      ) : (
        <StatementList edition={edition} statements={statements} under={ASPECT_NAME[aspect]} />
      )}
    </div>
  );
}
