/** Chromium as it comes, without its flag, with the real companion and the world's sites. */
import { createServer } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import path from 'node:path';
import { InstalledCompanion } from './installed-companion.ts';
import { check, finding, lookAlways, saysWell } from './looking.ts';
import { listen } from '../../world/services/listening.ts';
import { ownCertificate } from '../../unit/companion/peers.ts';
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

function at(id: string): Promise<PopupOnPage> {
  return PopupOnPage.at(browser, stage.world.site(id).url);
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
    await saysWell(popup, 'The companion is older than this extension.');
    companion.answerWith({ type: 'refusal', protocols: [2] });
    await check(popup, 'Check again');
    await saysWell(popup, 'The companion is newer than this extension.');
    companion.answerWith({ type: 'nonsense' });
    await check(popup, 'Check again');
    await popup.says('The companion stopped before it answered');
    companion.launch('exit 3');
    await check(popup, 'Check again');
    await popup.says('The companion stopped before it answered');
    companion.allowOnly('a'.repeat(32));
    await check(popup, 'Check again');
    await saysWell(popup, 'it does not allow this extension');
    companion.remove();
    await check(popup, 'Check again');
    await saysWell(popup, 'The companion is not installed');
    await popup.close();
  });
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

describe('an interception', () => {
  it('is shown: the browser and the companion saw different certificates', async () => {
    const seen = await stage.open('chromium', {
      certificateFlag: true,
      siteAccess: true,
      nativeMessaging: true,
      chromiumProfile: (profile) => companion.installFor(profile),
    });
    const { url } = stage.world.site('today');
    const other = await listen(createServer(ownCertificate()), {
      address: '127.0.0.2',
      port: Number(new URL(url).port),
    });
    try {
      const honest = await PopupOnPage.at(seen, url);
      await honest.click('Check this site');
      await honest.says('It is the same certificate that your browser saw.');
      companion.resolveTo('127.0.0.2');
      await honest.click('Check again');
      await saysWell(honest, 'Two different certificates');
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
