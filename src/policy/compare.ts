/** Two editions of the policy, fact by fact: what differs. */
import type { PolicyEdition } from './edition.ts';
import { leavesOf, type Leaf } from './leaves.ts';
import { statementOf, STATEMENTS, type Statement, type StatementId } from './statements.ts';

/** A fact that differs. `undefined`: the edition has no such fact, for example a processor that it does not name. */
export interface ChangedFact {
  path: string;
  before: Leaf | undefined;
  after: Leaf | undefined;
}

/** A statement in which facts differ. */
export interface Difference {
  statement: Statement<StatementId>;
  facts: ChangedFact[];
}

/** Facts about the text as such differ between any two editions and say nothing about people's data. */
const ABOUT_THE_TEXT: StatementId = 'edition';

/** Every fact that differs from one edition to another, by path. Facts about the text itself (its date) are left out. */
export function changedFacts(before: PolicyEdition, after: PolicyEdition): ChangedFact[] {
  const [older, newer] = [leavesOf(before), leavesOf(after)];
  return [...new Set([...older.keys(), ...newer.keys()])]
    .filter((path) => statementOf(path)?.id !== ABOUT_THE_TEXT)
    .map((path) => ({ path, before: older.get(path), after: newer.get(path) }))
    .filter((fact) => !sameLeaf(fact.before, fact.after));
}

/** The statements that differ, in the order in which the pages show statements. */
export function differences(before: PolicyEdition, after: PolicyEdition): Difference[] {
  const facts = changedFacts(before, after);
  return STATEMENTS.map((statement) => ({
    statement,
    facts: facts.filter(({ path }) => statementOf(path)?.id === statement.id),
  })).filter((difference) => difference.facts.length > 0);
}

/** Lists of words are the same in any order: a policy that names the same things otherwise ordered says the same. */
function sameLeaf(one: Leaf | undefined, other: Leaf | undefined): boolean {
  return canonical(one) === canonical(other);
}

function canonical(leaf: Leaf | undefined): string {
  const isList = typeof leaf === 'object' && leaf !== null;
  return JSON.stringify(isList ? leaf.map(String).toSorted() : leaf) ?? '';
}
