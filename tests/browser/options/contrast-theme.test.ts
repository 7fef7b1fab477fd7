/** In a contrast theme the page has the person's own colours: state is told by shape and word, focus by an outline. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SECTIONS } from '../../../extension/ui/options-address.ts';
import type { BrowserKind, BrowserUnderTest, ExtensionPage } from '../driver/driver.ts';
import { HistoryPage } from '../history/history-page.ts';
import { openSettledPopup } from '../stage/popup.ts';
import { setStage, type Stage, type StageOptions } from '../stage/stage.ts';
import { OptionsPage } from './options-page.ts';
import { CONTRAST_THEME } from './contrast-theme.ts';

/** How two elements differ, apart from colours. */
const differences = (one: string, other: string) => `(() => {
  const [a, b] = [${JSON.stringify(one)}, ${JSON.stringify(other)}]
    .map((selector) => getComputedStyle(document.querySelector(selector)));
  return ['fontWeight', 'borderInlineStartWidth', 'borderInlineStartStyle', 'textDecorationLine', 'fillOpacity']
    .filter((property) => a[property] !== b[property]);
})()`;

/** Relative luminance of what CSS writes as rgb(…), and the contrast of two (WCAG 2.2). */
const CONTRAST = `(one, other) => {
  const light = (colour) => colour.match(/[\\d.]+/g).slice(0, 3).map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, place) => sum + part * [0.2126, 0.7152, 0.0722][place], 0);
  const [dark, bright] = [light(one), light(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}`;

const active = (page: ExtensionPage) =>
  page.evaluate<boolean>(`matchMedia('(forced-colors: active)').matches`);

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

describe.each<BrowserKind>(['firefox', 'chromium'])('a contrast theme in %s', (kind) => {
  let browser: BrowserUnderTest;

  beforeAll(async () => {
    const options: StageOptions = {
      siteAccess: true,
      certificateFlag: true,
      ...CONTRAST_THEME[kind],
    };
    browser = await stage.open(kind, options);
  }, 120_000);
  afterAll(() => browser.close());

  it.each(SECTIONS)('shows where the focus is in %s', async (section) => {
    const page = await OptionsPage.at(browser, section);
    expect(await active(page.tab)).toBe(true);
    await page.tab.press(['Tab', 'Tab', 'Tab']);
    await expect.poll(() => page.focused()).toBe('Your rights');
    const seen = await page.tab.evaluate<{ style: string; width: number; contrast: number }>(`(() => {
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(document.activeElement);
      const ground = getComputedStyle(document.body).backgroundColor;
      return { style: outlineStyle, width: parseFloat(outlineWidth), contrast: (${CONTRAST})(outlineColor, ground) };
    })()`);
    expect(seen.style).not.toBe('none');
    expect(seen.width).toBeGreaterThanOrEqual(2);
    expect(seen.contrast).toBeGreaterThanOrEqual(3);
    await page.close();
  });

  it('marks the current section by more than its colour', async () => {
    const page = await OptionsPage.at(browser, 'rights');
    expect(
      await page.tab.evaluate(differences('nav a[aria-current]', 'nav a:not([aria-current])')),
    ).toContain('fontWeight');
    await page.close();
  });

  it('marks what differs between two editions by a line', async () => {
    const page = await OptionsPage.at(browser, 'policy-differences');
    expect(
      await page.tab.evaluate(differences('.differences p.differs', '.differences p:not(.differs)')),
    ).toContain('borderInlineStartWidth');
    await page.close();
  });

  it('draws the parts of the chart full, hatched and empty', async () => {
    await HistoryPage.with(browser, (page) => page.turnOn());
    await browser.visit(stage.world.site('today').url);
    await HistoryPage.with(browser, async ({ tab }) => {
      await tab.waitForText('Show all');
      await expect
        .poll(() =>
          tab.evaluate(`[...document.querySelectorAll('.history-chart .key .part')].map((part) => {
            const { fill } = getComputedStyle(part);
            return fill.startsWith('url') ? 'hatched' : fill === 'none' ? 'empty' : 'full';
          })`),
        )
        .toEqual(['full', 'hatched', 'empty']);
      const lines = `[...document.querySelectorAll('.history-chart :is(.part, .ground)')].map((part) =>
        (${CONTRAST})(getComputedStyle(part).stroke, getComputedStyle(document.body).backgroundColor))`;
      expect(Math.min(...(await tab.evaluate<number[]>(lines)))).toBeGreaterThanOrEqual(3);
    });
  });

  it('shows in the popup the state in words, the retention as a line that can be seen', async () => {
    await browser.visit(stage.world.site('today').url);
    const popup = await openSettledPopup(browser);
    expect(await active(popup)).toBe(true);
    expect(await popup.text()).toContain("Let's Encrypt was probably not asked about this visit.");
    const contrasts = await popup.evaluate<number[]>(`[...document.querySelectorAll('.retention-line line')]
      .map((line) => (${CONTRAST})(getComputedStyle(line).stroke, getComputedStyle(document.body).backgroundColor))`);
    expect(contrasts).toHaveLength(2);
    expect(Math.min(...contrasts)).toBeGreaterThanOrEqual(3);
    // Links in running text are underlined, not only coloured.
    expect(
      await popup.evaluate(`getComputedStyle(document.querySelector('.edition a')).textDecorationLine`),
    ).toBe('underline');
    await popup.close();
  });
});
