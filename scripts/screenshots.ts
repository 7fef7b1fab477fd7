/**
 * `npm run screenshots -- [--browser firefox|chromium] [--set light|dark|long|rtl|de|contrast]`: pictures of the popup's
 * states, of every section of the options page and of the welcome page, under `screenshots/set/`: light and dark, wide,
 * narrow and at 200 %; with long texts, right to left, in German and in a contrast theme.
 */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { BROWSER_KINDS, type BrowserKind, type BrowserUnderTest } from '../tests/browser/driver/driver.ts';
import { until } from '../tests/browser/driver/wait.ts';
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
// At 400 % a window of 1280 pixels is laid out as the narrow one.
const SIZES = [
  { name: 'wide', width: 1200, height: 900 },
  { name: 'narrow', width: 320, height: 900 },
  { name: 'zoomed', width: 1200, height: 900, zoom: 2 },
];

const OPTIONS: Record<BrowserKind, StageOptions> = {
  firefox: {},
  chromium: { certificateFlag: true, siteAccess: true },
};

const EVERYWHERE: Record<string, StageOptions> = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  long: { build: 'long' },
  rtl: { build: 'rtl' },
};

const SETS: Record<BrowserKind, Record<string, StageOptions>> = {
  firefox: {
    ...EVERYWHERE,
    // Colours are always those of the user.
    contrast: { preferences: { 'browser.display.document_color_use': 2, 'ui.useAccessibilityTheme': 1 } },
  },
  chromium: {
    ...EVERYWHERE,
    // The Firefox at hand speaks English alone.
    de: { extraArguments: ['--lang=de'] },
    contrast: { extraArguments: ['--force-high-contrast'] },
  },
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
    await page.waitForText(/Relying.Party/);
    for (const { name, ...viewport } of SIZES) {
      await page.setViewport(viewport);
      await page.screenshot(path.join(place, `options-${section}-${name}.png`));
    }
    await page.close();
  }
}

async function drawWelcome(browser: BrowserUnderTest, place: string): Promise<void> {
  const page = await browser.openExtensionPage('welcome/index.html');
  await until('the welcome page', async () =>
    (await page.evaluate<boolean>(`document.querySelector('h1') !== null`)) ? true : undefined,
  );
  for (const { name, ...viewport } of SIZES) {
    await page.setViewport(viewport);
    await page.screenshot(path.join(place, `welcome-${name}.png`));
  }
  await page.close();
}

async function draw(kinds: readonly BrowserKind[], wanted: string | undefined): Promise<void> {
  const stage = await setStage();
  try {
    for (const kind of kinds) {
      for (const [name, options] of Object.entries(SETS[kind])) {
        if (wanted !== undefined && wanted !== name) continue;
        process.stderr.write(`${kind}, ${name} …\n`);
        const place = path.join(folder, kind, name);
        await mkdir(place, { recursive: true });
        const browser = await stage.open(kind, { ...OPTIONS[kind], ...options });
        await drawPopups(browser, stage, place);
        await drawSections(browser, place);
        await drawWelcome(browser, place);
        await browser.close();
      }
    }
  } finally {
    await stage.close();
  }
}

const { values } = parseArgs({ options: { browser: { type: 'string' }, set: { type: 'string' } } });
await draw(
  BROWSER_KINDS.filter((kind) => values.browser === undefined || kind === values.browser),
  values.set,
);
process.stderr.write(`The pictures are under ${path.relative(process.cwd(), folder)}/.\n`);
