/** Chromium as it comes, without its flag, with the real companion and the world's sites. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import path from 'node:path';
import { listenAt } from './listen-at.ts';
import { InstalledCompanion } from './installed-companion.ts';
import { ownCertificate } from '../../unit/companion/peers.ts';
import { DEVELOPMENT_EXTENSION_ID } from '../../../companion/development-extension.ts';
import type { CompanionFinding } from '../../../src/companion/finding.ts';
import type { BrowserUnderTest } from '../driver/driver.ts';
import { CHROMIUM_WITH_FLAG } from '../sites/expectations.ts';
import { PopupOnPage } from '../stage/page-object.ts';
import { setStage, type Stage } from '../stage/stage.ts';

let stage: Stage;
let browser: BrowserUnderTest;
let companion: InstalledCompanion;

beforeAll(async () => {
  stage = await setStage();
  companion = await InstalledCompanion.build(path.join(stage.world.directory, 'companion'));
  browser = await stage.open('chromium', {
    nativeMessaging: true,
    chromiumProfile: (profile) => companion.installFor(profile),
  });
}, 120_000);
afterAll(() => stage?.close());

async function at(id: string): Promise<PopupOnPage> {
  return PopupOnPage.at(browser, stage.world.site(id).url);
}

/** Turns on that every visited site is looked at. */
async function lookAlways(chromium: BrowserUnderTest): Promise<void> {
  const settings = await chromium.openExtensionPage('options/index.html#settings');
  await settings.click('#setting-companion-always');
  await expect
    .poll(() =>
      settings.evaluate(`chrome.storage.local.get('settings').then((all) => all.settings?.companionAlways)`),
    )
    .toBe(true);
  await settings.close();
}

async function finding(popup: PopupOnPage): Promise<CompanionFinding | undefined> {
  const report = await popup.report();
  return report.kind === 'https' ? report.beside : undefined;
}

/**
 * In this profile the user has allowed it before: Chromium then says yes without its dialog, which nobody can answer in
 * a headless browser. It keeps that apart from what an installation grants (runtime_granted_permissions).
 */
function allowedOnce(profile: string): void {
  const api = { api: ['nativeMessaging'], explicit_host: [], manifest_permissions: [], scriptable_host: [] };
  const settings = { [DEVELOPMENT_EXTENSION_ID]: { runtime_granted_permissions: api } };
  mkdirSync(path.join(profile, 'Default'), { recursive: true });
  writeFileSync(path.join(profile, 'Default/Preferences'), JSON.stringify({ extensions: { settings } }));
}

/** Presses the button and waits for what the companion found. */
async function check(popup: PopupOnPage, button = 'Check this site'): Promise<CompanionFinding> {
  const before = (await finding(popup))?.at;
  await popup.click(button);
  await expect
    .poll(async () => {
      const now = (await finding(popup))?.at;
      return now !== undefined && now !== before;
    })
    .toBe(true);
  const found = await finding(popup);
  if (found === undefined) throw new Error('The companion found nothing.');
  return found;
}

describe('the companion in a stock Chromium', () => {
  it.each(['today-rsa', 'before-2025', 'another-ca', 'staging', 'imitation', 'ip-address', 'hundred-names'])(
    'says of %s what the flag would have shown',
    async (id) => {
      const popup = await at(id);
      const { outcome } = await check(popup);
      expect(outcome).toMatchObject({
        is: 'saw',
        issuer: { is: CHROMIUM_WITH_FLAG[id]?.[1], authority: stage.world.site(id).issuer },
        certificate: { serialNumber: stage.world.site(id).serialNumber },
      });
      const report = await popup.report();
      // Beside, never instead: the browser itself still shows nothing.
      expect(report.kind === 'https' && report.page.main.issuer.is).toBe('unknown');
      await popup.close();
    },
  );

  it('shows a stapled OCSP response with its dates, and labels what the companion saw', async () => {
    const popup = await at('stapled');
    const { outcome } = await check(popup);
    expect(outcome).toMatchObject({ staple: { is: 'answer', status: 'good' } });
    const text = await popup.wholeText();
    expect(text).toMatch(
      /brought an OCSP response with it, .*\. Status: good\. Made: .*\. As of: .*\. Next update due: /,
    );
    expect(text).toContain(
      "Its signature is valid: it comes from the certificate's issuer, or from someone on the issuer's behalf.",
    );
    expect(text).toContain('A companion program connected to the site by itself');
    await popup.close();
  });

  it('says what is missing or wrong, and what to do; and takes an update in its stride', async () => {
    const popup = await at('six-day');
    await check(popup);
    await popup.says('The companion saw a certificate');
    // Updated while its port is open: the old one ends, and the new one answers.
    companion.update();
    expect((await check(popup, 'Check again')).outcome.is).toBe('saw');
    // From here on each start is another wrong one; the update ends what still runs.
    companion.answerWith({ type: 'refusal', protocols: [0] });
    companion.update();
    await check(popup, 'Check again');
    await popup.says('The companion is older than this extension.');
    companion.answerWith({ type: 'refusal', protocols: [2] });
    await check(popup, 'Check again');
    await popup.says('The companion is newer than this extension.');
    companion.answerWith({ type: 'nonsense' });
    await check(popup, 'Check again');
    await popup.says('The companion stopped before it answered');
    companion.launch('exit 3');
    await check(popup, 'Check again');
    await popup.says('The companion stopped before it answered');
    companion.allowOnly('a'.repeat(32));
    await check(popup, 'Check again');
    await popup.says('it does not allow this extension');
    companion.remove();
    await check(popup, 'Check again');
    await popup.says('The companion is not installed');
    await popup.close();
  });
});

describe('a Chromium that was not allowed to talk to the companion', () => {
  it('explains what that means before it asks, and asks nothing of the companion until then', async () => {
    const asking = await stage.open('chromium', {
      chromiumProfile: (profile) => companion.installFor(profile),
    });
    const popup = await PopupOnPage.at(asking, stage.world.site('today').url);
    await popup.says('Another way: the companion');
    await popup.click('Check this site');
    await popup.says('connects to the same site again');
    await popup.says('so from your own address');
    await popup.says('The certificate may differ');
    await popup.says('Allow and check this site');
    expect(await finding(popup)).toBeUndefined();
    expect(await popup.evaluate(`chrome.permissions.getAll().then((all) => all.permissions)`)).not.toContain(
      'nativeMessaging',
    );
    await asking.close();
  });
});

describe('a Chromium in which the user allows the companion', () => {
  it('goes from the click on the popup to the answer, in the background that ran already', async () => {
    const allowing = await stage.open('chromium', {
      chromiumProfile: (profile) => {
        companion.installFor(profile);
        allowedOnce(profile);
      },
    });
    const popup = await PopupOnPage.at(allowing, stage.world.site('today').url);
    await popup.click('Check this site');
    await popup.click('Allow and check this site');
    // The popup begins anew, as after the browser's own dialog, which closes it; then it can open a port.
    await expect
      .poll(() => popup.evaluate('typeof chrome.runtime.connectNative').catch(() => 'begins anew'))
      .toBe('function');
    await popup.says('Check this site');
    expect((await check(popup)).outcome).toMatchObject({ is: 'saw', issuer: { is: 'proven' } });
    await popup.says('The companion saw a certificate');
    await popup.close();
    // And so does a popup that is opened later, and one over a background that began later.
    const later = await PopupOnPage.here(allowing);
    expect((await check(later, 'Check again')).outcome.is).toBe('saw');
    await allowing.killBackground();
    expect((await check(later, 'Check again')).outcome.is).toBe('saw');
    await allowing.close();
  }, 90_000);
});

describe('a private window', () => {
  it('is never offered the companion, nor does it ask it, or show what it said', async () => {
    const secret = await stage.open('chromium', {
      siteAccess: true,
      nativeMessaging: true,
      privateWindows: true,
      chromiumProfile: (profile) => companion.installFor(profile),
    });
    const { url } = stage.world.site('today');
    const open = await PopupOnPage.at(secret, url);
    await check(open);
    await open.close();
    await lookAlways(secret);
    const started = companion.starts();
    await secret.visit(stage.world.site('six-day').url, { newPrivateWindow: true });
    for (const site of ['six-day', 'today']) {
      await secret.visit(stage.world.site(site).url);
      const popup = await PopupOnPage.here(secret);
      expect(await popup.wholeText()).not.toMatch(/companion/i);
      // Not even when asked behind the popup's back.
      const tabId = await secret.currentTabId();
      await popup.evaluate(`chrome.runtime.sendMessage({ type: 'companion-look', tabId: ${tabId} })`);
      expect(await finding(popup)).toBeUndefined();
      const stored = await popup.evaluate<string>('chrome.storage.session.get(null).then(JSON.stringify)');
      expect(stored).not.toMatch(/companion:[^"]*six-day/);
      await popup.close();
    }
    expect(companion.starts()).toBe(started);
    await secret.close();
  }, 90_000);
});

describe('a Chromium whose user wants every visited site looked at', () => {
  it('has each site looked at, without being asked there', async () => {
    const always = await stage.open('chromium', {
      siteAccess: true,
      nativeMessaging: true,
      chromiumProfile: (profile) => companion.installFor(profile),
    });
    await lookAlways(always);
    const popup = await PopupOnPage.at(always, stage.world.site('today').url);
    await popup.says(/The companion saw a certificate at .*proven by its key/);
    expect((await finding(popup))?.outcome.is).toBe('saw');
    await always.close();
  }, 90_000);
});

describe('an interception', () => {
  it('is shown: the browser and the companion saw different certificates', async () => {
    const seen = await stage.open('chromium', {
      certificateFlag: true,
      siteAccess: true,
      nativeMessaging: true,
      chromiumProfile: (profile) => companion.installFor(profile),
    });
    const { url } = stage.world.site('today');
    const other = await listenAt(createServer(ownCertificate()), '127.0.0.2', Number(new URL(url).port));
    try {
      const honest = await PopupOnPage.at(seen, url);
      await honest.click('Check this site');
      await honest.says('It is the same certificate that your browser saw.');
      companion.resolveTo('127.0.0.2');
      await honest.click('Check again');
      await honest.says('Two different certificates');
      expect(await honest.wholeText()).toContain('is not the one that the browser reported');
      const report = await honest.report();
      expect(report.kind === 'https' && report.page.main.issuer.is).toBe('proven');
      await honest.close();
    } finally {
      companion.resolveTo('127.0.0.1');
      await other.close();
    }
  }, 90_000);
});
