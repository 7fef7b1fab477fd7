/** The texts of `extension/_locales`: one folder a language, one file a subject. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export interface Message {
  message: string;
  description?: string;
  placeholders?: Record<string, { content: string; example: string }>;
}

/** The languages that have texts, as browsers name them (`en`, `pt_BR`). */
export function languages(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
}

/** The language that the texts are written in first. The others hold, for each of its keys, a translation alone. */
export const FIRST_LANGUAGE = 'en';

/**
 * All texts of one language, as browsers read them. A translation takes its placeholders from the first language;
 * a plural form that English has not takes those of the form `other`.
 *
 * @throws when two files hold the same key, or a translation's key is not one of the first language's
 */
export function textsOf(folder: string, language: string): Record<string, Message> {
  const first = filesOf<Message>(folder, FIRST_LANGUAGE);
  if (language === FIRST_LANGUAGE) return first;
  const translated = Object.entries(filesOf<string>(folder, language)).map(([key, message]) => {
    const original = first[key] ?? first[key.replace(/_(?:zero|two|few|many)$/, '_other')];
    if (original === undefined)
      throw new Error(`${language} translates ${key}, which ${FIRST_LANGUAGE} has not.`);
    const { placeholders } = original;
    return [key, placeholders === undefined ? { message } : { message, placeholders }] as const;
  });
  return Object.fromEntries(translated);
}

/**
 * The texts as a package carries them: the message alone, with `$1` where a placeholder's name stood. Names, examples
 * and descriptions are for those who write; without them, the texts of eight languages weigh an eighth less.
 *
 * @throws when a text names a placeholder that it does not declare: the browser would show it as it stands
 */
export function packed(texts: Record<string, Message>): Record<string, { message: string }> {
  return Object.fromEntries(
    Object.entries(texts).map(([key, { message, placeholders = {} }]) => {
      // Browsers take names without regard to case.
      const contents = new Map(
        Object.entries(placeholders).map(([name, { content }]) => [name.toLowerCase(), content]),
      );
      const filled = message.replaceAll(/\$(\w+)\$/g, (_, name: string) => {
        const content = contents.get(name.toLowerCase());
        if (content === undefined) throw new Error(`${key} names $${name}$, which it does not declare.`);
        return content;
      });
      return [key, { message: filled }];
    }),
  );
}

function filesOf<T>(folder: string, language: string): Record<string, T> {
  const texts: Record<string, T> = {};
  const files = readdirSync(path.join(folder, language)).filter((name) => name.endsWith('.json'));
  for (const file of files.toSorted()) {
    const part = JSON.parse(readFileSync(path.join(folder, language, file), 'utf8')) as Record<string, T>;
    for (const [key, message] of Object.entries(part)) {
      if (Object.hasOwn(texts, key))
        throw new Error(`${language}/${file} holds ${key}, which another file holds too.`);
      texts[key] = message;
    }
  }
  return texts;
}
