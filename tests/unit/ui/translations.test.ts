/** Every language says everything that English says, with the same parts, in all its plural forms. */
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { FIRST_LANGUAGE, languages, textsOf, type Message } from '../../../scripts/build/locales.ts';

const folder = path.resolve(import.meta.dirname, '../../../extension/_locales');
const english = textsOf(folder, FIRST_LANGUAGE);
const others = languages(folder).filter((language) => language !== FIRST_LANGUAGE);

/** Names and terms that are the same in many languages: a text of nothing else may stay as it is. */
const INTERNATIONAL =
  /\$\w+\$|Let's Encrypt|ISRG|Relying Party|Firefox|Chromium|Chrome|Edge|OCSP|CRLs?|CA|URL|TLS|HTTPS?|RFC|JSON|CSV|IP|VPN|Status|Forum|Newsletter|Website|Browser|Administrator|Google Analytics|Salesforce|[\d\W_]/g;

function placeholdersOf({ message }: Message): string[] {
  return [...message.matchAll(/\$(\w+)\$/g)].map((match) => match[1] ?? '').toSorted();
}

/** The keys that a language needs: English's, with a text for each plural form that the language has. */
function wanted(language: string): string[] {
  const forms = new Intl.PluralRules(language.replace('_', '-')).resolvedOptions().pluralCategories;
  return Object.keys(english).flatMap((key) => {
    if (key.endsWith('_one') && Object.hasOwn(english, key.replace(/_one$/, '_other'))) return [];
    if (!key.endsWith('_other')) return [key];
    return forms.map((form) => key.replace(/_other$/, `_${form}`));
  });
}

describe('the languages', () => {
  it('are those that the project speaks', () => {
    expect(others.toSorted()).toEqual(['de', 'es', 'fr', 'it', 'nl', 'pl', 'pt']);
  });

  describe.each(others)('%s', (language) => {
    const texts = textsOf(folder, language);

    it('says which language it is', () => {
      expect(texts['language_of_texts']?.message).toBe(language);
    });

    it('says everything, in each of its plural forms', () => {
      const missing = wanted(language).filter((key) => !Object.hasOwn(texts, key));
      expect(missing).toEqual([]);
    });

    it('says nothing else', () => {
      const known = new Set(wanted(language));
      expect(Object.keys(texts).filter((key) => !known.has(key))).toEqual([]);
    });

    it('has the placeholders of the English text', () => {
      const wrong = Object.entries(texts).filter(([key, text]) => {
        const original = english[key] ?? english[key.replace(/_\w+$/, '_other')];
        return original !== undefined && String(placeholdersOf(text)) !== String(placeholdersOf(original));
      });
      expect(wrong.map(([key]) => key)).toEqual([]);
    });

    it('leaves nothing in English', () => {
      const left = Object.entries(texts).filter(([key, { message }]) => {
        const rest = message.replaceAll(INTERNATIONAL, '').trim();
        return english[key]?.message === message && rest.length > 12;
      });
      expect(left.map(([key]) => key)).toEqual([]);
    });

    it('writes the name with its own apostrophe, and no text empty or with stray space', () => {
      const odd = Object.entries(texts).filter(
        ([, { message }]) =>
          /Let’s Encrypt|Lets Encrypt/.test(message) || message === '' || message !== message.trim(),
      );
      expect(odd.map(([key]) => key)).toEqual([]);
    });

    it('keeps short what has little room', () => {
      const tight = Object.keys(english).filter((key) =>
        /^(?:title[A-Z]|state[A-Z]|channel[A-Z]|rightAction|allow$|retry$|copy$)/.test(key),
      );
      expect(tight.length).toBeGreaterThan(10);
      const long = tight.filter((key) => {
        const limit = Math.max(24, Math.ceil((english[key]?.message.length ?? 0) * 1.7));
        return (texts[key]?.message.length ?? 0) > limit;
      });
      expect(long).toEqual([]);
    });
  });
});
