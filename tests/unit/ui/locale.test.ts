// @vitest-environment happy-dom
/** The pages are in one language: that of their texts, whatever the browser's interface is in. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import './fake-browser.ts';
import { browser } from '../../../extension/platform/browser.ts';
import { describeDocument } from '../../../extension/ui/document-language.ts';
import { day, listing, pluralForm } from '../../../extension/ui/locale.ts';

afterEach(() => vi.restoreAllMocks());

const inInterface = (tag: string) => vi.spyOn(browser.i18n, 'getUILanguage').mockReturnValue(tag);

describe('a browser in a language without texts', () => {
  it('gets dates, lists and plural forms that fit the English it reads', () => {
    inInterface('sv-SE');
    expect(day('2026-03-02')).toBe('March 2, 2026');
    expect(listing(['a', 'b', 'c'])).toBe('a, b, and c');
    // Polish has a form of its own for two.
    inInterface('pl');
    expect(pluralForm(2)).toBe('other');
  });

  it('is told by the document that the texts are English', () => {
    inInterface('sv-SE');
    describeDocument();
    expect(document.documentElement.lang).toBe('en');
  });
});

it('a region of the texts’ own language keeps its habits', () => {
  inInterface('en-GB');
  expect(day('2026-03-02')).toBe('2 March 2026');
  describeDocument();
  expect(document.documentElement.lang).toBe('en-GB');
});
