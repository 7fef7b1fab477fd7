/**
 * `npm run pictures`: the README's pictures and the stores' ones, drawn from the real popup and options page over the local
 * world, into `docs/images`. They are committed; run it again when the pages change, and look at them.
 */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { addDays, localDay } from '../src/history/local-day.ts';
import type { BrowserKind, BrowserUnderTest } from '../tests/browser/driver/driver.ts';
import { until } from '../tests/browser/driver/wait.ts';
import { HistoryPage } from '../tests/browser/history/history-page.ts';
import { setStage, type Stage } from '../tests/browser/stage/stage.ts';
import { draw, side, tile, under, type Shot } from './pictures/layout.ts';

const images = path.resolve(import.meta.dirname, '../docs/images');
/** What the Chrome Web Store, Edge Add-ons and addons.mozilla.org take alike. */
/** Twice as many pixels as are shown at the usual size. */
const SHARP = 2;
/** Without the scrollbar of a headless browser, with a plain font where there is one, and without the world's ports. */
const LOOK = `(() => {
  document.documentElement.style.scrollbarWidth = 'none';
  document.documentElement.style.fontFamily = '"Noto Sans", system-ui, sans-serif';
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) texts.currentNode.data = texts.currentNode.data.replace(/(\\.lencr\\.org):\\d+/, '$1');
})()`;
const STORE = { width: 1280, height: 800 };
const TILE = { width: 440, height: 280 };

/** A browser in which the world's sites have no port in their address, as sites usually have none. */
function openPlain(
  stage: Stage,
  kind: BrowserKind,
  colorScheme: 'light' | 'dark',
): Promise<BrowserUnderTest> {
  const { port } = new URL(stage.world.site('today').url);
  const rules = [`MAP *.example.test:443 127.0.0.1:${port}`, 'MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1'];
  return stage.open(kind, {
    certificateFlag: true,
    siteAccess: true,
    colorScheme,
    ...(kind === 'chromium'
      ? { extraArguments: [`--host-resolver-rules=${rules.join(', ')}`] }
      : { preferences: { 'network.socket.forcePort': `443=${port}` } }),
  });
}

/** The popup over a site, as a page: so it is as long as it likes. */
async function drawPopup(
  browser: BrowserUnderTest,
  host: string,
  file: string,
  unfold: boolean,
): Promise<Shot> {
  await browser.visit(`https://${host}/`);
  const tabId = await browser.currentTabId();
  const popup = await browser.openExtensionPage(`popup/index.html?tab=${tabId}`);
  await popup.waitForText('Issued by');
  await popup.evaluate(LOOK);
  await popup.setViewport({ width: 400 * SHARP, height: 600 * SHARP, zoom: SHARP });
  if (unfold) await popup.evaluate(`document.querySelector('details.reasons').open = true`);
  await popup.screenshot(file);
  await popup.close();
  return { file, width: 400, from: 0 };
}

/** A section of the options page. `part`: the selector of what is to be at the picture's top, `above` pixels below it. */
async function drawSection(
  browser: BrowserUnderTest,
  anchor: string,
  file: string,
  part: string,
  above = 24,
): Promise<Shot> {
  const page = await browser.openExtensionPage(`options/index.html#${anchor}`);
  await page.evaluate(LOOK);
  await page.setViewport({ width: 1280 * SHARP, height: 800 * SHARP, zoom: SHARP });
  await until(`the section ${anchor}`, async () =>
    (await page.evaluate<boolean>(`document.querySelector('main > div:not([hidden]) > section h2') !== null`))
      ? true
      : undefined,
  );
  if (anchor === 'rights') await page.click('#rights-access button[aria-expanded]');
  if (anchor === 'history') await page.waitForText(/\d+ of \d+ entries|\d+ entries/);
  const from = await until(`${part} to stand still`, () =>
    page.evaluate<number | undefined>(`new Promise((resolve) => {
      const top = () => document.querySelector(${JSON.stringify(part)})?.getBoundingClientRect().top;
      scrollTo(0, scrollY + (top() ?? 0) - ${above});
      const before = top();
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(top() === before ? scrollY : undefined)));
    })`),
  );
  await page.evaluate(LOOK);
  await page.screenshot(file);
  await page.close();
  return { file, width: 1280, from };
}

/** Days of browsing that nobody did, made of one real entry. */
async function fillHistory(browser: BrowserUnderTest): Promise<void> {
  await HistoryPage.with(browser, (page) => page.turnOn());
  await browser.visit('https://before-2025.example.test/');
  await HistoryPage.with(browser, async (page) => {
    const entry = await until('an entry', async () =>
      (await page.stored())?.find(({ contacts }) => contacts.length > 0),
    );
    const today = localDay(Date.now(), new Intl.DateTimeFormat().resolvedOptions().timeZone);
    const none = Object.fromEntries(Object.keys(entry.views).map((answer) => [answer, 0]));
    const entries = Array.from({ length: 24 }, (_, ago) => ago).flatMap((ago) =>
      ['news', 'weather', 'library', 'trains', 'school', 'bakery']
        .filter((_name, place) => (ago * 7 + place * 5) % 11 < 5)
        .map((name, place) => {
          const asked = (ago + place) % 5 === 0;
          return {
            ...entry,
            day: addDays(today, -ago),
            site: `${name}.example.test`,
            views: { ...none, [asked ? 'asked' : 'probably-not-asked']: 1 + ((ago + place) % 4) },
            contacts: asked
              ? entry.contacts.map((contact) => ({ ...contact, host: `${name}.example.test` }))
              : [],
          };
        }),
    );
    await page.put(entries);
  });
}

const stage = await setStage();
try {
  await mkdir(images, { recursive: true });
  const raw = (name: string) => path.join(stage.world.directory, `${name}.png`);
  const image = (name: string) => path.join(images, `${name}.png`);

  const firefox = await openPlain(stage, 'firefox', 'light');
  const asked = await drawPopup(firefox, 'before-2025.example.test', raw('asked'), false);
  await fillHistory(firefox);
  const history = await drawSection(firefox, 'history', raw('history'), '.history-chart', 6);
  await firefox.close();
  const light = await openPlain(stage, 'chromium', 'light');
  const today = await drawPopup(light, 'today.example.test', raw('today'), false);
  const policy = await drawSection(light, 'policy', raw('policy'), '#policy-contexts');
  const rights = await drawSection(light, 'rights', raw('rights'), '#rights-access .paper', 56);
  await light.close();
  const dark = await openPlain(stage, 'chromium', 'dark');
  const reasons = await drawPopup(dark, 'many-hosts.example.test', raw('reasons'), true);
  await dark.close();

  await draw(image('popup'), { width: 960, height: 720 }, side(null, [today, reasons]));
  await draw(image('policy'), { width: 960, height: 600 }, under(null, policy));
  const pictures = {
    'store-1-asked': side(
      {
        title: 'Was Let’s Encrypt asked about this visit?',
        text: 'An answer from evidence, in plain words: seen, not seen, or not visible in this browser.',
      },
      [asked],
    ),
    'store-2-reasons': side(
      {
        title: 'How we know, line by line',
        text: 'Every reason names its source. Who issued a certificate is proven by its key, not read from its name.',
      },
      [reasons],
    ),
    'store-3-policy': under(
      {
        title: 'What the policy says, side by side',
        text: 'As facts, each with a link to its section of the original.',
      },
      policy,
    ),
    'store-4-rights': under(
      {
        title: 'Your rights, with letters to send',
        text: 'They hold no more than is needed. Nothing leaves until you send it yourself.',
      },
      rights,
    ),
    'store-5-history': under(
      {
        title: 'A history, only if you want one',
        text: 'On your device, off until you turn it on, gone after the days that you choose.',
      },
      history,
    ),
  };
  for (const [name, layout] of Object.entries(pictures)) await draw(image(name), STORE, layout);
  await draw(image('store-tile'), TILE, tile('Relying Party', 'Was Let’s Encrypt asked about your visit?'));
} finally {
  await stage.close();
}
