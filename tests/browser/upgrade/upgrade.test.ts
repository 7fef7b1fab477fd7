/** An update keeps what the extension stored: data of every release, and an update in place, in real browsers. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserKind, BrowserUnderTest } from '../driver/driver.ts';
import { until } from '../driver/wait.ts';
import { OptionsPage } from '../options/options-page.ts';
import { PopupOnPage } from '../stage/page-object.ts';
import { setStage, type Stage, type StageOptions } from '../stage/stage.ts';
import { putStored } from './everything-stored.ts';
import { dataOf, releases } from './release-data.ts';
import { showsAll, storedBy, useEverything } from './use.ts';

const kinds: BrowserKind[] = ['firefox', 'chromium'];
const OPTIONS: StageOptions = { siteAccess: true, certificateFlag: true };

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage?.close());

describe.each(kinds)('data in %s', (kind) => {
  it.each(releases())('of release %s is read as it was written', async (release) => {
    const browser = await stage.open(kind, OPTIONS);
    const stored = dataOf(release, kind, Date.now());
    const page = await browser.openExtensionPage('welcome/index.html');
    await putStored(page, stored);
    await page.close();
    // What the background knew of before is forgotten: it starts with what it finds.
    await browser.killBackground();
    await showsAll(browser, stored);
    // What a later version has to add to it, it may add.
    expect((await storedBy(browser)).local).toMatchObject(stored.local);
    await browser.close();
  });
});

describe.each(kinds)('an update in %s', (kind) => {
  let browser: BrowserUnderTest;
  beforeAll(async () => {
    browser = await stage.open(kind, { ...OPTIONS, version: '0.0.9', outlivesRestart: true });
  });
  afterAll(() => browser?.close());

  /** What the manifest says, and the pages of the extension that are open. */
  async function seen(): Promise<{ version: string; pages: string[] }> {
    return OptionsPage.with(browser, 'about', ({ tab }) =>
      tab.evaluate(`(async () => {
        const { runtime } = globalThis.browser ?? chrome;
        const contexts = await runtime.getContexts({ contextTypes: ['TAB'] });
        const pages = contexts.map(({ documentUrl }) => new URL(documentUrl).pathname);
        return { version: runtime.getManifest().version, pages };
      })()`),
    );
  }

  it('keeps all that is stored, and welcomes nobody again', async () => {
    await useEverything(browser, stage);
    expect((await seen()).version).toBe('0.0.9');
    const before = await storedBy(browser);
    await browser.visit(stage.world.site('today').url);
    browser = await stage.update(browser);
    // Told of the update, the background looks at every tab: what it does at that time has been done then.
    await until('the toolbar to be brought up to date', async () =>
      (await browser.icon()).title.includes("Let's Encrypt") ? true : undefined,
    );
    const after = await seen();
    expect(after.version).not.toBe('0.0.9');
    expect(after.pages).toEqual(['/options/index.html']);
    await showsAll(browser, before);
    expect((await storedBy(browser)).local).toMatchObject(before.local);
  }, 180_000);

  it('asks for a reload of the page that was open, and answers then', async () => {
    const popup = await PopupOnPage.here(browser);
    await popup.says(/[Rr]eload/);
    await popup.close();
    await browser.reload();
    const answered = await PopupOnPage.here(browser);
    await answered.says("Let's Encrypt was probably not asked");
    expect(await answered.report()).toMatchObject({ page: { main: { issuer: { is: 'proven' } } } });
    await answered.close();
  });
});
