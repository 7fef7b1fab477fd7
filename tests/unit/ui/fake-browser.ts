/**
 * The WebExtension API as far as pages need it, in English: import it before anything that imports the real one.
 * Texts come from `_locales/en`, with placeholders filled as browsers fill them.
 */
import path from 'node:path';
import { textsOf } from '../../../scripts/build/locales.ts';
import { fakeStorage } from './fake-storage.ts';

const messages = textsOf(path.resolve(import.meta.dirname, '../../../extension/_locales'), 'en');

/** As browsers do: `$NAME$` becomes the placeholder's content, in which `$1` … `$9` become the substitutions. */
export function getMessage(key: string, substitutions: string | string[] = []): string {
  if (key === '@@bidi_dir') return 'ltr';
  const found = messages[key];
  // Browsers give the empty string; here only a plural form that a language may lack is allowed to be missing.
  if (found === undefined && /_(?:zero|one|two|few|many)$/.test(key)) return '';
  if (found === undefined) throw new Error(`No text for ${key}`);
  const given = [substitutions].flat();
  const wanted = Object.keys(found.placeholders ?? {}).length;
  if (given.length !== wanted) throw new Error(`${key} wants ${wanted} substitutions, got ${given.length}`);
  return found.message.replace(/\$(\w+)\$/g, (_, name: string) => {
    const content = found.placeholders?.[name.toLowerCase()]?.content ?? '';
    return content.replace(/\$([1-9])/g, (_whole, position: string) => given[Number(position) - 1] ?? '');
  });
}

const nothing = { addListener: () => {}, removeListener: () => {} };

const fake = {
  i18n: { getMessage, getUILanguage: () => 'en-GB' },
  runtime: {
    id: 'relying-party@test',
    getManifest: () => ({ version: '0.1.0' }),
    getPlatformInfo: () => Promise.resolve({ os: 'linux' }),
    // The background has not seen an https response yet.
    sendMessage: () => Promise.resolve(null),
    onMessage: nothing,
  },
  permissions: { contains: () => Promise.resolve(false), onAdded: nothing, onRemoved: nothing },
  storage: fakeStorage,
};

// The polyfill takes `browser` as it is when there is one with an id.
Object.assign(globalThis, { browser: fake, chrome: fake });
