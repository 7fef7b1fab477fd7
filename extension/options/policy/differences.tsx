import { differences } from '../../../src/policy/compare.ts';
import type { PolicyEdition } from '../../../src/policy/edition.ts';
import { editionsThatChanged } from '../../../src/policy/history/history.ts';
import type { Statement, StatementId } from '../../../src/policy/statements.ts';
import { day } from '../../ui/locale.ts';
import { counted, text } from '../../ui/text.ts';
import { ASPECT_NAME } from './statements/aspect-name.ts';
import { CONTEXT_NAME } from './statements/everybody.tsx';
import { STATEMENT_TEXT } from './statements/statement-text.ts';
import { EditionLine } from './edition-line.tsx';
import { StatementLines } from './statement-view.tsx';

interface DifferencesProps {
  before: PolicyEdition;
  after: PolicyEdition;
  /** Called before a link leads to an edition in the list of changes. */
  onLead: () => void;
}

/** Two editions beside each other, statement by statement, where they differ. */
export function Differences({ before, after, onLead }: DifferencesProps) {
  const found = differences(before, after);
  return (
    <section id="policy-differences" aria-labelledby="policy-differences-title">
      <h3 id="policy-differences-title">{text('policyDifferencesTitle')}</h3>
      <p>{text('policyDifferencesIntroduction', day(before.id), day(after.id))}</p>
      <EditionLine edition={before} />
      <EditionLine edition={after} />
      <p class="aside">{counted('policyDifferencesCount', found.length)}</p>
      <table class="differences">
        <thead>
          <tr>
            <th scope="col">{text('policyStatement')}</th>
            <th scope="col">{text('policyShown', day(before.id))}</th>
            <th scope="col">{text('policyShown', day(after.id))}</th>
          </tr>
        </thead>
        <tbody>
          {found.map(({ statement }) => (
            <tr key={statement.id} data-statement={statement.id}>
              <th scope="row">
                <StatementName statement={statement} />
                <ChangedWith statement={statement.id} before={before} after={after} onLead={onLead} />
              </th>
              <td data-edition={text('policyShown', day(before.id))}>
                <StatementLines edition={before} statement={statement} beside={after} />
              </td>
              <td data-edition={text('policyShown', day(after.id))}>
                <StatementLines edition={after} statement={statement} beside={before} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Its title, and what sets it apart from others of that title: the aspect and the context. */
function StatementName({ statement: { id, aspect, contexts } }: { statement: Statement<StatementId> }) {
  const { title } = STATEMENT_TEXT[id];
  const [context, ...others] = contexts;
  return (
    <>
      <span class="statement-title">{text(title)}</span>
      {aspect !== null && ASPECT_NAME[aspect] !== title && (
        <span class="aside">{text(ASPECT_NAME[aspect])}</span>
      )}
      {context !== undefined && others.length === 0 && (
        <span class="aside">{text(CONTEXT_NAME[context])}</span>
      )}
    </>
  );
}

interface ChangedWithProps extends DifferencesProps {
  statement: StatementId;
}

/** The editions that brought the difference, leading to them in the list of all changes. */
function ChangedWith({ statement, before, after, onLead }: ChangedWithProps) {
  const editions = editionsThatChanged(statement, before.id, after.id);
  if (editions.length === 0) return null;
  return (
    <ul class="changed-with" aria-label={text('policyChanged')}>
      {editions.map(({ id }) => (
        <li key={id}>
          <a href={`#policy-changes-${id}`} onClick={onLead}>
            {day(id)}
          </a>
        </li>
      ))}
    </ul>
  );
}
