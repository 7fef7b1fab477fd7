/** What the browser tells a screen reader: names for everything, a place for what is said later, in every section. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SECTIONS } from '../../../extension/ui/options-address.ts';
import type { Accessible, BrowserKind, BrowserUnderTest, ExtensionPage } from '../driver/driver.ts';
import { LetterPage } from '../rights/letter-page.ts';
import { openSettledPopup } from '../stage/popup.ts';
import { setStage, type Stage } from '../stage/stage.ts';
import { OptionsPage } from './options-page.ts';

const OPERATED = [
  'button',
  'link',
  'checkbox',
  'radio',
  'textbox',
  'searchbox',
  'combobox',
  'image',
  'heading',
];

/** What is operated, read or seen, and has no name. */
async function nameless(page: ExtensionPage): Promise<Accessible[]> {
  const tree = await page.accessibilityTree();
  expect(tree.length).toBeGreaterThan(10);
  return tree.filter(({ role, name }) => OPERATED.includes(role) && name.trim() === '');
}

async function namesOf(page: ExtensionPage, role: string): Promise<string[]> {
  return (await page.accessibilityTree()).filter((part) => part.role === role).map(({ name }) => name);
}

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

describe.each<BrowserKind>(['firefox', 'chromium'])('a screen reader in %s', (kind) => {
  let browser: BrowserUnderTest;

  beforeAll(async () => {
    browser = await stage.open(kind, { siteAccess: true, certificateFlag: true });
  }, 120_000);
  afterAll(() => browser.close());

  it.each(SECTIONS)('is told a name for everything in %s', async (section) => {
    const page = await OptionsPage.at(browser, section);
    expect(await nameless(page.tab)).toEqual([]);
    const headings = await namesOf(page.tab, 'heading');
    expect(headings[0]).toBe('Relying Party');
    await page.close();
  });

  it('is told no two buttons of one name in the rights that do different things', async () => {
    const letter = await LetterPage.write(browser, 'access');
    expect(await nameless(letter.tab)).toEqual([]);
    expect(await namesOf(letter.tab, 'form')).toContain('Letter: Access: ask for a copy');
    await letter.close();
  });

  it('is told of the popup: the answer as a status, the emblem in words, the host as its heading', async () => {
    const { url } = stage.world.site('today');
    await browser.visit(url);
    const popup = await openSettledPopup(browser);
    await popup.evaluate(`document.querySelectorAll('details').forEach((part) => { part.open = true; })`);
    const tree = await popup.accessibilityTree();
    expect(tree.filter(({ role, name }) => OPERATED.includes(role) && name.trim() === '')).toEqual([]);
    expect(tree.find(({ role }) => role === 'heading')?.name).toBe(new URL(url).host);
    expect(tree.filter(({ role }) => role === 'image').map(({ name }) => name)).toContain(
      "Let's Encrypt was probably not asked",
    );
    // Said later, and read out without the focus being moved: the answer is such a place.
    expect(tree.filter(({ role }) => role === 'status').map(({ live }) => live)).toContain('polite');
    await popup.close();
  });

  it.each([
    ['settings', 'polite'],
    ['history', 'polite'],
    ['policy', 'polite'],
  ])('hears of changes in %s', async (section, live) => {
    const page = await OptionsPage.at(browser, section);
    const places = (await page.tab.accessibilityTree()).filter(({ role }) => role === 'status');
    expect(places.length).toBeGreaterThan(0);
    expect(new Set(places.map((place) => place.live))).toEqual(new Set([live]));
    await page.close();
  });
});
