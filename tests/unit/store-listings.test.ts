/** What the stores show: a listing in each language that the extension speaks, within the stores' limits. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { languages, textsOf } from '../../scripts/build/locales.ts';

const project = path.resolve(import.meta.dirname, '../..');
const store = path.join(project, 'docs/store');
const locales = path.join(project, 'extension/_locales');

/** The sections of a listing by heading, in their order. */
function sections(language: string): Map<string, string> {
  const text = readFileSync(path.join(store, `listing.${language}.md`), 'utf8');
  const [, ...parts] = text.split(/^## /m);
  return new Map(
    parts.map((part) => {
      const end = part.indexOf('\n');
      return [part.slice(0, end), part.slice(end).trim()];
    }),
  );
}

const listed = readdirSync(store).flatMap((name) => /^listing\.(\w+)\.md$/.exec(name)?.[1] ?? []);
const english = sections('en');

describe('the store listings', () => {
  it('are in every language that the extension speaks', () => {
    expect(listed.toSorted()).toEqual(languages(locales).toSorted());
  });
});

describe.each(listed)('the store listing in %s', (language) => {
  const listing = sections(language);
  const texts = textsOf(locales, language);
  const [name = '', summary = '', description = ''] = listing.values();

  it('has the sections of the English one, none of them empty', () => {
    expect([...listing.keys()]).toEqual([...english.keys()]);
    expect([...listing].filter(([, text]) => text === '')).toEqual([]);
  });

  it('has the name and the summary of the manifest, from which the Chrome Web Store takes them', () => {
    expect(name).toBe(texts.extension_name?.message);
    expect(summary).toBe(texts.extension_description?.message);
  });

  it('keeps to the limits of the stores', () => {
    // Chrome Web Store: 75; addons.mozilla.org: 50.
    expect(name.length).toBeLessThanOrEqual(50);
    // Chrome Web Store: 132; addons.mozilla.org: 250.
    expect(summary.length).toBeLessThanOrEqual(132);
    // Chrome Web Store: 16,000; addons.mozilla.org: 15,000.
    expect(description.length).toBeLessThanOrEqual(15_000);
  });

  it('says in its description all that the English one says', () => {
    const paragraphs = (text: string) => text.split('\n\n').length;
    const points = (text: string) => text.match(/^• /gm)?.length;
    const whole = english.get('Description') ?? '';
    expect(paragraphs(description)).toBe(paragraphs(whole));
    expect(points(description)).toBe(points(whole));
    expect(description.length).toBeGreaterThan(whole.length * 0.8);
    expect(description === whole).toBe(language === 'en');
  });
});
