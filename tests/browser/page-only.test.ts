/** The page-only mode: what a page loads from other hosts is not looked at, and the popup says so. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PageReport } from '../../src/exposure/exposure.ts';
import type { BrowserKind, BrowserUnderTest } from './driver/driver.ts';
import { until } from './driver/wait.ts';
import { PopupOnPage } from './stage/page-object.ts';
import { setStage, type Stage } from './stage/stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

/** A site whose page loads from other hosts. */
const SITE = 'many-hosts';
const ONLY = 'Only the page itself was looked at';

describe.each<BrowserKind>(['firefox', 'chromium'])('page-only mode in %s', (kind) => {
  let browser: BrowserUnderTest;

  beforeAll(async () => {
    browser = await stage.open(kind, { siteAccess: true, certificateFlag: true });
  });

  /** As a person does it, who leaves the settings once they are kept. */
  async function turn(on: boolean): Promise<void> {
    const settings = await browser.openExtensionPage('options/index.html#settings');
    await settings.click('#setting-page-only');
    await until('the setting to be kept', async () =>
      (await settings.evaluate<boolean>(
        `chrome.storage.local.get('settings').then(({ settings }) => settings?.pageOnly === ${on})`,
      ))
        ? true
        : undefined,
    );
    await settings.close();
  }

  async function report(): Promise<Extract<PageReport, { kind: 'https' }>> {
    const popup = await PopupOnPage.here(browser);
    const seen = await popup.report();
    await popup.close();
    if (seen.kind !== 'https') throw new Error(`The page is ${seen.kind}.`);
    return seen;
  }

  /** The popup's words, once it says this. */
  async function words(awaited: string | RegExp): Promise<string> {
    const popup = await PopupOnPage.here(browser);
    await popup.says(awaited);
    const said = await popup.text();
    await popup.close();
    return said;
  }

  async function otherHostsSeen(): Promise<number> {
    return until('other hosts to be seen', async () => (await report()).page.others.length || undefined);
  }

  it('looks at other hosts until it is turned on', async () => {
    await browser.visit(stage.world.site(SITE).url);
    expect(await otherHostsSeen()).toBeGreaterThan(0);
    expect(await words(/hosts on this page/)).not.toContain(ONLY);
  });

  it('looks at the page alone from the next one on', async () => {
    await turn(true);
    await browser.visit(stage.world.site(SITE).url);
    expect(await words(ONLY)).toMatch(/1 host on this page/);
    const { page } = await report();
    expect(page.main.issuer.is).toBe('proven');
    expect(page.others).toEqual([]);
  });

  it('still says so of a page that wakes the background', async () => {
    await browser.killBackground();
    await browser.visit(stage.world.site(SITE).url);
    expect(await words(ONLY)).toContain(ONLY);
    expect((await report()).page.main.issuer.is).toBe('proven');
  });

  it('says so of that page when it is turned off, and looks at everything of the next', async () => {
    await turn(false);
    expect(await words(ONLY)).toContain(ONLY);
    await browser.visit(stage.world.site(SITE).url);
    expect(await otherHostsSeen()).toBeGreaterThan(0);
    expect(await words(/hosts on this page/)).not.toContain(ONLY);
  });
});
