import { describe, expect, it } from 'vitest';
import { PopupOnPage } from '../stage/page-object.ts';
import { CHROMIUM_WITH_FLAG } from './expectations.ts';
import { describeSites, onStage } from './sites.ts';

const FLAG = 'chrome://flags/#web-request-security-info';

describe('Chromium that shows certificates', () => {
  const scene = onStage('chromium', { certificateFlag: true, siteAccess: true });

  describeSites(CHROMIUM_WITH_FLAG, scene);

  it('fetched the missing intermediate, unseen, and the popup does not deny it', async () => {
    const { stage, browser } = scene();
    const popup = await PopupOnPage.at(browser, stage.world.site('omits-intermediate').url);
    const text = await popup.wholeText();
    expect(stage.world.since(0, 'issuer').length).toBeGreaterThan(0);
    expect(text).toMatch(/fetches the issuer's certificate from the CA only when a site leaves it out/);
    expect(text).toContain('cannot be seen');
    await popup.close();
  });

  it('sees every host of a page, its frames and its WebSocket', async () => {
    const { stage, browser } = scene();
    const popup = await PopupOnPage.at(browser, stage.world.site('many-hosts').url);
    const hosts = ['images', 'scripts', 'frame', 'socket'].map((id) => stage.world.site(id).host);
    await expect
      .poll(async () => {
        const report = await popup.report();
        return report.kind === 'https' ? report.page.others.map(({ host }) => host) : [];
      })
      .toEqual(expect.arrayContaining(hosts));
    await popup.close();
  });

  it('asked no responder', () => {
    expect(scene().stage.world.since(0, 'ocsp')).toEqual([]);
  });
});

describe('Chromium with the flag off', () => {
  const scene = onStage('chromium', { siteAccess: true });

  it('cannot see the certificate, says what the browser does by default, and what to do', async () => {
    const { stage, browser } = scene();
    const popup = await PopupOnPage.at(browser, stage.world.site('before-2025').url);
    await popup.says('The certificate could not be seen');
    const text = await popup.wholeText();
    expect(text).toContain('By default this browser asks no CA whether a certificate was revoked.');
    expect(text).toContain('This browser does not show certificates to extensions');
    expect(text).toContain(FLAG);
    expect((await browser.icon()).title).toBe("Cannot tell whether Let's Encrypt was asked");
    await popup.close();
  });
});

describe('Chromium as it is after installing', () => {
  const scene = onStage('chromium', {});

  it('needs no access to name the site, to say what it cannot see and what to do', async () => {
    const { stage, browser } = scene();
    const site = stage.world.site('today');
    const popup = await PopupOnPage.at(browser, site.url);
    await popup.says('The certificate could not be seen');
    const text = await popup.wholeText();
    expect(text).toContain(site.host);
    expect(text).toContain('By default this browser asks no CA');
    expect(text).toContain(FLAG);
    expect(text).toContain('Allow');
    await popup.close();
  });

  it('claims nothing about a page that it may not look at', async () => {
    const { stage, browser } = scene();
    await browser.visit(stage.world.site('today-rsa').url);
    await expect
      .poll(async () => (await browser.icon()).title)
      .toBe("Cannot tell whether Let's Encrypt was asked");
  });
});
