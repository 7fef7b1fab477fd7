/**
 * Names out of certificates and page addresses are written by strangers. Shown as they are, they could turn the
 * text round them (bidirectional controls), hide letters, or fill the window.
 */

/** Control, format (bidi overrides, zero width), line and paragraph separators, private use, lone surrogates. */
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}\u115F\u1160\u2800\u3164\uFFA0\u{E0000}-\u{E0FFF}]/gu;
/** Stacked combining marks reach into the neighbouring lines: two to a letter are kept. */
const stacked = /(\p{M}{2})\p{M}+/gu;
// First-strong isolate and its end (UAX #9): the name's direction stays its own.
const isolate = '\u2068';
const endIsolate = '\u2069';

/** Every invisible character of `name` as its code point in brackets, e.g. `[U+202E]`; nothing is cut. */
export function spelledOut(name: string): string {
  return name
    .replace(
      invisible,
      (character) => `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`,
    )
    .replace(stacked, '$1');
}

/** `name` made harmless to show in a sentence: spelled out, cut to `length` characters, isolated where not ASCII. */
export function inert(name: string, length = 80): string {
  const characters = Array.from(spelledOut(name));
  const cut =
    characters.length > length ? `${characters.slice(0, length - 1).join('')}…` : characters.join('');
  return /^[\x20-\x7e…]*$/.test(cut) ? cut : `${isolate}${cut}${endIsolate}`;
}
