/**
 * `npm run screenshots -- [--browser firefox|chromium] [--set light|dark|long|rtl|de|contrast]`: pictures of the popup's
 * states, of every section of the options page, empty and filled, of the welcome page, and the policy on paper, under
 * `screenshots/set/`: light and dark, wide, narrow and at 200 %; with long texts, right to left, in German and in a
 * contrast theme.
 */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { addDays } from '../src/history/local-day.ts';
import { SECTIONS } from '../extension/ui/options-address.ts';
import {
  BROWSER_KINDS,
  type BrowserKind,
  type BrowserUnderTest,
  type ExtensionTab,
} from '../tests/browser/driver/driver.ts';
import { until } from '../tests/browser/driver/wait.ts';
import { HistoryPage, type StoredEntry } from '../tests/browser/history/history-page.ts';
import { CONTRAST_THEME } from '../tests/browser/options/contrast-theme.ts';
import { LetterPage } from '../tests/browser/rights/letter-page.ts';
import { RequestsPage } from '../tests/browser/rights/requests-page.ts';
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
    contrast: CONTRAST_THEME.firefox,
  },
  chromium: {
    ...EVERYWHERE,
    // The Firefox at hand speaks English alone.
    de: { extraArguments: ['--lang=de'] },
    contrast: CONTRAST_THEME.chromium,
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

async function drawInSizes(page: ExtensionTab, place: string, picture: string): Promise<void> {
  for (const { name, ...viewport } of SIZES) {
    await page.setViewport(viewport);
    await page.screenshot(path.join(place, `${picture}-${name}.png`));
  }
}

async function drawSections(browser: BrowserUnderTest, place: string): Promise<void> {
  for (const section of SECTIONS) {
    const page = await browser.openExtensionPage(`options/index.html#${section}`);
    await until(`the section ${section}`, async () =>
      (await page.evaluate<boolean>(`document.querySelector('main #${section}') !== null`))
        ? true
        : undefined,
    );
    await drawInSizes(page, place, `options-${section}`);
    if (section === 'policy') await page.print(path.join(place, 'options-policy.pdf'));
    await page.close();
  }
}

/** What a person has filled in: a letter, a noted request that is overdue, a history of some weeks. */
async function drawFilled(browser: BrowserUnderTest, { world }: Stage, place: string): Promise<void> {
  const letter = await LetterPage.write(browser, 'access');
  await drawInSizes(letter.tab, place, 'letter');
  await letter.close();
  const requests = await RequestsPage.open(browser);
  await requests.store({ reference: 'RP-7K3M-Q9TX', right: 'access', sent: '2026-07-27' });
  await requests.tab.evaluate(`chrome.storage.local.set({ settings: { country: 'DE-BE' } })`);
  await until('the request', async () =>
    (await requests.tab.text()).includes('RP-7K3M-Q9TX') ? true : undefined,
  );
  await drawInSizes(requests.tab, place, 'requests');
  await requests.close();
  await HistoryPage.with(browser, (page) => page.turnOn());
  for (const [before, id] of ['today', 'before-2025', 'another-ca'].entries()) {
    await browser.visit(world.site(id).url);
    // A person stays longer than a moment.
    await HistoryPage.with(browser, async (page) => {
      const [entry] = await until('an entry', async () => {
        const stored = await page.stored();
        return stored !== null && stored.length > before ? stored : undefined;
      });
      if (before === 2 && entry !== undefined) await page.put(olderThan(entry));
    });
  }
  await HistoryPage.with(browser, async ({ tab }) => {
    await until('the entries', async () =>
      (await tab.evaluate<boolean>(`document.querySelector('.history-entries') !== null`)) ? true : undefined,
    );
    await drawInSizes(tab, place, 'history-filled');
    await tab.click('.history-entries .actions button');
    await drawInSizes(tab, place, 'history-question');
  });
}

/** The same entry on some of the days before, on sites of other names. */
function olderThan(entry: StoredEntry): unknown[] {
  return [1, 2, 3, 5, 8, 9, 13, 21].flatMap((days) =>
    Array.from({ length: 1 + (days % 4) }, (_, site) => ({
      ...entry,
      day: addDays(entry.day, -days),
      site: `site-${site + 1}.example`,
    })),
  );
}

async function drawWelcome(browser: BrowserUnderTest, place: string): Promise<void> {
  const page = await browser.openExtensionPage('welcome/index.html');
  await until('the welcome page', async () =>
    (await page.evaluate<boolean>(`document.querySelector('h1') !== null`)) ? true : undefined,
  );
  await drawInSizes(page, place, 'welcome');
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
        await drawFilled(browser, stage, place);
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
