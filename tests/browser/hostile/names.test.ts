/** Names and contents that strangers choose, in real browsers: shown as text, marked where they deceive, bounded. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserKind, BrowserUnderTest, ExtensionPage } from '../driver/driver.ts';
import { HistoryPage } from '../history/history-page.ts';
import { PopupOnPage } from '../stage/page-object.ts';
import { setStage, type Stage } from '../stage/stage.ts';
import { OptionsPage } from '../options/options-page.ts';
import { accessibilityFaults } from '../stage/accessibility.ts';

const MARKUP = `<img src=x onerror="document.title='owned'">`;
const TURNED = '\u202Egro.elpmaxe';
const LONG = 'A'.repeat(10_000);

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

/** What a hostile name did: became an element, acted, turned the text round it, or widened the page. */
async function done(page: Pick<ExtensionPage, 'evaluate'>): Promise<string[]> {
  return page.evaluate<string[]>(`[
    ...[...document.images].filter(({ src }) => !src.startsWith(location.origin)).map(({ src }) => 'loads ' + src),
    ...(document.title === 'owned' ? ['acted'] : []),
    ...(document.body.innerText.match(/[\\u200B\\u202A-\\u202E\\u2066\\u2067]/g) ?? []),
    ...(document.documentElement.scrollWidth > document.documentElement.clientWidth ? ['widened'] : []),
  ]`);
}

function store(page: Pick<ExtensionPage, 'evaluate'>, values: Record<string, unknown>): Promise<void> {
  return page.evaluate(`chrome.storage.local.set(${JSON.stringify(values)})`);
}

describe.each<BrowserKind>(['firefox', 'chromium'])('in %s, hostile', (kind) => {
  let browser: BrowserUnderTest;

  beforeAll(async () => {
    browser = await stage.open(kind, { siteAccess: true, certificateFlag: true });
  }, 120_000);
  afterAll(() => browser.close());

  it('names of a site and of its issuer are inert in the popup, the homograph as it is', async () => {
    const { url, host } = stage.world.site('hostile');
    const popup = await PopupOnPage.at(browser, url);
    const words = await popup.wholeText();
    expect(words).toContain(host);
    expect(words).not.toContain('\u0430pple');
    expect(words).toContain(`<img src=x onerror=document.title='owned'>[U+202E]AAA`);
    // The issuer's names are cut; a person who wants them whole finds them elsewhere.
    expect(words).not.toContain('A'.repeat(200));
    expect((await popup.report()).kind).toBe('https');
    expect(await done(popup)).toEqual([]);
    await popup.close();
  });

  it('entries of the history are inert', async () => {
    await HistoryPage.with(browser, async (page) => {
      await page.turnOn();
    });
    await browser.visit(stage.world.site('today').url);
    await HistoryPage.with(browser, async (page) => {
      await expect.poll(async () => (await page.stored())?.length ?? 0).toBeGreaterThan(0);
      const [entry] = (await page.stored()) ?? [];
      const names = [MARKUP, TURNED, LONG, 'xn--pple-43d.example'];
      await page.put(
        names.map((name, place) => ({
          ...entry,
          site: place === 2 ? 'long.example' : name,
          issuers: [
            { issuer: { is: 'other', authority: name, organization: name }, since: 1, certificates: [] },
          ],
        })),
      );
    });
    await HistoryPage.with(browser, async (page) => {
      const rows = (await page.rows()).flat().join('\n');
      expect(rows).toContain(MARKUP);
      expect(rows).toContain('[U+202E]gro.elpmaxe');
      expect(rows).toContain('xn--pple-43d.example');
      expect(rows).not.toContain('A'.repeat(200));
      await page.tab.setViewport({ width: 320, height: 800 });
      expect(await done(page.tab)).toEqual([]);
      expect(await accessibilityFaults(page.tab)).toEqual([]);
    });
  });

  it('requests that were noted are inert, and damaged ones are dropped', async () => {
    const page = await OptionsPage.at(browser, 'rights-requests');
    const request = (reference: string, host: string, notes: string) => ({
      version: 1,
      reference,
      right: 'access',
      sent: '2026-08-03',
      contacts: [{ channel: 'ocsp', host, at: 1_785_000_000_000 }],
      state: 'sent',
      notes,
    });
    await store(page.tab, {
      'request:RP-7K3M-Q9TX': request('RP-7K3M-Q9TX', MARKUP, MARKUP.repeat(40)),
      'request:RP-7K3M-Q9TY': request('RP-7K3M-Q9TY', TURNED, TURNED),
      'request:RP-7K3M-Q9TZ': request('RP-7K3M-Q9TZ', 'r11.o.lencr.org', LONG),
    });
    await page.tab.waitForText('RP-7K3M-Q9TX');
    await page.tab.waitForText('[U+202E]gro.elpmaxe');
    const words = await page.tab.text();
    expect(words).toContain(MARKUP);
    expect(words).not.toContain('RP-7K3M-Q9TZ');
    await page.tab.setViewport({ width: 320, height: 800 });
    expect(await done(page.tab)).toEqual([]);
    expect(await accessibilityFaults(page.tab)).toEqual([]);
    await page.close();
  });

  it('settings that were stored or imported change nothing else, homographs of own sites as they are', async () => {
    const page = await OptionsPage.at(browser, 'settings');
    await store(page.tab, {
      settings: { ownSites: ['xn--pple-43d.example', 'mine.example'], country: MARKUP },
    });
    await page.tab.waitForText('xn--pple-43d.example');
    await page.importFile(JSON.stringify({ format: MARKUP, settings: { [TURNED]: LONG } }));
    await page.tab.waitForText('holds no settings');
    await page.tab.setViewport({ width: 320, height: 800 });
    expect(await done(page.tab)).toEqual([]);
    await page.close();
  });
});
