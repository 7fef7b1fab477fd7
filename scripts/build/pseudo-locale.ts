/**
 * Invented languages made of English, for tests: a long one shows where there is no room for a translation, one that
 * runs right to left shows what is laid out for one direction alone.
 */
import type { Message } from './locales.ts';

export type PseudoLocale = 'long' | 'rtl';

/** Round each text, mirrored in text that runs right to left. No text of a real language has them. */
export const MARKS = { begin: '⟦', end: '⟧' } as const;

/** How much longer a translation may well be than English. */
const LONGER = 0.4;

const PLAIN = 'aceinosuyzACEINOSUYZ';
const ACCENTED = 'åçéîñöšüýžÅÇÉÎÑÖŠÜÝŽ';

/** `null`, or the pseudo-locale of this name. @throws when there is none of this name */
export function pseudoLocale(name: string | undefined): PseudoLocale | null {
  if (name === undefined || name === '') return null;
  if (name !== 'long' && name !== 'rtl') throw new Error(`There is no pseudo-locale ${name}: long or rtl.`);
  return name;
}

/** The English texts as this pseudo-locale has them, their placeholders as they were. */
export function pseudoTexts(english: Record<string, Message>, locale: PseudoLocale): Record<string, Message> {
  return Object.fromEntries(
    Object.entries(english).map(([key, whole]) => {
      // Nobody reads it, and there is no tag for an invented language.
      if (key === 'language_of_texts') return [key, whole];
      const { begin, end } = MARKS;
      const message = locale === 'long' ? lengthened(whole.message) : whole.message;
      return [key, { ...whole, message: `${begin}${message}${end}` }];
    }),
  );
}

function lengthened(message: string): string {
  const accented = message
    .split(/(\$\w+\$)/)
    .map((part, place) =>
      place % 2 === 1
        ? part
        : part.replace(/[A-Za-z]/g, (letter) => ACCENTED[PLAIN.indexOf(letter)] ?? letter),
    )
    .join('');
  // In the shape of words, as the longest of them matter most in a narrow place.
  const more = 'lörëmîpšümd ölöršîtå mëtçöñšë'.repeat(Math.ceil(message.length / 60) + 1);
  return `${accented} ${more.slice(0, Math.ceil(message.length * LONGER)).trim()}`;
}
