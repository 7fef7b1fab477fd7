import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { newestEdition } from '../../../src/policy/editions.ts';
import { standing, translationFor, TRANSLATIONS } from '../../../src/policy/translations.ts';
import { readJson, reference } from '../letsencrypt/reference.ts';

describe('the translation for a reader', () => {
  it.each([
    ['fr', 'fr'],
    ['fr-CA', 'fr'],
    ['de-AT', 'de'],
    ['pt', 'pt-BR'],
    ['pt-PT', 'pt-BR'],
    ['zh-CN', 'zh-CN'],
    ['zh-SG', 'zh-CN'],
    ['zh-TW', null],
    ['zh-Hant-HK', null],
    ['pl', null],
    ['nl', null],
    ['en-GB', null],
  ])('of %s is %s', (tag, language) => {
    expect(translationFor(tag)?.language ?? null).toBe(language);
  });

  it('is behind when English went on, and holds leftovers where it says so without being so', () => {
    const of = (tag: string, english = '2026-07-06') => {
      const found = translationFor(tag);
      return found && standing(found, english);
    };
    expect([of('fr'), of('de'), of('da')]).toEqual(['current', 'behind', 'leftovers']);
    expect(of('fr', '2027-01-01')).toBe('behind');
  });

  it('brings no address along', () => {
    expect(JSON.stringify(TRANSLATIONS)).not.toContain('@');
  });
});

const Record = v.object({
  translated: v.array(
    v.object({
      lang: v.string(),
      label: v.string(),
      url: v.string(),
      englishVersionMatched: v.string(),
      upToDate: v.boolean(),
    }),
  ),
});
const file = reference('data/privacy-translations.json', 'translations against the extracted list');

it.skipIf(file === null)('the translations are those that the site has', () => {
  const listed = file === null ? [] : v.parse(Record, readJson(file)).translated;
  expect(
    TRANSLATIONS.map((each) => ({
      lang: each.language.toLowerCase(),
      label: each.name,
      url: each.url,
      englishVersionMatched: each.follows,
      upToDate: standing(each, newestEdition().id) === 'current',
    })),
  ).toEqual(listed.filter(({ lang }) => lang !== 'en'));
});
