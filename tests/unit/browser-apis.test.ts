/**
 * Which of the browser's functions the extension uses that a browser lacks, by Mozilla's table of them. Each has to be one
 * whose absence the program expects: `tests/browser/android.test.ts` runs it without those that Android lacks.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { CompatData, Identifier } from '@mdn/browser-compat-data';
import { describe, expect, it } from 'vitest';

const extension = path.resolve(import.meta.dirname, '../../extension');
const manifest = JSON.parse(readFileSync(path.join(extension, '../manifest.json'), 'utf8')) as {
  minimum_chrome_version: string;
  browser_specific_settings: Record<'gecko' | 'gecko_android', { strict_min_version: string }>;
};
const { gecko, gecko_android: android } = manifest.browser_specific_settings;
// Read, not imported: Vite would make a module of its 15 MB first.
const table = createRequire(import.meta.url).resolve('@mdn/browser-compat-data');
const bcd = JSON.parse(readFileSync(table, 'utf8')) as CompatData;

type BrowserName = 'firefox' | 'firefox_android' | 'chrome' | 'edge';

/** Of one browser's files, those that only its relatives run are left out by their name. */
function used(foreign: RegExp): string[] {
  const sources = readdirSync(extension, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.tsx?$/.test(name) && !foreign.test(name),
  );
  const names = sources.flatMap((name) => {
    const code = readFileSync(path.join(extension, name), 'utf8').replaceAll(
      /\/\*[\s\S]*?\*\/|\/\/.*$/gm,
      '',
    );
    return [...code.matchAll(/\bbrowser\.([a-z]\w*(?:\s*\.\w+)*)/gi)].map(([, path_ = '']) =>
      path_.replaceAll(/\s/g, ''),
    );
  });
  return [...new Set(names)].toSorted();
}

/** The deepest entry of the table that a name leads to; null: none. */
function entryOf(name: string): { name: string; entry: Identifier } | null {
  const parts = name.split('.');
  for (let length = parts.length; length > 0; length--) {
    const whole = parts.slice(0, length);
    const entry = whole.reduce<Identifier | undefined>((place, part) => place?.[part], bcd.webextensions.api);
    if (entry !== undefined) return { name: whole.join('.'), entry };
  }
  return null;
}

/** Since which version a browser has it, wholly or in part; null: it has not. */
function since({ __compat: known }: Identifier, browser: BrowserName): number | null {
  const statements = [known?.support[browser] ?? []].flat();
  const present = statements.find(({ version_added: added, version_removed: removed }) => added && !removed);
  return present === undefined ? null : Number.parseFloat(String(present.version_added).replace('≤', ''));
}

function missing(browser: BrowserName, oldest: string, foreign: RegExp): string[] {
  const lacking = used(foreign)
    .flatMap((name) => entryOf(name) ?? [])
    .filter(({ entry: { __compat: known } }) => known !== undefined)
    .filter(({ entry }) => !((since(entry, browser) ?? Infinity) <= Number.parseFloat(oldest)))
    .map(({ name }) => name);
  return [...new Set(lacking)].toSorted();
}

const OF_CHROMIUM = /\.chromium\.tsx?$|platform\/companion/;
const OF_FIREFOX = /\.firefox\.tsx?$/;

describe('the functions that are used', () => {
  it('are found in the sources', () => {
    expect(used(/^$/)).toEqual(expect.arrayContaining(['tabs.query', 'webRequest.getSecurityInfo']));
  });

  it('are all there in Firefox', () => {
    expect(missing('firefox', gecko.strict_min_version, OF_CHROMIUM)).toEqual([]);
  });

  it('are there in Firefox for Android, except those whose absence is expected', () => {
    expect(missing('firefox_android', android.strict_min_version, OF_CHROMIUM)).toEqual([
      'storage.managed.get',
      'windows',
    ]);
  });

  it.each(['chrome', 'edge'] as const)('are there in %s, except what Firefox alone tells', (browser) => {
    expect(missing(browser, manifest.minimum_chrome_version, OF_FIREFOX)).toEqual(['runtime.getBrowserInfo']);
  });
});
