/** Text from certificates and file names, made safe to print. */

// Controls, format characters (bidirectional overrides, zero-width, tags), lone surrogates, line and paragraph ends.
const ACTIVE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
const LONGEST = 200;

/**
 * A text for people: characters that a terminal obeys, or that reorder or hide others, are written as `\u{202e}`, a
 * backslash as `\\`, so that no certificate can imitate the report. What is longer than 200 characters is cut.
 */
export function inert(text: string): string {
  const characters = Array.from(text);
  const shown = characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('')}…` : text;
  return shown
    .replaceAll('\\', '\\\\')
    .replace(ACTIVE, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}

/** JSON on one line in which such characters are escaped: it parses to the same value, and moves no terminal. */
export function inertJson(value: unknown): string {
  return JSON.stringify(value).replace(ACTIVE, (character) =>
    Array.from(
      { length: character.length },
      (_, unit) => `\\u${character.charCodeAt(unit).toString(16).padStart(4, '0')}`,
    ).join(''),
  );
}
