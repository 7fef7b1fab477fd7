/**
 * `npm run pictures`: the README's picture and the stores' ones (1280 × 800), drawn from the real popup and options
 * page in Chromium over the local world. They are committed; run it again when the pages change.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { launch as launchPuppeteer } from 'puppeteer-core';
import { browserExecutable } from '../tests/browser/driver/executables.ts';
import type { BrowserUnderTest } from '../tests/browser/driver/driver.ts';
import { openSettledPopup } from '../tests/browser/stage/popup.ts';
import { setStage, type Stage } from '../tests/browser/stage/stage.ts';

const images = path.resolve(import.meta.dirname, '../docs/images');

/** Chromium in which the world's sites have no port in their address, as sites usually have none. */
function openPlain(stage: Stage, colorScheme: 'light' | 'dark'): Promise<BrowserUnderTest> {
  const { port } = new URL(stage.world.site('today').url);
  const rules = [`MAP *.example.test:443 127.0.0.1:${port}`, 'MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1'];
  return stage.open('chromium', {
    certificateFlag: true,
    siteAccess: true,
    colorScheme,
    extraArguments: [`--host-resolver-rules=${rules.join(', ')}`],
  });
}

async function drawPopup(
  browser: BrowserUnderTest,
  host: string,
  file: string,
  unfold: boolean,
): Promise<void> {
  await browser.visit(`https://${host}/`);
  const popup = await openSettledPopup(browser);
  await popup.waitForText('Issued by');
  if (unfold) await popup.evaluate(`document.querySelector('details.reasons').open = true`);
  await popup.screenshot(file);
  await popup.close();
}

async function drawSection(browser: BrowserUnderTest, section: string, file: string): Promise<void> {
  const page = await browser.openExtensionPage(`options/index.html#${section}`);
  await page.waitForText('Relying Party');
  await page.setViewport({ width: 1280, height: 800 });
  await page.screenshot(file);
  await page.close();
}

/** Lays pictures side by side on a plain ground; one alone fills it from its top. */
async function compose(
  pictures: string[],
  file: string,
  size: { width: number; height: number },
): Promise<void> {
  const browser = await launchPuppeteer({
    executablePath: browserExecutable('chromium'),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    const page = await browser.newPage();
    await page.setViewport({ ...size, deviceScaleFactor: 1 });
    const sources = await Promise.all(pictures.map((picture) => readFile(picture, 'base64')));
    const alone = sources.length === 1;
    const look = alone ? 'width:100%' : 'max-height:92vh;border-radius:10px;box-shadow:0 6px 28px #0b3b4455';
    const drawn = sources.map((source) => `<img src="data:image/png;base64,${source}" style="${look}">`);
    const place = `align-items:${alone ? 'start' : 'center'};overflow:hidden;background:#dfe8ea`;
    await page.setContent(
      `<body style="margin:0;height:100vh;display:flex;gap:40px;justify-content:center;${place}">${drawn.join('')}</body>`,
    );
    await writeFile(file, await page.screenshot());
  } finally {
    await browser.close();
  }
}

const stage = await setStage();
try {
  await mkdir(images, { recursive: true });
  const drawn = (name: string) => path.join(stage.world.directory, `${name}.png`);
  for (const scheme of ['light', 'dark'] as const) {
    const browser = await openPlain(stage, scheme);
    await drawPopup(browser, 'today.example.test', drawn(`today-${scheme}`), false);
    await drawPopup(browser, 'many-hosts.example.test', drawn(`reasons-${scheme}`), true);
    for (const section of ['overview', 'policy', 'rights']) {
      await drawSection(browser, section, drawn(`${section}-${scheme}`));
    }
    await browser.close();
  }
  const store = { width: 1280, height: 800 };
  await compose([drawn('today-light'), drawn('reasons-dark')], path.join(images, 'popup.png'), {
    width: 960,
    height: 700,
  });
  await compose([drawn('today-light'), drawn('reasons-light')], path.join(images, 'store-popup.png'), store);
  await compose(
    [drawn('today-dark'), drawn('reasons-dark')],
    path.join(images, 'store-popup-dark.png'),
    store,
  );
  for (const section of ['overview', 'policy', 'rights']) {
    await compose([drawn(`${section}-light`)], path.join(images, `store-${section}.png`), store);
  }
} finally {
  await stage.close();
}
