import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { textsOf } from '../../../scripts/build/locales.ts';
import { pseudoLocale, pseudoTexts } from '../../../scripts/build/pseudo-locale.ts';

const english = textsOf(path.resolve(import.meta.dirname, '../../../extension/_locales'), 'en');
/** No text: names the language whose dates and plural forms go with the texts. */
const LANGUAGE = 'language_of_texts';
const placeholders = (message: string) => message.match(/\$\w+\$/g);

describe.each(['long', 'rtl'] as const)('the pseudo-locale %s', (locale) => {
  const texts = pseudoTexts(english, locale);

  it('has each text of English, marked, with the placeholders as they were', () => {
    expect(Object.keys(texts)).toEqual(Object.keys(english));
    expect(texts[LANGUAGE]).toEqual(english[LANGUAGE]);
    for (const [key, { message, placeholders: declared }] of Object.entries(texts)) {
      if (key === LANGUAGE) continue;
      expect(message).toMatch(/^⟦[^⟦⟧]*⟧$/);
      expect(placeholders(message)).toEqual(placeholders(english[key]?.message ?? ''));
      expect(declared).toEqual(english[key]?.placeholders);
    }
  });
});

describe('the long pseudo-locale', () => {
  it('is at least 40 % longer than English, text by text', () => {
    const short = Object.entries(pseudoTexts(english, 'long')).filter(
      ([key, { message }]) => key !== LANGUAGE && message.length < 1.4 * (english[key]?.message.length ?? 0),
    );
    expect(short).toEqual([]);
  });
});

describe('the name of a pseudo-locale', () => {
  it('is long, rtl or none', () => {
    expect([pseudoLocale(undefined), pseudoLocale(''), pseudoLocale('rtl')]).toEqual([null, null, 'rtl']);
    expect(() => pseudoLocale('lnog')).toThrow('no pseudo-locale lnog');
  });
});
