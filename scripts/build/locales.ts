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

/**
 * All texts of one language.
 *
 * @throws when two files hold the same key
 */
export function textsOf(folder: string, language: string): Record<string, Message> {
  const texts: Record<string, Message> = {};
  const files = readdirSync(path.join(folder, language)).filter((name) => name.endsWith('.json'));
  for (const file of files.toSorted()) {
    const part = JSON.parse(readFileSync(path.join(folder, language, file), 'utf8')) as Record<
      string,
      Message
    >;
    for (const [key, message] of Object.entries(part)) {
      if (Object.hasOwn(texts, key))
        throw new Error(`${language}/${file} holds ${key}, which another file holds too.`);
      texts[key] = message;
    }
  }
  return texts;
}
