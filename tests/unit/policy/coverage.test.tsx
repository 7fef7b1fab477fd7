// @vitest-environment happy-dom
/** `docs/policy-coverage.md`: every sentence of the policy has its facts, and every fact is on the page. */
import { openPolicy } from '../ui/policy-view.tsx';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { EDITIONS } from '../../../src/policy/editions.ts';
import { factAt, leavesOf, liesIn } from '../../../src/policy/leaves.ts';
import { statementOf } from '../../../src/policy/statements.ts';
import { editionsWithTexts, sentencesOf } from './texts.ts';

interface Row {
  number: number;
  facts: string[];
  places: string[];
}

const coverage = readFileSync(path.resolve(import.meta.dirname, '../../../docs/policy-coverage.md'), 'utf8');

/** The list under the heading of an edition: `1. In short: facts → places`. */
function rowsOf(edition: string): Row[] {
  const part = coverage.split(/^## /m).find((each) => each.startsWith(edition)) ?? '';
  return [...part.matchAll(/^(\d+)\. [^:]*: (.*) → (.*)$/gm)].map(
    ([, number = '', facts = '', places = '']) => ({
      number: Number(number),
      facts: codes(facts),
      places: codes(places),
    }),
  );
}

function codes(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');
}

describe.each(EDITIONS)('the sentences of $id', (edition) => {
  const rows = rowsOf(edition.id);

  it('are numbered without a gap, each with a fact and a place', () => {
    expect(rows.map(({ number }) => number)).toEqual(rows.map((_, index) => index + 1));
    expect(rows.length).toBeGreaterThan(80);
    expect(rows.filter(({ facts, places }) => facts.length === 0 || places.length === 0)).toEqual([]);
  });

  it('name facts that the edition has', () => {
    const missing = rows.flatMap(({ facts }) => facts).filter((fact) => factAt(edition, fact) === undefined);
    expect(missing).toEqual([]);
  });

  it('name places that are on the page and say those facts', () => {
    const { container } = openPolicy({ settings: { edition: edition.id } });
    const wrong = rows.filter(({ facts, places }) => {
      const said = places.flatMap((place) => {
        const element = container.querySelector<HTMLElement>(place);
        const words = element?.querySelector('dd')?.textContent ?? '';
        return words === '' ? [] : (element?.dataset['fact'] ?? '').split(',');
      });
      return facts.some((fact) => !said.some((covered) => liesIn(fact, covered)));
    });
    expect(wrong).toEqual([]);
  });

  it('are behind every fact of the edition', () => {
    const named = rows.flatMap(({ facts }) => facts);
    const unfounded = [...leavesOf(edition)].filter(([leaf, value]) => {
      // Nothing in the text says that something is not there.
      if (value === null || (Array.isArray(value) && value.length === 0)) return false;
      const statement = statementOf(leaf)?.id;
      // What is said about the text as such, and what it does not say, has no sentence.
      if (statement === 'edition' || statement === 'not-stated') return false;
      return !named.some((fact) => liesIn(leaf, fact) || fact.startsWith(`${leaf}[`));
    });
    expect(unfounded.map(([leaf]) => leaf)).toEqual([]);
  });
});

const known = editionsWithTexts('the list of sentences against the original texts');

describe.skipIf(known.some(({ text }) => text === '')).each(known)(
  'the text of $edition.id',
  ({ edition, text }) => {
    const rows = rowsOf(edition.id);
    const sentences = sentencesOf(text);

    it('has no sentence that is left out', () => {
      expect(rows).toHaveLength(sentences.length);
    });

    it('names the addresses and companies of each sentence in the facts of that sentence', () => {
      const names = edition.visitor.processors.map(({ name }) => name);
      const wrong = sentences.flatMap((sentence, index) => {
        const row = rows[index];
        const said = (row?.facts ?? [])
          .map((fact) => `${fact} ${JSON.stringify(factAt(edition, fact))}`)
          .join();
        const wanted = [
          ...(sentence.match(/[a-z]+@[a-z.]+[a-z]/g) ?? []),
          ...names.filter((name) => sentence.includes(name)),
        ];
        return wanted.filter((each) => !said.includes(each)).map((each) => [index + 1, each]);
      });
      expect(wrong).toEqual([]);
    });
  },
);
