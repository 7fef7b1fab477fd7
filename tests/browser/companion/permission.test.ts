/** What begins when the user allows the companion, in a background that ran already, and ends when they do not any more. */
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserUnderTest } from '../driver/driver.ts';
import { PopupOnPage } from '../stage/page-object.ts';
import { setStage, type Stage, type StageOptions } from '../stage/stage.ts';
import { InstalledCompanion } from './installed-companion.ts';
import { allowedOnce, check, finding, lookAlways, setting, settingsWithAlways, saysWell } from './looking.ts';

const SITES = ['*://*/*', 'ws://*/*', 'wss://*/*'];

let stage: Stage;
let companion: InstalledCompanion;

beforeAll(async () => {
  stage = await setStage();
  companion = await InstalledCompanion.build(path.join(stage.world.directory, 'companion'));
}, 120_000);
afterAll(() => stage?.close());

/** `allows`: the user has allowed the companion before, so that the browser says yes without its dialog. */
function open({ allows, ...options }: StageOptions & { allows: boolean }): Promise<BrowserUnderTest> {
  return stage.open('chromium', {
    chromiumProfile: (profile) => {
      companion.installFor(profile);
      if (allows) allowedOnce(profile);
    },
    ...options,
  });
}

function urlOf(id: string): string {
  return stage.world.site(id).url;
}

describe('a Chromium that was not allowed to talk to the companion', () => {
  it('explains what that means before it asks, and asks nothing of the companion until then', async () => {
    const asking = await open({ allows: false });
    const popup = await PopupOnPage.at(asking, urlOf('today'));
    await popup.says('Another way: the companion');
    await popup.click('Check this site');
    await popup.says('connects to the same site again');
    await popup.says('so from your own address');
    await popup.says('The certificate may differ');
    await saysWell(popup, 'Allow and check this site');
    expect(await finding(popup)).toBeUndefined();
    expect(await popup.evaluate(`chrome.permissions.getAll().then((all) => all.permissions)`)).not.toContain(
      'nativeMessaging',
    );
    // Not behind the popup's back either.
    const tabId = await asking.currentTabId();
    await popup.evaluate(`chrome.runtime.sendMessage({ type: 'companion-look', tabId: ${tabId} })`);
    expect((await finding(popup))?.outcome).toEqual({ is: 'unavailable', why: 'not-allowed' });
    await asking.close();
  }, 60_000);

  it('says clearly that it was refused, also in the popup after the one that the dialog closed', async () => {
    const refusing = await open({ allows: false });
    await refusing.visit(urlOf('today'));
    const first = await PopupOnPage.here(refusing);
    // What the popup keeps before the browser asks; the dialog itself cannot be answered headless.
    await first.evaluate(
      `chrome.storage.session.set({ 'companion-wish': ${JSON.stringify(new URL(urlOf('today')).origin)} })`,
    );
    await first.close();
    const popup = await PopupOnPage.here(refusing);
    await saysWell(popup, 'Not allowed. You can allow it here whenever you like.');
    expect(await finding(popup)).toBeUndefined();
    await refusing.close();
  }, 60_000);
});

describe('a Chromium in which the user allows the companion', () => {
  it('goes from the click on the popup to the answer, in the background that ran already', async () => {
    // No access to sites: the button needs no more than the popup's own tab.
    const allowing = await open({ allows: true });
    const popup = await PopupOnPage.at(allowing, urlOf('today'));
    await popup.click('Check this site');
    await popup.click('Allow and check this site');
    // The popup begins anew, as after the browser's own dialog, which closes it, and goes on by itself.
    await expect
      .poll(() => popup.evaluate('typeof chrome.runtime.connectNative').catch(() => 'begins anew'))
      .toBe('function');
    await popup.says('The companion saw a certificate');
    expect((await finding(popup))?.outcome).toMatchObject({ is: 'saw', issuer: { is: 'proven' } });
    expect(await popup.evaluate(`chrome.permissions.getAll().then((all) => all.origins)`)).toEqual([]);
    await popup.close();
    // And so does a popup that is opened later, and one over a background that began later.
    const later = await PopupOnPage.here(allowing);
    expect((await check(later, 'Check again')).outcome.is).toBe('saw');
    await allowing.killBackground();
    expect((await check(later, 'Check again')).outcome.is).toBe('saw');
    await allowing.close();
  }, 90_000);

  it('asks for no site but the one that the user wished for', async () => {
    const allowing = await open({ allows: false, nativeMessaging: true });
    const popup = await PopupOnPage.at(allowing, urlOf('today'));
    await popup.evaluate(`chrome.storage.session.set({ 'companion-wish': 'https://elsewhere.example' })`);
    await popup.close();
    const started = companion.starts();
    const other = await PopupOnPage.here(allowing);
    await other.says('Check this site');
    expect(await finding(other)).toBeUndefined();
    expect(companion.starts()).toBe(started);
    await allowing.close();
  }, 60_000);
});

describe('a Chromium whose user wants every visited site looked at', () => {
  it('has each site looked at, without being asked there', async () => {
    const always = await open({ allows: false, siteAccess: true, nativeMessaging: true });
    await lookAlways(always);
    const popup = await PopupOnPage.at(always, urlOf('today'));
    await popup.says(/The companion saw a certificate at .*proven by its key/);
    expect((await finding(popup))?.outcome.is).toBe('saw');
    await always.close();
  }, 90_000);

  it('has no site looked at that did not answer the browser', async () => {
    const always = await open({ allows: false, siteAccess: true, nativeMessaging: true });
    await lookAlways(always);
    // The companion would find somebody here: it resolves this name, and the browser does not.
    const { port } = new URL(urlOf('today'));
    await expect(always.visit(`https://unanswered.example:${port}/`)).rejects.toThrow(/cannot visit/);
    const popup = await PopupOnPage.at(always, urlOf('today'));
    await popup.says('The companion saw a certificate');
    const kept = await popup.evaluate<string[]>('chrome.storage.session.get(null).then(Object.keys)');
    expect(kept.filter((key) => key.startsWith('companion:'))).toEqual([
      `companion:${new URL(urlOf('today')).origin}`,
    ]);
    await always.close();
  }, 90_000);

  it('begins at once when that is turned on, and ends at once when it is turned off', async () => {
    const wanting = await open({ allows: true, siteAccess: true });
    await wanting.visit(urlOf('today'));
    // The click asks for both permissions, gets the one that it lacks, and the settings begin anew.
    const settings = await settingsWithAlways(wanting);
    await expect
      .poll(() => settings.evaluate('typeof chrome.runtime.connectNative').catch(() => 'begins anew'))
      .toBe('function');
    expect(
      await settings.evaluate(
        `chrome.permissions.contains({ permissions: ['nativeMessaging'], origins: ${JSON.stringify(SITES)} })`,
      ),
    ).toBe(true);
    // The worker is the one that ran before: the settings ask in its place.
    await wanting.visit(urlOf('six-day'), { newTab: true });
    const stored = `chrome.storage.session.get(null).then((all) => Object.keys(all).filter((key) => key.startsWith('companion:')))`;
    await expect
      .poll(() => settings.evaluate<string[]>(stored), { timeout: 15_000 })
      .toContainEqual(expect.stringContaining('six-day'));
    // With the settings closed, the popup asks in its place, without a press of the button.
    await settings.close();
    const popup = await PopupOnPage.at(wanting, urlOf('another-ca'));
    await popup.says('The companion saw a certificate');
    await popup.close();

    const off = await wanting.openExtensionPage('options/index.html#settings');
    await off.click('#setting-companion-always');
    await expect.poll(() => setting(off)).toBe(false);
    await off.close();
    const started = companion.starts();
    const silent = await PopupOnPage.at(wanting, urlOf('staging'));
    await silent.says('Check this site');
    expect(await finding(silent)).toBeUndefined();
    expect(companion.starts()).toBe(started);
    await wanting.close();
  }, 120_000);

  it('ends at once when the permission is withdrawn, says so, and begins again with it', async () => {
    const always = await open({ allows: true, siteAccess: true, nativeMessaging: true });
    await lookAlways(always);
    const seen = await PopupOnPage.at(always, urlOf('today'));
    await seen.says('The companion saw a certificate');
    await seen.close();
    expect(companion.running()).toBe(1);

    const settings = await always.openExtensionPage('options/index.html#settings');
    await settings.click('Withdraw the leave to talk to the companion');
    await settings.waitForText('Your browser does not allow it');
    await settings.close();
    // The companion that ran has ended with its port.
    await expect.poll(() => companion.running()).toBe(0);
    const started = companion.starts();
    const popup = await PopupOnPage.at(always, urlOf('six-day'));
    await popup.says('Another way: the companion');
    expect(await finding(popup)).toBeUndefined();
    expect(companion.starts()).toBe(started);
    await popup.close();

    const allowing = await always.openExtensionPage('options/index.html#settings');
    await allowing.click('Allow it');
    await allowing.waitForText('Withdraw the leave');
    await allowing.close();
    const again = await PopupOnPage.at(always, urlOf('another-ca'));
    await again.says('The companion saw a certificate');
    await always.close();
  }, 120_000);
});
