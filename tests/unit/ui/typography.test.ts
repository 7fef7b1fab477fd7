/** Every language has its own marks: quotation marks, apostrophes, spaces, and the address that it keeps throughout. */
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { FIRST_LANGUAGE, languages, textsOf } from '../../../scripts/build/locales.ts';

const folder = path.resolve(import.meta.dirname, '../../../extension/_locales');
const english = textsOf(folder, FIRST_LANGUAGE);

/** A space that does not break, narrow or wide: French has one inside its quotation marks and before : ; ! ? */
const FIRM = '[\\u00A0\\u202F]';

const QUOTED: Record<string, RegExp> = {
  de: /„[^„“]+“/g,
  en: /“[^“”]+”/g,
  es: /«[^«»]+»/g,
  fr: new RegExp(`«${FIRM}[^«»]+${FIRM}»`, 'g'),
  it: /“[^“”]+”/g,
  nl: /“[^“”]+”/g,
  pl: /„[^„”]+”/g,
  pt: /«[^«»]+»/g,
};

/** How one speaks to a friend. The texts speak to a stranger. */
const FAMILIAR: Record<string, RegExp> = {
  de: words('du|dich|dir|dein\\p{L}*|euch|euer\\p{L}*'),
  en: words('thou'),
  es: words('tú|ti|tus?|puedes|tienes|quieres'),
  fr: words('tu|toi|ton|tes'),
  it: words('tu|tuo|tua|tuoi|tue|puoi|vuoi'),
  nl: words('je|jij|jou|jouw|jullie'),
  pl: words('ty|ciebie|tobie|twój|twoj\\p{L}*|twoi\\p{L}*|masz|możesz|chcesz'),
  pt: words('tu|teus?|tuas?|você|vocês|podes|tens'),
};

/** Texts that end as their language wants it: greetings of a letter, and words that lead to a list. */
const OWN_END = /^letterSentence(?:Salutation|Closing)$|^(?:logMayHold|logHolds|requestShows)$/;

/** Spanish has no word for a thousand million, and counts thousands of millions. */
const OWN_NUMBERS = ['es disagreeVolumeOne', 'es disagreeVolumeOther'];

function words(alternatives: string): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${alternatives})(?!\\p{L})`, 'iu');
}

function lastMark(text: string): string {
  return /[.:?!…,]$/.exec(text)?.[0] ?? '';
}

/** The numbers that a text states, whatever parts its thousands. */
function numbers(text: string): string[] {
  const stated = text.replaceAll(/\$\w+\$/g, '').replaceAll(/(?<=\d)[.,\s](?=\d{3}(?!\d))/g, '');
  return [...new Set(stated.match(/\d+/g))].toSorted();
}

describe.each(languages(folder))('the texts in %s', (language) => {
  const texts = Object.entries(textsOf(folder, language)).map(([key, { message }]) => ({
    key,
    message,
    original: (english[key] ?? english[key.replace(/_\w+$/, '_other')])?.message ?? '',
  }));

  function odd(fault: (text: (typeof texts)[number]) => boolean): string[] {
    return texts.filter(fault).map(({ key, message }) => `${key}: ${message}`);
  }

  it('quote with the marks of the language, opened and closed', () => {
    const quoted = QUOTED[language] ?? /$^/;
    expect(odd(({ message }) => /["“”„‟«»‘‚‹›]/.test(message.replaceAll(quoted, '')))).toEqual([]);
  });

  it('have typographic apostrophes, the straight one being part of a name', () => {
    const straight = language === 'en' ? /[’´`]/ : /(?<!\bLet)['´`]/;
    expect(odd(({ message }) => straight.test(message))).toEqual([]);
  });

  it('have no space too many, nor one before a mark', () => {
    const before = language === 'fr' ? /\s[,.)]/ : /\s[,.;:!?)]/;
    expect(odd(({ message }) => /\s\s|\(\s/.test(message) || before.test(message))).toEqual([]);
    if (language !== 'fr') return;
    const bare = new RegExp(`(?<!${FIRM})[:;!?](?=\\s|$)`);
    expect(odd(({ message }) => bare.test(message))).toEqual([]);
  });

  it('trail off in one mark, which follows its word', () => {
    expect(odd(({ message }) => /\.\.|\s…/.test(message))).toEqual([]);
  });

  it('part what is filled in from the words beside it', () => {
    expect(odd(({ message }) => /\p{L}\$\w+\$|\$\w+\$\p{L}/u.test(message))).toEqual([]);
  });

  it('end like the English text', () => {
    const fault = odd(
      ({ key, message, original }) => !OWN_END.test(key) && lastMark(message) !== lastMark(original),
    );
    expect(fault).toEqual([]);
  });

  it('state the numbers of the English text', () => {
    const fault = odd(
      ({ key, message, original }) =>
        !OWN_NUMBERS.includes(`${language} ${key}`) && String(numbers(message)) !== String(numbers(original)),
    );
    expect(fault).toEqual([]);
  });

  it('are neither cut short nor long-winded', () => {
    const fault = odd(({ message, original }) => {
      const ratio = message.length / original.length;
      return original.length > 40 && (ratio < 0.55 || ratio > 2.6);
    });
    expect(fault).toEqual([]);
  });

  it('keep to the formal address', () => {
    expect(odd(({ message }) => FAMILIAR[language]?.test(message) ?? true)).toEqual([]);
  });
});
