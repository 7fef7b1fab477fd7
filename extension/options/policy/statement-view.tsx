import type { PolicyEdition } from '../../../src/policy/edition.ts';
import { sectionUrl } from '../../../src/policy/section.ts';
import type { Statement, StatementId } from '../../../src/policy/statements.ts';
import { ExternalLink } from '../../ui/external-link.tsx';
import { text, type PlainKey } from '../../ui/text.ts';
import type { Line } from './statements/lines.ts';
import { STATEMENT_TEXT } from './statements/statement-text.ts';

interface StatementListProps {
  edition: PolicyEdition;
  statements: readonly Statement<StatementId>[];
  /** The heading above: a statement that bears the same title need not repeat it to those who see it. */
  under?: PlainKey;
}

/** Statements of an edition; each leads to its section of the original. */
export function StatementList({ edition, statements, under }: StatementListProps) {
  return (
    <dl class="facts">
      {statements.map((statement) => {
        const { title } = STATEMENT_TEXT[statement.id];
        return (
          <div
            key={statement.id}
            id={`policy-fact-${statement.id}`}
            // Which facts of `src/policy` are said here.
            data-fact={statement.covers.join(',')}
          >
            <dt class={title === under ? 'visually-hidden' : undefined}>{text(title)}</dt>
            <dd>
              <StatementLines edition={edition} statement={statement} />
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

interface StatementLinesProps {
  edition: PolicyEdition;
  statement: Statement<StatementId>;
  /** An edition beside this one: sentences that it does not have are marked. */
  beside?: PolicyEdition;
}

/** What an edition says in one statement, and the link to where it says it. */
export function StatementLines({ edition, statement, beside }: StatementLinesProps) {
  const { lines } = STATEMENT_TEXT[statement.id];
  const others = beside === undefined ? null : new Set(lines(beside).flatMap(wordsOf));
  const differs = (words: string) => (others === null || others.has(words) ? undefined : 'differs');
  const own = lines(edition);
  const source = <SourceOf edition={edition} statement={statement} />;
  return (
    <>
      {own.map((line, index) => {
        if (typeof line === 'string')
          return (
            <p key={index} class={differs(line)}>
              {line}
              {index === own.length - 1 && <> {source}</>}
            </p>
          );
        if (!('list' in line)) return <div key={index}>{line}</div>;
        return (
          <ul key={index}>
            {line.list.map(({ words, shown = words }) => (
              <li key={words} class={differs(words)}>
                {shown}
              </li>
            ))}
          </ul>
        );
      })}
      {typeof own.at(-1) !== 'string' && <p>{source}</p>}
    </>
  );
}

function wordsOf(line: Line): string[] {
  if (typeof line === 'string') return [line];
  return 'list' in line ? line.list.map(({ words }) => words) : [];
}

function SourceOf({ edition, statement }: { edition: PolicyEdition; statement: Statement<StatementId> }) {
  const section = statement.section(edition);
  const url = section === null ? edition.textUrl : sectionUrl(edition, section);
  return (
    <span class="source">
      <ExternalLink href={url}>{text('externalOriginal')}</ExternalLink>
    </span>
  );
}
