/** The drivers themselves, with a probe extension in place of the real one. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch } from './driver/driver.ts';
import type { BrowserKind, BrowserUnderTest } from './driver/driver.ts';
import { writeProbeExtension } from './driver/probe-extension.ts';
import { startProbeSite } from './driver/probe-site.ts';
import type { ProbeSite } from './driver/probe-site.ts';

const host = 'probe.example';
const kinds: BrowserKind[] = ['chromium', 'firefox'];

describe.each(kinds)('the driver of %s', (kind) => {
  let folder: string;
  let site: ProbeSite;
  let browser: BrowserUnderTest;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'driver-test-'));
    const extension = join(folder, 'extension');
    site = await startProbeSite(host, folder);
    writeProbeExtension(kind, extension, site.http);
    browser = await launch(kind, {
      extension,
      hosts: [host],
      rootFiles: [{ name: 'Probe root', pem: site.rootPem }],
      spkiPins: [site.spkiPin],
      siteAccess: true,
      colorScheme: 'dark',
    });
  });

  afterAll(async () => {
    await browser?.close();
    site?.close();
    rmSync(folder, { recursive: true });
  });

  const iconTitle = async (): Promise<string> => (await browser.icon()).title;

  it('visits a page over TLS and runs scripts in it', async () => {
    await browser.visit(`${site.https}/first`);
    expect(await browser.evaluate('document.body.innerText')).toBe('page /first');
    expect(await browser.evaluate('Promise.resolve({ secure: isSecureContext })')).toEqual({ secure: true });
    expect(browser.version).toMatch(/^\d+\.\d+/);
  });

  it('goes back and loads again', async () => {
    await browser.visit(`${site.https}/second`);
    await browser.back();
    expect(await browser.evaluate('location.pathname')).toBe('/first');
    await browser.evaluate('void (window.mark = 1)');
    await browser.reload();
    expect(await browser.evaluate('typeof window.mark')).toBe('undefined');
  });

  it('says so when a certificate is refused, and when a name does not resolve', async () => {
    await expect(browser.visit(`${site.untrusted}/`)).rejects.toThrow(/^certificate error at https:/);
    await expect(browser.visit('http://elsewhere.example/')).rejects.toThrow(/^cannot visit http:/);
  });

  it('reads the title that the extension gave the toolbar button', async () => {
    await browser.visit(`${site.https}/titled`);
    await expect.poll(iconTitle).toBe(`saw ${new URL(site.https).host}`);
  });

  it('opens the real popup, reads, clicks and photographs it', async () => {
    await browser.visit(`${site.https}/popup`);
    const popup = await browser.openPopup();
    await popup.waitForText(`tab ${await browser.currentTabId()} at ${site.https}/popup`);
    expect(await popup.text()).not.toContain('not for the eye');
    await popup.click('Count up');
    await popup.click('[aria-label]');
    await popup.waitForText(/2$/);
    expect(await popup.evaluate('matchMedia("(prefers-color-scheme: dark)").matches')).toBe(true);
    const file = join(folder, 'popup.png');
    await popup.screenshot(file);
    const size = pngSize(readFileSync(file));
    expect(size.width).toBe(320);
    expect(size.height).toBeGreaterThan(100);
    expect(size.height).toBeLessThan(300);
    await popup.evaluate('void (document.body.style.height = "550px")');
    await popup.screenshot(file);
    expect(pngSize(readFileSync(file)).height).toBeGreaterThanOrEqual(550);
    await popup.close();
  });

  it('opens the popup again, over another tab', async () => {
    const before = await browser.currentTabId();
    await browser.visit(`${site.http}/tab`, { newTab: true });
    expect(await browser.currentTabId()).not.toBe(before);
    const popup = await browser.openPopup();
    await popup.waitForText(`at ${site.http}/tab`);
    await popup.close();
  });

  it('opens a page of the extension in a tab, and returns to the visited one', async () => {
    await browser.visit(`${site.https}/under`);
    const page = await browser.openExtensionPage(`popup.html?tab=${await browser.currentTabId()}`);
    await page.setViewport({ width: 640, height: 480, zoom: 2 });
    await page.waitForText(`at ${site.https}/under`);
    expect(await page.evaluate('innerWidth')).toBe(320);
    await page.click('Count up');
    expect(await page.evaluate('document.querySelector("output").textContent')).toBe('1');
    const file = join(folder, 'page.png');
    await page.screenshot(file);
    expect(pngSize(readFileSync(file)).width).toBe(640);
    await page.close();
    expect(await browser.evaluate('location.pathname')).toBe('/under');
    const popup = await browser.openPopup();
    await popup.waitForText(`at ${site.https}/under`);
    await popup.close();
  });

  it('stops the background, which a visit wakes again', async () => {
    const starts = async (): Promise<number> =>
      (await browser.extensionRequests()).filter(({ url }) => url === `${site.http}/background`).length;
    const before = await starts();
    await browser.killBackground();
    await browser.visit(`${site.http}/woken`);
    await expect.poll(iconTitle).toBe(`saw ${new URL(site.http).host}`);
    await expect.poll(starts).toBe(before + 1);
  });

  it('sees the requests of the background and of pages, and no others', async () => {
    const requests = await browser.extensionRequests();
    const addresses = new Set(requests.map(({ method, url }) => `${method} ${url}`));
    expect([...addresses].toSorted()).toEqual([`GET ${site.http}/background`, `GET ${site.http}/popup`]);
  });
});

describe.each(kinds)('%s without site access', (kind) => {
  let folder: string;
  let site: ProbeSite;
  let browser: BrowserUnderTest;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'driver-test-'));
    const extension = join(folder, 'extension');
    site = await startProbeSite(host, folder);
    writeProbeExtension(kind, extension, site.http);
    browser = await launch(kind, { extension, hosts: [host], siteAccess: false });
  });

  afterAll(async () => {
    await browser?.close();
    site?.close();
    rmSync(folder, { recursive: true });
  });

  it('shows the extension nothing until the popup is opened, and then the tab', async () => {
    await browser.visit(`${site.http}/unseen`);
    const popup = await browser.openPopup();
    await popup.waitForText(`at ${site.http}/unseen`);
    const granted = await popup.evaluate<string[]>(
      '(globalThis.browser ?? chrome).permissions.getAll().then((all) => all.origins)',
    );
    expect(granted).toEqual([]);
    await popup.close();
    expect((await browser.icon()).title).toBe('nothing seen');
  });
});

/** Width and height in pixels, from the header of a PNG (ISO/IEC 15948, 11.2.2). */
function pngSize(png: Buffer): { width: number; height: number } {
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
}
