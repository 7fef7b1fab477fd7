/** One word for one thing: what English calls by one name has one name in every language. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { FIRST_LANGUAGE, languages, textsOf } from '../../../scripts/build/locales.ts';

const locales = path.resolve(import.meta.dirname, '../../../extension/_locales');
const folder = path.join(import.meta.dirname, 'glossary');
const english = textsOf(locales, FIRST_LANGUAGE);

/** The terms, as English texts name them. A name with a capital is the product's: “Relying Party”, “Root YE”. */
const TERMS = {
  popup: /popup/,
  toolbar: /toolbar/,
  'address bar': /address bar/,
  tab: /\btabs?\b/,
  'private window': /\bprivate windows?\b/i,
  browser: /\bbrowsers?\b/i,
  extension: /\bextensions?\b/i,
  administrator: /\badministrator/i,
  setting: /\bsettings?\b/i,
  permission: /\bpermissions?\b/i,
  sync: /\bsync\b/i,
  proxy: /\bproxy\b/,
  site: /\bsites?\b/i,
  host: /\bhosts?\b/i,
  certificate: /\bcertificates?\b(?! transparency)/i,
  chain: /\bchain\b/,
  root: /\broots?\b/,
  signature: /\bsign(?:ature|ed)\b/i,
  issuer: /\bissuers?\b/i,
  issued: /\bissu(?:ed|es|ing)\b/i,
  responder: /\bresponders?\b/,
  revoked: /\brevoked\b/,
  'revocation list': /\brevocation lists?\b/i,
  staging: /\(staging\)/,
  companion: /\bcompanion\b/i,
  'precise watch': /\bprecise watch\b/i,
  asked: /(?:was|been|not|probably) asked/i,
  'seen leaving': /seen leaving/,
  contact: /\bcontacts?\b(?! details)/i,
  history: /\bhistory\b(?! of the website)/i,
  log: /\blog(?:s|ged)?\b/i,
  letter: /\bletters?\b/i,
  policy: /\bpolicy\b/,
  edition: /\beditions?\b/i,
  operator: /\boperators?\b/,
  'relying party': /\brelying part/,
  subscriber: /\bsubscribers?\b/i,
  visitor: /\bvisitors?\b/i,
} as const;

function original(key: string): string {
  const { message } = english[key] ?? english[key.replace(/_\w+$/, '_other')] ?? { message: '' };
  return message.replaceAll(/\$\w+\$/g, '');
}

const held = readdirSync(folder).map((name) => path.basename(name, '.json'));

describe('the glossary', () => {
  it('is held for every language but English', () => {
    const translated = languages(locales).filter((language) => language !== FIRST_LANGUAGE);
    expect(held.toSorted()).toEqual(translated.toSorted());
  });
});

describe.each(held)('the glossary in %s', (language) => {
  /** By term: the pattern of its name in this language, in all its forms. */
  const glossary = JSON.parse(readFileSync(path.join(folder, `${language}.json`), 'utf8')) as Record<
    string,
    string
  >;
  /** All but the line that stores show, which has no room for every word. */
  const texts = Object.entries(textsOf(locales, language)).filter(([key]) => key !== 'extension_description');

  it('has every term', () => {
    expect(Object.keys(glossary)).toEqual(Object.keys(TERMS));
  });

  it.each(Object.entries(TERMS))('has one name for %s', (term, name) => {
    const called = new RegExp(glossary[term] ?? '$^', 'iu');
    const meant = texts.filter(([key]) => name.test(original(key)));
    expect(meant.length).toBeGreaterThan(0);
    expect(meant.filter(([, { message }]) => !called.test(message)).map(([key]) => key)).toEqual([]);
  });
});
