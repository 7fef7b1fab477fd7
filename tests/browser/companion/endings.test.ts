/** What ends in the middle: the companion, the background. The popup says which, and what to do. */
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { BrowserUnderTest } from '../driver/driver.ts';
import { PopupOnPage } from '../stage/page-object.ts';
import { setStage, type Stage } from '../stage/stage.ts';
import { listen, type Listening } from '../../world/services/listening.ts';
import { createServer } from 'node:net';
import { InstalledCompanion } from './installed-companion.ts';
import { check, finding, saysWell } from './looking.ts';

let stage: Stage;
let companion: InstalledCompanion;
let browser: BrowserUnderTest;
/** Stands where the companion finds the site, takes its connections and says nothing. */
let silent: Listening;
let connections = 0;

beforeAll(async () => {
  stage = await setStage();
  companion = await InstalledCompanion.build(path.join(stage.world.directory, 'companion'));
  browser = await stage.open('chromium', {
    nativeMessaging: true,
    chromiumProfile: (profile) => companion.installFor(profile),
  });
  const port = Number(new URL(stage.world.site('today').url).port);
  silent = await listen(
    createServer(() => (connections += 1)),
    { address: '127.0.0.2', port },
  );
}, 120_000);
beforeEach(() => companion.resolveTo('127.0.0.1'));
afterAll(async () => {
  await silent?.close();
  await stage?.close();
});

/** Presses the button and waits until the companion waits for the site. */
async function waiting(popup: PopupOnPage, button: string): Promise<void> {
  companion.resolveTo('127.0.0.2');
  const before = connections;
  await popup.click(button);
  await expect.poll(() => connections, { timeout: 10_000 }).toBeGreaterThan(before);
}

describe('an answer that is waited for', () => {
  it('is not had when the companion is killed, which is said; the next one is', async () => {
    const popup = await PopupOnPage.at(browser, stage.world.site('today').url);
    await waiting(popup, 'Check this site');
    companion.kill();
    await saysWell(popup, 'The companion stopped before it answered');
    expect((await finding(popup))?.outcome).toEqual({ is: 'unavailable', why: 'crashed' });
    companion.resolveTo('127.0.0.1');
    expect((await check(popup, 'Check again')).outcome.is).toBe('saw');
    await popup.close();
  }, 60_000);

  it('is asked for once more when the companion is killed that had answered before', async () => {
    const popup = await PopupOnPage.at(browser, stage.world.site('six-day').url);
    await check(popup);
    await waiting(popup, 'Check again');
    const started = companion.starts();
    companion.resolveTo('127.0.0.1');
    companion.kill();
    await popup.says('The companion saw a certificate');
    await expect.poll(async () => (await finding(popup))?.outcome.is).toBe('saw');
    // The finding may still be the earlier one.
    await expect.poll(() => companion.starts()).toBe(started + 1);
    await popup.close();
  }, 60_000);

  it('is asked for once more when the background is stopped, and its companion ends', async () => {
    const popup = await PopupOnPage.at(browser, stage.world.site('staging').url);
    await waiting(popup, 'Check this site');
    companion.resolveTo('127.0.0.1');
    await browser.killBackground();
    await popup.says('The companion saw a certificate');
    expect((await finding(popup))?.outcome).toMatchObject({ is: 'saw', issuer: { environment: 'staging' } });
    // The one that waited is gone with its port.
    await expect.poll(() => companion.running()).toBe(1);
    await popup.close();
  }, 60_000);

  it('that does not come is given up after 10 seconds, and the popup says so', async () => {
    const popup = await PopupOnPage.at(browser, stage.world.site('another-ca').url);
    await waiting(popup, 'Check this site');
    await expect
      .poll(async () => (await finding(popup))?.outcome, { timeout: 15_000 })
      .toEqual({ is: 'failed', why: 'timed-out' });
    await saysWell(popup, 'did not answer the companion within 10 seconds');
    await popup.close();
  }, 60_000);

  it('is not had when the permission is withdrawn meanwhile, which is said, and the companion ends', async () => {
    const popup = await PopupOnPage.at(browser, stage.world.site('today-rsa').url);
    await waiting(popup, 'Check this site');
    expect(companion.running()).toBe(1);
    await popup.evaluate(`chrome.permissions.remove({ permissions: ['nativeMessaging'] })`);
    await expect
      .poll(async () => (await finding(popup))?.outcome)
      .toEqual({ is: 'unavailable', why: 'not-allowed' });
    await saysWell(popup, 'Talking to the companion is not allowed any more. Allow it to check this site.');
    await expect.poll(() => companion.running()).toBe(0);
    await popup.close();
  }, 60_000);
});
