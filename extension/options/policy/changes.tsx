import { CONTEXTS, type Context } from '../../../src/policy/context.ts';
import type { PastEdition } from '../../../src/policy/history/change.ts';
import { changesFor, countChanges } from '../../../src/policy/history/history.ts';
import { ExternalLink } from '../../ui/external-link.tsx';
import { day } from '../../ui/locale.ts';
import { counted, text } from '../../ui/text.ts';
import { changeText } from './change-text.ts';
import { CONTEXT_NAME } from './statements/everybody.tsx';

interface ChangesProps {
  /** null: everybody. */
  context: Context | null;
  onFilter: (context: Context | null) => void;
}

/** What every edition since 2015 changed, all of it or for one context. */
export function Changes({ context, onFilter }: ChangesProps) {
  const editions = changesFor(context);
  return (
    <section id="policy-changes" aria-labelledby="policy-changes-title">
      <h3 id="policy-changes-title">{text('policyChangesTitle')}</h3>
      <p>{text('policyChangesIntroduction')}</p>
      <fieldset class="choice">
        <legend>{text('policyChangesFilter')}</legend>
        {[null, ...CONTEXTS].map((each) => (
          <label key={each}>
            <input
              type="radio"
              name="policy-changes-context"
              checked={each === context}
              onChange={() => onFilter(each)}
            />
            {text(each === null ? 'policyChangesAll' : CONTEXT_NAME[each])}
          </label>
        ))}
      </fieldset>
      <output class="aside count">{counted('policyChangesCount', countChanges(editions))}</output>
      <ol class="dated">
        {editions.map((edition) => (
          <EditionChanges key={edition.id} edition={edition} />
        ))}
      </ol>
    </section>
  );
}

function EditionChanges({ edition: { id, url, changes, datedByPublication } }: { edition: PastEdition }) {
  return (
    <li id={`policy-changes-${id}`}>
      <h4>
        <time dateTime={id}>{day(id)}</time>
      </h4>
      <div>
        <ul>
          {changes.map((change) => (
            <li key={changeText(change)}>
              {changeText(change)}
              {change.contexts.length === 1 &&
                change.contexts.map((context) => (
                  <span class="tag" key={context}>
                    {text(CONTEXT_NAME[context])}
                  </span>
                ))}
            </li>
          ))}
        </ul>
        {datedByPublication && <p class="aside">{text('policyDatedByPublication')}</p>}
        <p class="source">
          <ExternalLink href={url}>{text('policyTextOf', day(id))}</ExternalLink>
        </p>
      </div>
    </li>
  );
}
