/**
 * `npm run screenshots -- [--browser firefox|chromium]`: pictures of the popup's states and of every section of the
 * options page, light and dark, wide, narrow and zoomed, under `screenshots/set/`.
 */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { BROWSER_KINDS, type BrowserKind, type BrowserUnderTest } from '../tests/browser/driver/driver.ts';
import { openSettledPopup } from '../tests/browser/stage/popup.ts';
import { setStage, type Stage, type StageOptions } from '../tests/browser/stage/stage.ts';

const folder = path.resolve(import.meta.dirname, '../screenshots/set');

/** The world's sites whose popups differ from each other. */
const POPUPS = [
  'today',
  'before-2025',
  'another-ca',
  'staging',
  'imitation',
  'own-site',
  'many-hosts',
  'http',
];
const SECTIONS = [
  'overview',
  'answers',
  'policy',
  'policy-changes',
  'policy-timeline',
  'rights',
  'history',
  'settings',
  'about',
];
const SIZES = [
  { name: 'wide', width: 1200, height: 900 },
  { name: 'narrow', width: 320, height: 900 },
  { name: 'zoomed', width: 1200, height: 900, zoom: 2 },
];

const OPTIONS: Record<BrowserKind, StageOptions> = {
  firefox: {},
  chromium: { certificateFlag: true, siteAccess: true },
};

async function drawPopups(browser: BrowserUnderTest, { world }: Stage, place: string): Promise<void> {
  for (const id of POPUPS) {
    await browser.visit(world.site(id).url);
    const popup = await openSettledPopup(browser);
    await popup.screenshot(path.join(place, `popup-${id}.png`));
    await popup.evaluate(`document.querySelectorAll('details').forEach((part) => { part.open = true; })`);
    await popup.screenshot(path.join(place, `popup-${id}-unfolded.png`));
    await popup.close();
  }
}

async function drawSections(browser: BrowserUnderTest, place: string): Promise<void> {
  for (const section of SECTIONS) {
    const page = await browser.openExtensionPage(`options/index.html#${section}`);
    await page.waitForText('Relying Party');
    for (const { name, ...viewport } of SIZES) {
      await page.setViewport(viewport);
      await page.screenshot(path.join(place, `options-${section}-${name}.png`));
    }
    await page.close();
  }
}

async function draw(kinds: readonly BrowserKind[]): Promise<void> {
  const stage = await setStage();
  try {
    for (const kind of kinds) {
      for (const colorScheme of ['light', 'dark'] as const) {
        process.stderr.write(`${kind}, ${colorScheme} …\n`);
        const place = path.join(folder, kind, colorScheme);
        await mkdir(place, { recursive: true });
        const browser = await stage.open(kind, { ...OPTIONS[kind], colorScheme });
        await drawPopups(browser, stage, place);
        await drawSections(browser, place);
        await browser.close();
      }
    }
  } finally {
    await stage.close();
  }
}

const { values } = parseArgs({ options: { browser: { type: 'string' } } });
await draw(BROWSER_KINDS.filter((kind) => values.browser === undefined || kind === values.browser));
process.stderr.write(`The pictures are under ${path.relative(process.cwd(), folder)}/.\n`);
