/** Pages that came while no extension looked: the popup says so and asks for a reload, and is right after it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserKind, BrowserUnderTest } from '../driver/driver.ts';
import { PopupOnPage } from '../stage/page-object.ts';
import { setStage, type Stage } from '../stage/stage.ts';
import { isReused, reportAbout, reportOnce } from './onlooker.ts';

const kinds: BrowserKind[] = ['firefox', 'chromium'];

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage?.close());

describe.each(kinds)('in %s', (kind) => {
  const options = { siteAccess: true, certificateFlag: true, outlivesRestart: true };

  async function asksForReload(browser: BrowserUnderTest): Promise<void> {
    const popup = await PopupOnPage.here(browser);
    await popup.says('Reload');
    const text = await popup.wholeText();
    expect(text).not.toContain('proven by its key');
    expect(text).not.toMatch(/probably not asked/i);
    await popup.close();
  }

  it('a page that was open when the extension was installed asks for a reload', async () => {
    const { url } = stage.world.site('today');
    const browser = await stage.open(kind, { ...options, openBefore: url });
    const unseen = await reportOnce(browser, 'a report', ({ host }) => host === new URL(url).host);
    expect(unseen.page.main.issuer).toEqual({ is: 'unknown', why: 'not-seen' });
    await asksForReload(browser);
    await browser.reload();
    expect(isReused(await reportAbout(browser, url))).toBe(false);
    await browser.close();
  });

  it('a tab that the browser restored at its start is seen as it comes', async () => {
    const { url, serialNumber } = stage.world.site('today');
    // A page that the browser kept, and may show again without asking the server for it.
    const kept = new URL('/kept', url).href;
    const before = await stage.open(kind, options);
    await before.visit(kept);
    await reportAbout(before, url);
    const browser = await before.restart();
    expect(await browser.evaluate('location.href')).toBe(kept);
    const report = await reportOnce(
      browser,
      'a report',
      (one) => one.host === new URL(url).host && one.page.main.issuer.is === 'proven',
    );
    expect(report.page.main.certificate?.serialNumber).toBe(serialNumber);
    await expect.poll(async () => (await browser.icon()).title).toContain('probably not asked');
    const popup = await PopupOnPage.here(browser);
    expect(await popup.wholeText()).not.toContain('Reload');
    await popup.close();
    await browser.reload();
    const after = await reportAbout(browser, url);
    expect(isReused(after)).toBe(false);
    expect(after.page.main.certificate?.serialNumber).toBe(serialNumber);
    await browser.close();
  });
});
