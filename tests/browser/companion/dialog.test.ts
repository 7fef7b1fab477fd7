/** Chromium's own dialog, answered by real keys on a screen that nobody sees. */
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PopupOnPage } from '../stage/page-object.ts';
import { setStage, type Stage } from '../stage/stage.ts';
import { InstalledCompanion } from './installed-companion.ts';
import { finding } from './looking.ts';
import { VirtualScreen } from './virtual-screen.ts';

/** Chromium's dialogs take no key for half a second after they came up, against clicks that were meant for another. */
const DEAF = 2000;

let screen: VirtualScreen;
let stage: Stage;
let companion: InstalledCompanion;
const { DISPLAY } = process.env;

beforeAll(async () => {
  screen = await VirtualScreen.start();
  process.env['DISPLAY'] = screen.display;
  stage = await setStage();
  companion = await InstalledCompanion.build(path.join(stage.world.directory, 'companion'));
}, 120_000);
afterAll(async () => {
  await stage?.close();
  if (DISPLAY === undefined) delete process.env['DISPLAY'];
  else process.env['DISPLAY'] = DISPLAY;
  screen?.close();
});

it.each([
  ['refuses', ['Escape'], 'Not allowed. You can allow it here whenever you like.', undefined],
  // The first button denies.
  ['allows', ['Tab', 'Return'], 'The companion saw a certificate', 'saw'],
])(
  'a user who %s: the dialog closes the popup, and the next one goes on from there',
  async (_, keys, words, outcome) => {
    const browser = await stage.open('chromium', {
      headed: true,
      chromiumProfile: (profile) => companion.installFor(profile),
    });
    const asking = await PopupOnPage.at(browser, stage.world.site('today').url);
    await asking.click('Check this site');
    await asking.click('Allow and check this site');
    const open = (): Promise<boolean> =>
      asking.text().then(
        () => true,
        () => false,
      );
    await expect.poll(open, { timeout: 20_000 }).toBe(false);
    await pause(DEAF);
    await screen.press(...keys);
    const next = await PopupOnPage.here(browser);
    await next.says(words);
    expect((await finding(next))?.outcome.is).toBe(outcome);
    await browser.close();
  },
  90_000,
);
