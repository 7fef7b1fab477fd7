/** The extension in use: everything done with it that leaves something behind, and everything of that seen again. */
import { expect } from 'vitest';
import type { BrowserUnderTest } from '../driver/driver.ts';
import { until } from '../driver/wait.ts';
import { HistoryPage } from '../history/history-page.ts';
import { OptionsPage } from '../options/options-page.ts';
import { turnOnPreciseWatch } from '../revocation/said.ts';
import type { Stage } from '../stage/stage.ts';
import { readStored, type Stored } from './everything-stored.ts';

const VISITED = ['today', 'another-ca', 'before-2025', 'imitation'];
const OWN_SITE = 'mine.example';

/** Settings, sites, a request, a history, the sync: made in the pages, as a person does. */
export async function useEverything(browser: BrowserUnderTest, stage: Stage): Promise<void> {
  await HistoryPage.with(browser, (page) => page.turnOn());
  await OptionsPage.with(browser, 'settings', async (page) => {
    const { tab } = page;
    await tab.evaluate(`document.querySelector('#setting-own-site').value = ${JSON.stringify(OWN_SITE)}`);
    await tab.click('#settings-own-sites form button');
    await tab.waitForText(OWN_SITE);
    await tab.click('#setting-sync');
    await page.hasValue('setting-sync', true);
    await page.choose('setting-history-days', '90');
    await page.hasValue('setting-history-days', '90');
    await tab.click('#setting-reasons-open');
    await page.hasValue('setting-reasons-open', true);
    // What is ticked is not yet what is stored, least of all what goes through the sync.
    await until('the settings to be stored', async () => {
      const { local, sync } = await readStored(tab);
      const said = JSON.stringify([local, sync]);
      return /"historyDays":90/.test(said) &&
        /"sync":true/.test(said) &&
        /"display":.*"reasonsOpen":true/.test(said)
        ? true
        : undefined;
    });
  });
  await OptionsPage.with(browser, 'rights-complaint', async (page) => {
    await page.choose('complaint-country', 'IE');
    await page.tab.waitForText('Irish Data Protection Commission');
  });
  await OptionsPage.with(browser, 'rights-transfer-details', async ({ tab }) => {
    await tab.click('#rights-transfer-details button[aria-expanded]');
    await tab.waitForText('Articles 13(1)(f) and 15(2)');
    await tab.click('.right .letter .note button');
    await tab.waitForText('Noted under My requests.');
  });
  for (const id of VISITED) {
    const { host, url } = stage.world.site(id);
    await browser.visit(url);
    await HistoryPage.with(browser, (page) =>
      until(`${host} in the history`, async () =>
        (await page.stored())?.some(
          ({ site, issuers }) => site === host && issuers[0]?.issuer.is !== 'unknown',
        )
          ? true
          : undefined,
      ),
    );
  }
  // Only there a request is seen leaving.
  if (browser.kind === 'firefox') await leaveUnmatched(browser, stage);
}

/** A request that no page can be matched with: the browser refuses the page whose certificate it asks about. */
async function leaveUnmatched(browser: BrowserUnderTest, stage: Stage): Promise<void> {
  await turnOnPreciseWatch(browser);
  const refused = await browser.visit(stage.world.site('must-staple-unstapled').url).catch(String);
  if (!String(refused).includes('certificate error')) throw new Error('the page without a staple was shown');
  // For half a minute a page may still turn up.
  const recorded = async (): Promise<true | undefined> =>
    recordsOf(await storedBy(browser), 'unmatched').length > 0 ? true : undefined;
  await until('the request to be recorded', recorded, 60_000);
}

/** All that the extension stores now. */
export function storedBy(browser: BrowserUnderTest): Promise<Stored> {
  return OptionsPage.with(browser, 'about', ({ tab }) => readStored(tab));
}

/** The pages show what was stored. */
export async function showsAll(browser: BrowserUnderTest, stored: Stored): Promise<void> {
  const entries = recordsOf(stored, 'entries');
  expect(entries.length).toBeGreaterThanOrEqual(VISITED.length);
  await HistoryPage.with(browser, async (page) => {
    expect(await page.isOn()).toBe(true);
    const sites = entries.map(({ site }) => String(site)).toSorted();
    await expect.poll(async () => (await page.sites()).toSorted()).toEqual(sites);
    expect((await page.rows()).flat().join(' ')).toContain('proven by its key');
    await expect
      .poll(async () => (await page.unmatched()).length)
      .toBe(recordsOf(stored, 'unmatched').length);
  });
  await OptionsPage.with(browser, 'settings', async (page) => {
    await page.hasValue('setting-history-days', '90');
    await page.hasValue('setting-sync', true);
    await page.hasValue('setting-reasons-open', true);
    await page.tab.waitForText(OWN_SITE);
  });
  await OptionsPage.with(browser, 'rights-complaint', ({ tab }) =>
    tab.waitForText('Irish Data Protection Commission'),
  );
  const requests = Object.keys(stored.local).filter((key) => key.startsWith('request:'));
  expect(requests).toHaveLength(1);
  await OptionsPage.with(browser, 'rights-requests', async ({ tab }) => {
    for (const key of requests) await tab.waitForText(key.slice('request:'.length));
  });
}

function recordsOf(stored: Stored, name: string): Record<string, unknown>[] {
  const stores = stored.databases.flatMap(({ stores: each }) => each);
  return stores.find((store) => store.name === name)?.records ?? [];
}
