/** The history: nothing until it is turned on, then what was seen, and nothing of what was erased or grew too old. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readExport } from '../../src/history/json-export.ts';
import { addDays } from '../../src/history/local-day.ts';
import type { BrowserKind, BrowserUnderTest } from './driver/driver.ts';
import { until } from './driver/wait.ts';
import { HistoryPage, type StoredEntry } from './history/history-page.ts';
import { OptionsPage } from './options/options-page.ts';
import { answerQuestion } from './options/question.ts';
import { setStage, type Stage } from './stage/stage.ts';

const kinds: BrowserKind[] = ['firefox', 'chromium'];

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage?.close());

describe.each(kinds)('the history in %s', (kind) => {
  let browser: BrowserUnderTest;

  beforeAll(async () => {
    browser = await stage.open(kind, { siteAccess: true, certificateFlag: true });
  });
  afterAll(() => browser?.close());

  const url = (id: string) => stage.world.site(id).url;
  const host = (id: string) => stage.world.site(id).host;

  /** The stored entry of a site, once it is as expected; fails with what there is instead. */
  async function entryOf(id: string, asExpected: (entry: StoredEntry) => boolean): Promise<StoredEntry> {
    return HistoryPage.with(browser, (page) =>
      until(`the entry of ${id}`, async () =>
        (await page.stored())?.find((entry) => entry.site === host(id) && asExpected(entry)),
      ),
    );
  }
  const known = ({ issuers }: StoredEntry) => issuers[0]?.issuer.is !== 'unknown';
  const views = (entry: StoredEntry) => Object.values(entry.views).reduce((sum, count) => sum + count, 0);

  describe('that was never turned on', () => {
    it('stores nothing, and says so', async () => {
      await browser.visit(url('today'));
      await browser.visit(url('before-2025'));
      const popup = await browser.openPopup();
      await popup.waitForText("Let's Encrypt");
      await popup.close();
      await HistoryPage.with(browser, async (page) => {
        expect(await page.isOn()).toBe(false);
        expect(await page.result()).toContain('The history is off and holds nothing.');
        expect(await page.tab.evaluate('indexedDB.databases()')).toEqual([]);
      });
    });
  });

  describe('that is on', () => {
    beforeAll(() => HistoryPage.with(browser, (page) => page.turnOn()));

    it('holds each site with its issuer, once a day', async () => {
      await browser.visit(url('today'));
      const today = await entryOf('today', known);
      expect(today.issuers).toMatchObject([{ issuer: { is: 'proven' }, certificates: [expect.any(String)] }]);
      expect(today.contacts).toEqual([]);
      await browser.visit(url('another-ca'));
      expect((await entryOf('another-ca', known)).issuers).toMatchObject([
        // Firefox tells that the root was imported.
        { issuer: { is: kind === 'firefox' ? 'local' : 'other', authority: 'Example Trust TLS CA' } },
      ]);
      await browser.visit(url('today'));
      const again = await entryOf('today', (entry) => views(entry) === 2);
      expect(again.issuers).toHaveLength(1);
    });

    it('counts a page once, also when the background died meanwhile', async () => {
      await browser.visit(url('six-day'));
      const before = await entryOf('six-day', known);
      await browser.killBackground();
      const popup = await browser.openPopup();
      await popup.waitForText("Let's Encrypt");
      await popup.close();
      await browser.visit(url('http1'));
      await entryOf('http1', known);
      expect(views(await entryOf('six-day', known))).toBe(views(before));
    });

    // No other browser tells of a contact.
    it.each([kind].filter((one) => one === 'firefox'))('holds a contact that was seen in %s', async () => {
      await browser.visit(url('before-2025'));
      const entry = await entryOf('before-2025', ({ contacts }) => contacts.length > 0);
      expect(entry.contacts).toMatchObject([
        { host: host('before-2025'), channel: 'ocsp', means: 'browser-report' },
      ]);
      await HistoryPage.with(browser, async (page) => {
        await page.tab.click('Only with a contact');
        await expect.poll(() => page.sites()).not.toContain(host('today'));
        const row = (await page.rows()).find((cells) => cells.join(' ').includes(host('before-2025')));
        expect(row?.join(' ')).toMatch(/At \S+.* the browser tried to ask .+\(OCSP\)/);
        expect(row?.join(' ')).toContain('asked');
      });
    });

    it('shows what it holds, and filters it', async () => {
      await HistoryPage.with(browser, async (page) => {
        expect(await page.sites()).toEqual(expect.arrayContaining([host('today'), host('another-ca')]));
        await page.filter('#history input[type=search]', host('today').toUpperCase());
        await expect.poll(() => page.sites()).toEqual([host('today')]);
        expect((await page.rows()).flat().join(' ')).toContain('proven by its key');
        await page.tab.click('Show all');
        await expect.poll(async () => (await page.sites()).length).toBeGreaterThan(2);
      });
    });

    it('saves what is shown as a file', async () => {
      await HistoryPage.with(browser, async (page) => {
        await page.filter('#history input[type=search]', host('another-ca'));
        await expect.poll(() => page.sites()).toEqual([host('another-ca')]);
        const json = await page.save('Save as JSON');
        expect(json.name).toMatch(/^relying-party-history-\d{4}-\d\d-\d\d\.json$/);
        expect(readExport(json.text).entries).toMatchObject([{ site: host('another-ca') }]);
      });
      await HistoryPage.with(browser, async (page) => {
        const { text, name } = await page.save('Save as CSV');
        expect(name).toMatch(/\.csv$/);
        expect(text.split('\r\n')).toHaveLength((await page.sites()).length + 2);
        expect(text).toContain(`,${host('today')},`);
      });
    });

    it('loses what is too old, also when the browser was closed meanwhile', async () => {
      await HistoryPage.with(browser, async (page) => {
        const [entry] = (await page.stored()) ?? [];
        if (entry === undefined) throw new Error('nothing stored');
        const aged = [29, 30, 400].map((days) => ({
          ...entry,
          day: addDays(entry.day, -days),
          site: `aged-${days}.example`,
        }));
        await page.put(aged);
      });
      const sites = await HistoryPage.with(browser, async (page) =>
        ((await page.stored()) ?? []).map(({ site }) => site).filter((site) => site.startsWith('aged')),
      );
      expect(sites).toEqual(['aged-29.example']);
    });

    it('shows names that strangers choose as text', async () => {
      const hostile = '<img src=x>\u202Egro.elpmaxe';
      await HistoryPage.with(browser, async (page) => {
        const [entry] = (await page.stored()) ?? [];
        await page.put([
          {
            ...entry,
            site: 'hostile.example',
            issuers: [
              { issuer: { is: 'other', authority: hostile, organization: null }, since: 1, certificates: [] },
            ],
          },
        ]);
      });
      await HistoryPage.with(browser, async (page) => {
        const row = (await page.rows()).find((cells) => cells.join(' ').includes('hostile.example'));
        expect(row?.join(' ')).toContain('<img src=x>[U+202E]gro.elpmaxe');
        expect(await page.tab.evaluate(`document.querySelector('#history img')`)).toBeNull();
      });
    });

    it('passes over an entry that it cannot read', async () => {
      await HistoryPage.with(browser, async (page) => {
        await page.put([{ day: '2026-01-01', site: 'broken.example', issuers: 'none' }]);
        const [entry] = (await page.stored()) ?? [];
        await page.put([{ ...entry, site: 'whole.example', views: 'many' }]);
      });
      await HistoryPage.with(browser, async (page) => {
        const sites = await page.sites();
        expect(sites, `the page says: ${await page.result()}`).toContain(host('today'));
        expect(sites).not.toContain('whole.example');
      });
    });

    describe('and is erased', () => {
      let page: HistoryPage;
      beforeEach(async () => {
        page = await HistoryPage.open(browser);
        return () => page.tab.close();
      });

      it('loses one entry, after a question that can be answered with no', async () => {
        const button = `[aria-label^="This entry: erase ${host('today')} on"]`;
        await page.tab.click(button);
        await page.tab.waitForText(`Erase the entry of ${host('today')}`);
        await page.tab.click('Cancel');
        expect(await page.sites()).toContain(host('today'));
        await page.tab.click(button);
        await answerQuestion(page.tab, true);
        await expect.poll(() => page.sites()).not.toContain(host('today'));
        expect((await page.stored())?.map(({ site }) => site)).not.toContain(host('today'));
      });

      it('loses a site on every day, and a period', async () => {
        const entry = (await page.stored())?.at(-1);
        if (entry === undefined) throw new Error('nothing stored');
        await page.put([
          { ...entry, site: 'twice.example' },
          { ...entry, site: 'twice.example', day: addDays(entry.day, -1) },
          { ...entry, site: 'older.example', day: addDays(entry.day, -3) },
        ]);
        await page.tab.close();
        page = await HistoryPage.open(browser);
        await page.tab.click('[aria-label^="This site: erase twice.example"]');
        await page.tab.waitForText('2 entries will be erased');
        await answerQuestion(page.tab, true);
        await expect.poll(() => page.sites()).not.toContain('twice.example');
        await page.filter('.history-erase input', addDays(entry.day, -5));
        await page.filter('.history-erase label + label input', addDays(entry.day, -2));
        await page.tab.click('Erase these days…');
        await answerQuestion(page.tab, true);
        await expect.poll(() => page.sites()).not.toContain('older.example');
        const left = ((await page.stored()) ?? []).map(({ site }) => site);
        expect(left).not.toContain('twice.example');
        expect(left).not.toContain('older.example');
        expect(left).toContain(host('another-ca'));
      });

      it('loses everything, and records again', async () => {
        await page.tab.click('Erase everything…');
        await answerQuestion(page.tab, true);
        await expect.poll(() => page.result()).toContain('Nothing is recorded yet.');
        expect(await page.tab.evaluate('indexedDB.databases()')).toEqual([]);
        await browser.visit(url('today'));
        await entryOf('today', known);
      });
    });

    it('asks in the settings, too, before a shorter time costs entries', async () => {
      await browser.visit(url('today'));
      await entryOf('today', known);
      await HistoryPage.with(browser, async (page) => {
        const [entry] = (await page.stored()) ?? [];
        if (entry === undefined) throw new Error('nothing stored');
        await page.put([{ ...entry, day: addDays(entry.day, -10), site: 'aged.example' }]);
      });
      const settings = await OptionsPage.at(browser, 'settings');
      await settings.choose('setting-history-days', '7');
      await settings.tab.waitForText('Keep the history for 7 days only?');
      await answerQuestion(settings.tab, false);
      await settings.hasValue('setting-history-days', '30');
      await settings.choose('setting-history-days', '7');
      await answerQuestion(settings.tab, true);
      await settings.hasStored('historyDays', 7);
      await settings.close();
      // The background prunes once it is told of the setting.
      await expect.poll(sitesStored).not.toContain('aged.example');
      expect(await sitesStored()).toContain(host('today'));
    });

    const sitesStored = () =>
      HistoryPage.with(browser, async (page) => ((await page.stored()) ?? []).map(({ site }) => site));

    async function inSettings(work: (settings: OptionsPage) => Promise<void>): Promise<void> {
      const settings = await OptionsPage.at(browser, 'settings');
      await work(settings);
      await settings.close();
    }

    it('asks the same before a reset or a file of settings costs entries, and leaves the rest to them', async () => {
      await inSettings(async (settings) => {
        await settings.choose('setting-history-days', '365');
        await settings.hasStored('historyDays', 365);
      });
      await HistoryPage.with(browser, async (page) => {
        const [entry] = (await page.stored()) ?? [];
        await page.put([{ ...entry, day: addDays(entry?.day ?? '', -100), site: 'aged.example' }]);
      });
      await inSettings(async (settings) => {
        const changes = { historyDays: 90, reasonsOpen: true };
        await settings.importFile(
          JSON.stringify({ format: 'relying-party-settings', version: 1, settings: changes }),
        );
        await settings.tab.waitForText('Keep the history for 90 days only?');
        await settings.hasValue('setting-reasons-open', true);
        await answerQuestion(settings.tab, false);
        await settings.tab.click('Reset settings');
        await settings.tab.click('Reset all settings');
        await settings.tab.waitForText('Keep the history for 30 days only?');
        await settings.hasValue('setting-reasons-open', false);
        await answerQuestion(settings.tab, false);
        await settings.hasValue('setting-history-days', '365');
      });
      expect(await sitesStored()).toContain('aged.example');
      await inSettings((settings) =>
        settings.tab.evaluate(`chrome.storage.local.set({ settings: { history: true, historyDays: 90 } })`),
      );
      await expect.poll(sitesStored).not.toContain('aged.example');
    });

    it('asks what becomes of it when it is turned off, and records nothing more', async () => {
      await HistoryPage.with(browser, async (page) => {
        await page.tab.click('#history-kept');
        await page.tab.waitForText('Erase what was recorded, too?');
        expect(await page.isOn()).toBe(true);
        await answerQuestion(page.tab, true);
        await expect.poll(() => page.result()).toContain('The history is off and holds nothing.');
      });
      await browser.visit(url('six-day'));
      const popup = await browser.openPopup();
      await popup.waitForText("Let's Encrypt");
      await popup.close();
      await HistoryPage.with(browser, async (page) => {
        expect(await page.tab.evaluate('indexedDB.databases()')).toEqual([]);
      });
    });
  });
});
