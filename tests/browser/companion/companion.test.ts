/** Chromium as it comes, without its flag, with the real companion and the world's sites. */
import { createServer } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import path from 'node:path';
import { listenAt } from './listen-at.ts';
import { InstalledCompanion } from './installed-companion.ts';
import { ownCertificate } from '../../unit/companion/peers.ts';
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

async function finding(popup: PopupOnPage): Promise<CompanionFinding | undefined> {
  const report = await popup.report();
  return report.kind === 'https' ? report.beside : undefined;
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
    expect(text).toMatch(/brought an OCSP response with it, .*: good\. Made .*, as of .*, to be renewed by /);
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

describe('a Chromium whose user wants every visited site looked at', () => {
  it('has each site looked at, without being asked there', async () => {
    const always = await stage.open('chromium', {
      siteAccess: true,
      nativeMessaging: true,
      chromiumProfile: (profile) => companion.installFor(profile),
    });
    const settings = await always.openExtensionPage('options/index.html#settings');
    await settings.click('#setting-companion-always');
    await expect
      .poll(() =>
        settings.evaluate(
          `chrome.storage.local.get('settings').then((all) => all.settings?.companionAlways)`,
        ),
      )
      .toBe(true);
    await settings.close();
    const popup = await PopupOnPage.at(always, stage.world.site('today').url);
    await popup.says(/The companion saw a certificate at .*proven by its key/);
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
