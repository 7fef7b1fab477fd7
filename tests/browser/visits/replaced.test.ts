/** A tab whose number changes: Chromium 156 gives a tab that it discards a new one, unless WebContentsDiscard is on. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { setStage, type Stage } from '../stage/stage.ts';
import { Onlooker } from './onlooker.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage?.close());

it.each([
  ['gets another number', []],
  ['keeps its number', ['--enable-features=WebContentsDiscard']],
])('the record stays with a discarded tab that %s', async (what, extraArguments) => {
  const options = { siteAccess: true, certificateFlag: true, extraArguments };
  const browser = await stage.open('chromium', options);
  const shown = {
    kind: 'https',
    host: new URL(stage.world.site('today').url).host,
    page: { main: { issuer: { is: 'proven' } }, others: [{ host: stage.world.site('images').host }] },
  };
  await Onlooker.with(browser, async (onlooker) => {
    const create = { url: new URL('/loads?site=images', stage.world.site('today').url).href, active: false };
    const first = await onlooker.evaluate<number>(
      `chrome.tabs.create(${JSON.stringify(create)}).then(({ id }) => id)`,
    );
    await expect.poll(() => onlooker.report(first)).toMatchObject(shown);
    const discarded = await onlooker.evaluate<number>(`chrome.tabs.discard(${first}).then(({ id }) => id)`);
    expect(discarded !== first).toBe(what === 'gets another number');
    await expect.poll(() => onlooker.report(discarded)).toMatchObject(shown);
    const kept = async () => (await onlooker.stored()).filter((key) => key.startsWith('visit:'));
    const ofTabs = async () =>
      (await kept()).filter((key) => [`visit:${first}`, `visit:${discarded}`].includes(key));
    await expect.poll(ofTabs).toEqual([`visit:${discarded}`]);
    // Shown again, it is loaded again, and seen as it comes.
    const since = Date.now();
    await onlooker.evaluate(`chrome.tabs.reload(${discarded})`);
    await expect.poll(() => stage.world.since(since, 'site').length).toBeGreaterThan(1);
    await expect.poll(() => onlooker.report(discarded)).toMatchObject(shown);
    await onlooker.evaluate(`chrome.tabs.remove(${discarded})`);
    await expect.poll(kept).not.toContain(`visit:${discarded}`);
  });
  await browser.close();
});
