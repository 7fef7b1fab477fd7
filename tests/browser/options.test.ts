/** The options page in real browsers. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SECTIONS } from '../../extension/ui/options-address.ts';
import type { BrowserKind, BrowserUnderTest } from './driver/driver.ts';
import { OptionsPage } from './options/options-page.ts';
import { accessibilityFaults } from './stage/accessibility.ts';
import { openSettledPopup } from './stage/popup.ts';
import { savedBy } from './stage/saved-file.ts';
import { setStage, type Stage } from './stage/stage.ts';

const TITLES = {
  overview: 'Overview',
  policy: 'Policy',
  rights: 'Your rights',
  history: 'History',
  settings: 'Settings',
  about: 'About',
} as const;

const PLACES = [
  ['answers', 'overview'],
  ['policy-visitor', 'policy'],
  ['rights-erasure', 'rights'],
  ['settings-own-sites', 'settings'],
  ['about-storage', 'about'],
] as const;

/** One for each look of the popup. */
const POPUP_SITES = ['today', 'before-2025', 'another-ca', 'imitation', 'own-site', 'http', 'many-hosts'];

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

describe.each<BrowserKind>(['firefox', 'chromium'])('the options page in %s', (kind) => {
  let browser: BrowserUnderTest;

  beforeAll(async () => {
    browser = await stage.open(kind, { siteAccess: true, certificateFlag: true });
  }, 120_000);

  async function on(anchor: string, look: (page: OptionsPage) => Promise<void>): Promise<void> {
    const page = await OptionsPage.at(browser, anchor);
    try {
      await look(page);
    } finally {
      await page.close();
    }
  }

  it.each(SECTIONS)('shows %s at its address, and marks it', (section) =>
    on(section, async (page) => {
      expect(await page.section()).toBe(section);
      expect(await page.current()).toBe(TITLES[section]);
      await expect.poll(() => page.tab.evaluate('document.title')).toBe(`${TITLES[section]} · Relying Party`);
    }),
  );

  it.each(PLACES)('shows %s within %s', (place, section) =>
    on(place, async (page) => {
      expect(await page.section()).toBe(section);
      await expect.poll(() => page.inView(place)).toBe(true);
    }),
  );

  it('shows the overview where the address names nothing', () =>
    on('no-such-place', async (page) => {
      expect(await page.section()).toBe('overview');
    }));

  it('moves the focus to the heading, and goes back', () =>
    on('overview', async (page) => {
      await page.go('Settings');
      await page.shows('settings');
      await expect.poll(() => page.focused()).toBe('Settings');
      await page.go('About');
      await page.shows('about');
      await page.tab.evaluate('history.back()');
      await page.shows('settings');
      await expect.poll(() => page.focused()).toBe('Settings');
    }));

  it('applies a setting at once in every open page, and keeps it', async () => {
    const one = await OptionsPage.at(browser, 'settings');
    const other = await OptionsPage.at(browser, 'settings');
    await one.choose('setting-edition', '2021-03-07');
    await other.hasValue('setting-edition', '2021-03-07');
    await other.tab.click('#setting-reasons-open');
    await one.hasValue('setting-reasons-open', true);
    expect(await one.value('setting-edition')).toBe('2021-03-07');
    await other.close();
    await one.close();
    await on('settings', async (page) => {
      await page.hasValue('setting-edition', '2021-03-07');
      await page.choose('setting-edition', 'newest');
    });
  });

  it.each([
    ['no JSON', '{"format": "relying-party-set', 'holds no JSON'],
    ['something else', '[1, 2, 3]', 'holds no settings of this extension'],
    [
      'a value that does not fit',
      '{"format":"relying-party-settings","version":1,"settings":{"history":true,"historyDays":8}}',
      'the value of historyDays does not fit',
    ],
  ])('takes nothing of a file with %s, and says why', (_, content, reason) =>
    on('settings', async (page) => {
      await page.importFile(content);
      await page.tab.waitForText(reason);
      expect(await page.value('setting-history')).toBe(false);
      expect(await page.value('setting-history-days')).toBe('30');
    }),
  );

  it('takes a file over', () =>
    on('settings', async (page) => {
      await page.importFile('{"format":"relying-party-settings","version":1,"settings":{"historyDays":90}}');
      await page.hasValue('setting-history-days', '90');
      expect(await page.value('setting-history')).toBe(false);
      await page.choose('setting-history-days', '30');
    }));

  it('exports what is set, and takes the same file over after a reset', () =>
    on('settings', async (page) => {
      await page.choose('setting-history-days', '365');
      await page.hasValue('setting-history-days', '365');
      const file = await savedBy(page.tab, () => page.tab.click('Export settings'));
      expect(file.name).toBe('relying-party-settings.json');
      await page.tab.click('Reset settings');
      await page.tab.click('#settings-reset .primary');
      await page.hasValue('setting-history-days', '30');
      await page.importFile(file.text);
      await page.hasValue('setting-history-days', '365');
      await page.choose('setting-history-days', '30');
      await page.hasValue('setting-history-days', '30');
    }));

  // The other browser has no such permission.
  it.each([kind].filter((one) => one === 'firefox'))(
    'says whether the precise watch is on, and leads to it, in %s',
    () =>
      on('settings-precise-watch', async (page) => {
        await page.tab.waitForText('The precise watch is off.');
        await page.tab.click('#settings-precise-watch a');
        await page.shows('overview');
        await expect.poll(() => page.inView('overview-precise-watch')).toBe(true);
      }),
  );

  it('shares nothing until the sync is on, and says by name what it would share', () =>
    on('settings-sync', async (page) => {
      expect(await page.value('setting-sync')).toBe(false);
      const said = await page.description('setting-sync');
      expect(said).toContain('the edition to show first, and whether reasons are shown without a click');
      expect(said).toContain('Your own sites, your country, your history and your requests are never shared');
      expect(await page.tab.evaluate('chrome.storage.sync.get(null)')).toEqual({});
    }));

  it('has every control of the settings within reach of the keyboard, the navigation first', () =>
    on('settings', async (page) => {
      const reached = await page.reachable();
      expect(reached.slice(0, 6)).toEqual(Object.values(TITLES));
      for (const name of [
        'Keep a history',
        'Host of a site',
        'Export settings',
        'Import settings',
        'Reset settings',
      ])
        expect(reached.some((label) => label.includes(name))).toBe(true);
    }));

  it.each(SECTIONS)('needs no sideways scrolling in %s at 320 px, nor at 400 %%', (section) =>
    on(section, async (page) => {
      expect(await page.overflow({ width: 320, height: 800 })).toBeLessThanOrEqual(0);
      expect(await page.overflow({ width: 1280, height: 1000, zoom: 4 })).toBeLessThanOrEqual(0);
    }),
  );

  it('says what is stored now', () =>
    on('about-storage', async (page) => {
      await page.tab.waitForText(/Settings on this device[\s\S]*Now: \d/);
      expect(await page.tab.text()).toContain('What is stored, and where');
    }));
});

describe.each<BrowserKind>(['firefox', 'chromium'])('for everyone, in %s', (kind) => {
  describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
    let browser: BrowserUnderTest;

    beforeAll(async () => {
      browser = await stage.open(kind, {
        colorScheme,
        siteAccess: true,
        certificateFlag: true,
      });
    }, 120_000);
    afterAll(() => browser.close());

    it.each(SECTIONS)('axe-core finds nothing in %s', async (section) => {
      const page = await OptionsPage.at(browser, section);
      expect(await accessibilityFaults(page.tab)).toEqual([]);
      await page.close();
    });

    it('axe-core would find what is wrong', async () => {
      const page = await OptionsPage.at(browser, 'about');
      await page.tab.evaluate(`void document.querySelector('main').append(document.createElement('img'))`);
      expect((await accessibilityFaults(page.tab)).join()).toContain('image-alt');
      await page.close();
    });

    it('axe-core finds nothing on the welcome page', async () => {
      const page = await browser.openExtensionPage('welcome/index.html');
      await page.waitForText('Welcome');
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.close();
    });

    it.each(['about:blank', ...POPUP_SITES])('axe-core finds nothing in the popup over %s', async (id) => {
      const site = stage.world.sites.find((candidate) => candidate.id === id);
      await browser.visit(site?.url ?? 'about:blank');
      const popup = await openSettledPopup(browser);
      await popup.evaluate(`document.querySelectorAll('details').forEach((part) => { part.open = true; })`);
      expect(await accessibilityFaults(popup)).toEqual([]);
      await popup.close();
    });
  });
});

describe.each<BrowserKind>(['firefox', 'chromium'])('the welcome page in %s', (kind) => {
  it('opens once after installing, with the steps that fit', async () => {
    const browser = await stage.open(kind, { welcome: true });
    try {
      const page = await browser.openExtensionPage('options/index.html#about');
      const open = () =>
        page.evaluate<number>(
          `chrome.tabs.query({}).then(async () => (await chrome.runtime.getContexts({ contextTypes: ['TAB'] }))
            .filter(({ documentUrl }) => documentUrl?.includes('/welcome/')).length)`,
        );
      await expect.poll(open).toBe(1);
      await page.close();
      const welcome = await browser.openExtensionPage('welcome/index.html');
      await welcome.waitForText(
        kind === 'firefox' ? 'Pin to Toolbar' : 'chrome://flags/#web-request-security-info',
      );
      await welcome.close();
    } finally {
      await browser.close();
    }
  });
});
