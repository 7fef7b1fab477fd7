/** What axe-core finds in the states that a person brings about, in light and in dark. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserKind, BrowserUnderTest, ExtensionTab } from '../driver/driver.ts';
import { HistoryPage } from '../history/history-page.ts';
import { LetterPage } from '../rights/letter-page.ts';
import { RequestsPage } from '../rights/requests-page.ts';
import { faultsInEachScheme } from '../stage/accessibility.ts';
import { openSettledPopup } from '../stage/popup.ts';
import { setStage, type Stage } from '../stage/stage.ts';
import { OptionsPage } from './options-page.ts';
import { PolicyPage } from './policy-page.ts';

/** By how many pixels a page is wider than a window of 320 pixels, as one of 1280 is at 400 %. */
async function sideways(tab: ExtensionTab): Promise<number> {
  await tab.setViewport({ width: 320, height: 800 });
  return tab.evaluate(`document.documentElement.scrollWidth - document.documentElement.clientWidth`);
}

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

describe.each<BrowserKind>(['firefox', 'chromium'])('axe-core finds nothing in %s', (kind) => {
  let browser: BrowserUnderTest;

  beforeAll(async () => {
    browser = await stage.open(kind, { siteAccess: true, certificateFlag: true });
  }, 120_000);
  afterAll(() => browser.close());

  it.each(['access', 'rectification', 'restriction', 'objection', 'withdrawal-of-consent'])(
    'in the letter for %s, its fields empty and filled in wrongly',
    async (right) => {
      const letter = await LetterPage.write(browser, right);
      expect(await faultsInEachScheme(letter.tab)).toEqual([]);
      await letter.tab
        .evaluate(`document.querySelectorAll('.letter input[type=text], .letter textarea').forEach((field) => {
        field.value = 'not an address';
        field.dispatchEvent(new Event('input', { bubbles: true }));
      })`);
      expect(await faultsInEachScheme(letter.tab)).toEqual([]);
      expect(await sideways(letter.tab)).toBeLessThanOrEqual(0);
      await letter.close();
    },
  );

  it('in requests that are noted, overdue and about to be deleted', async () => {
    const page = await RequestsPage.open(browser);
    await page.store({ reference: 'RP-7K3M-Q9TX', right: 'access', sent: '2026-07-27' });
    await page.store({ reference: 'RP-7K3M-Q9TY', right: 'erasure', sent: '2026-08-27' });
    await page.tab.waitForText('RP-7K3M-Q9TY');
    await page.tab.click('Delete RP-7K3M-Q9TX');
    expect(await faultsInEachScheme(page.tab)).toEqual([]);
    expect(await sideways(page.tab)).toBeLessThanOrEqual(0);
    await page.close();
  });

  it('in the choice of an authority, a German state’s among them', async () => {
    const page = await OptionsPage.at(browser, 'rights-complaint');
    await page.choose('complaint-country', 'DE');
    await expect
      .poll(() => page.tab.evaluate(`document.getElementById('complaint-state') !== null`))
      .toBe(true);
    await page.choose('complaint-state', 'DE-BE');
    await page.tab.waitForText('Berliner');
    expect(await faultsInEachScheme(page.tab)).toEqual([]);
    await page.close();
  });

  it('in settings that say what is wrong, and in the question before a reset', async () => {
    const page = await OptionsPage.at(browser, 'settings');
    await page.tab.evaluate(`document.getElementById('setting-own-site').value = 'not a host'`);
    await page.tab.click('Add');
    await page.tab.evaluate(`document.getElementById('setting-own-site').value = 'mine.example'`);
    await page.tab.click('Add');
    await page.tab.waitForText('mine.example');
    await page.importFile('no JSON');
    await page.tab.waitForText('holds no JSON');
    await page.tab.click('Reset settings');
    expect(await faultsInEachScheme(page.tab)).toEqual([]);
    await page.close();
  });

  it('in the founding edition, and in changes that are filtered', async () => {
    const page = await OptionsPage.at(browser, 'policy');
    const policy = new PolicyPage(page);
    await policy.chooseEdition('2021-03-07');
    await policy.filter('visitor');
    expect(await faultsInEachScheme(page.tab)).toEqual([]);
    await page.close();
  });

  describe('in a history', () => {
    beforeAll(async () => {
      await HistoryPage.with(browser, (page) => page.turnOn());
      for (const id of ['before-2025', 'another-ca', 'today']) await browser.visit(stage.world.site(id).url);
    }, 120_000);

    it('that is filled, unfolded, filtered to nothing', async () => {
      await HistoryPage.with(browser, async (page) => {
        await expect.poll(() => page.sites()).toContain(stage.world.site('today').host);
        await page.tab.evaluate(
          `document.querySelectorAll('details').forEach((part) => { part.open = true; })`,
        );
        expect(await faultsInEachScheme(page.tab)).toEqual([]);
        expect(await sideways(page.tab)).toBeLessThanOrEqual(0);
        await page.filter('#history input[type=search]', 'no.such.site');
        await expect.poll(() => page.sites()).toEqual([]);
        expect(await faultsInEachScheme(page.tab)).toEqual([]);
      });
    });

    it.each(['Erase everything…', '#history-kept'])('that asks a question after %s', async (button) => {
      await HistoryPage.with(browser, async (page) => {
        await expect.poll(() => page.sites()).not.toEqual([]);
        await page.tab.click(button);
        await expect.poll(() => page.tab.evaluate(`document.querySelector('dialog')?.open`)).toBe(true);
        expect(await faultsInEachScheme(page.tab)).toEqual([]);
        await page.tab.click('Cancel');
      });
    });
  });

  it('and nothing moves for whoever asked for that', async () => {
    const page = await browser.openExtensionPage('popup/index.html');
    const motion = () =>
      page.evaluate<string>(`(() => {
        const waiting = document.createElement('div');
        waiting.className = 'skeleton';
        document.body.append(waiting);
        return getComputedStyle(waiting).animationName;
      })()`);
    await page.prefer({ reducedMotion: false });
    expect(await motion()).toBe('appear');
    await page.prefer({ reducedMotion: true });
    expect(await motion()).toBe('none');
    await page.close();
  });

  it.each(['staging', 'hostile', 'before-2025', 'own-site'])(
    'in the popup over %s, unfolded, on a site of one’s own',
    async (id) => {
      const { url, host } = stage.world.site(id);
      const page = await OptionsPage.at(browser, 'settings');
      await page.tab.evaluate(
        `chrome.storage.local.set({ settings: { ownSites: [${JSON.stringify(new URL(url).hostname)}] } })`,
      );
      await page.close();
      await browser.visit(url);
      const popup = await openSettledPopup(browser);
      expect(await popup.text()).toContain(host);
      await popup.evaluate(`document.querySelectorAll('details').forEach((part) => { part.open = true; })`);
      expect(await faultsInEachScheme(popup)).toEqual([]);
      await popup.close();
    },
  );
});

describe.each<BrowserKind>(['firefox', 'chromium'])('without access to sites, in %s', (kind) => {
  let browser: BrowserUnderTest;

  beforeAll(async () => {
    browser = await stage.open(kind, { siteAccess: false });
  }, 120_000);
  afterAll(() => browser.close());

  it('axe-core finds nothing in the popup, with all that it offers', async () => {
    await browser.visit(stage.world.site('today').url);
    const popup = await openSettledPopup(browser);
    await popup.waitForText('Allow');
    await popup.evaluate(`document.querySelectorAll('details').forEach((part) => { part.open = true; })`);
    expect(await faultsInEachScheme(popup)).toEqual([]);
    await popup.close();
  });

  // The other browser needs no companion.
  it.each([kind].filter((one) => one === 'chromium'))(
    'axe-core finds nothing while the companion is explained in %s',
    async () => {
      await browser.visit(stage.world.site('today').url);
      const popup = await openSettledPopup(browser);
      await popup.click('Check this site');
      await popup.waitForText('proxy');
      expect(await faultsInEachScheme(popup)).toEqual([]);
      await popup.close();
    },
  );

  it('axe-core finds nothing in the overview and on the welcome page', async () => {
    const page = await OptionsPage.at(browser, 'overview');
    expect(await faultsInEachScheme(page.tab)).toEqual([]);
    await page.close();
    const welcome = await browser.openExtensionPage('welcome/index.html');
    await welcome.waitForText('Welcome');
    expect(await faultsInEachScheme(welcome)).toEqual([]);
    await welcome.close();
  });
});
