/** The texts name the law's notions as the GDPR does in that language: Regulation (EU) 2016/679, all languages equal. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { FIRST_LANGUAGE, languages, textsOf } from '../../../scripts/build/locales.ts';
import { LEGAL_CONCEPTS } from './legal-concepts.ts';

interface LegalTerms {
  /** Where the regulation is published in this language. */
  source: string;
  /** By notion: the official term, and the patterns of the forms in which a text may use it. */
  terms: Record<string, { term: string; forms: string[] }>;
  /** What no text may say, as patterns, each with the official term in its place. */
  wrong: Record<string, string>;
}

const locales = path.resolve(import.meta.dirname, '../../../extension/_locales');
const folder = path.join(import.meta.dirname, 'legal-terms');
const spoken = readdirSync(folder).map((name) => path.basename(name, '.json'));

function legalTerms(language: string): LegalTerms {
  return JSON.parse(readFileSync(path.join(folder, `${language}.json`), 'utf8')) as LegalTerms;
}

function pattern(form: string): RegExp {
  return new RegExp(form, 'iu');
}

describe('the legal terms', () => {
  it('are held for every language but English, in which the concepts are written', () => {
    const translated = languages(locales).filter((language) => language !== FIRST_LANGUAGE);
    expect(spoken.toSorted()).toEqual(translated.toSorted());
  });

  it('stand in texts that there are', () => {
    const english = textsOf(locales, FIRST_LANGUAGE);
    const keys: string[] = Object.values(LEGAL_CONCEPTS).flatMap((concept) => concept.keys);
    expect(keys.filter((key) => !Object.hasOwn(english, key))).toEqual([]);
  });
});

describe.each(spoken)('the legal terms in %s', (language) => {
  const { source, terms, wrong } = legalTerms(language);
  const texts = textsOf(locales, language);

  it('come from the regulation in this language', () => {
    expect(source).toBe(
      `https://eur-lex.europa.eu/legal-content/${language.toUpperCase()}/TXT/?uri=CELEX:32016R0679`,
    );
  });

  it('name every notion, in forms that the official term fits', () => {
    expect(Object.keys(terms).toSorted()).toEqual(Object.keys(LEGAL_CONCEPTS).toSorted());
    const unfit = Object.entries(terms).filter(
      ([, { term, forms }]) => !forms.some((form) => pattern(form).test(term)),
    );
    expect(unfit.map(([concept]) => concept)).toEqual([]);
  });

  it.each(Object.entries(LEGAL_CONCEPTS))('has %s as the regulation has it', (concept, { keys }) => {
    const forms = terms[concept]?.forms ?? [];
    const other = keys.filter((key) => !forms.some((form) => pattern(form).test(texts[key]?.message ?? '')));
    expect(Object.fromEntries(other.map((key) => [key, texts[key]?.message]))).toEqual({});
  });

  it('are not replaced by others that sound like them', () => {
    const found = Object.entries(texts).flatMap(([key, { message }]) =>
      Object.entries(wrong)
        .filter(([alternative]) => pattern(alternative).test(message))
        .map(([, official]) => `${key} should say ${official}: ${message}`),
    );
    expect(found).toEqual([]);
    const denied = Object.keys(wrong).filter((alternative) =>
      Object.values(terms).some(({ term }) => pattern(alternative).test(term)),
    );
    expect(denied).toEqual([]);
  });
});
