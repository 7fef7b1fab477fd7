/** A walk through each page with the Tab key alone: everything is reached, where one is can be seen, nothing traps. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SECTIONS } from '../../../extension/ui/options-address.ts';
import type { BrowserKind, BrowserUnderTest, ExtensionTab } from '../driver/driver.ts';
import { until } from '../driver/wait.ts';
import { setStage, type Stage } from '../stage/stage.ts';
import { OptionsPage } from './options-page.ts';

/** Notes each element that takes the focus, and whether the focus can be seen on it. */
const NOTE = `(() => {
  const reachable = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.disabled
      && element.tabIndex >= 0 && !(element.type === 'radio' && !element.checked));
  const walk = { reachable, reached: new Set(), invisible: new Set(), last: null };
  window.walk = walk;
  document.addEventListener('focusin', ({ target }) => {
    walk.reached.add(target);
    walk.last = target;
    const { outlineStyle, outlineWidth } = getComputedStyle(target);
    if (outlineStyle === 'none' || !(parseFloat(outlineWidth) > 0)) walk.invisible.add(target);
  });
  return reachable.length;
})()`;

const NAMES = `.map((element) => element.id || element.ariaLabel || element.textContent.slice(0, 40))`;
const MISSED = `window.walk.reachable.filter((element) => !window.walk.reached.has(element))${NAMES}`;

/**
 * Presses Tab until every control was reached, or far more often than there are controls, which fails.
 *
 * @returns how many controls there are, and those on which the focus could not be seen
 */
async function walkThrough(page: ExtensionTab): Promise<{ controls: number; unseen: string[] }> {
  const controls = await page.evaluate<number>(NOTE);
  // A field for a date takes several steps, and the browser's own window has stops too.
  const most = 3 * controls + 40;
  let pressed = 0;
  let missed: string[] = [];
  do {
    await page.press(Array.from({ length: 10 }, () => 'Tab'));
    pressed += 10;
    missed = await page.evaluate<string[]>(MISSED);
  } while (missed.length > 0 && pressed < most);
  // The keys of the last turn may still be on their way.
  await until(
    () => `the keyboard to reach ${missed.join(', ')}`,
    async () => ((missed = await page.evaluate<string[]>(MISSED)).length === 0 ? true : undefined),
  );
  return { controls, unseen: await page.evaluate<string[]>(`[...window.walk.invisible]${NAMES}`) };
}

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

describe.each<BrowserKind>(['firefox', 'chromium'])('the Tab key in %s', (kind) => {
  let browser: BrowserUnderTest;

  beforeAll(async () => {
    browser = await stage.open(kind, { siteAccess: true, certificateFlag: true });
  }, 120_000);
  afterAll(() => browser.close());

  it.each(SECTIONS)('leads through everything in %s, and on', async (section) => {
    const page = await OptionsPage.at(browser, section);
    // Parts that come in late bring their controls with them: the walk is whole once it leaves the navigation.
    let walked = await walkThrough(page.tab);
    await expect
      .poll(async () => (walked = await walkThrough(page.tab)).controls, { interval: 200 })
      .toBeGreaterThan(6);
    expect(walked.unseen).toEqual([]);
    await page.close();
  });

  it.each(['before-2025', 'own-site', 'many-hosts'])('leads through the popup over %s', async (id) => {
    await browser.visit(stage.world.site(id).url);
    const tab = await browser.currentTabId();
    const page = await browser.openExtensionPage(`popup/index.html?tab=${tab}`);
    await until('an answer', async () =>
      (await page.evaluate<boolean>(
        `document.querySelector('main') !== null && document.querySelector('[aria-busy="true"]') === null`,
      ))
        ? true
        : undefined,
    );
    const { controls, unseen } = await walkThrough(page);
    expect(controls).toBeGreaterThan(2);
    expect(unseen).toEqual([]);
    await page.close();
  });
});
