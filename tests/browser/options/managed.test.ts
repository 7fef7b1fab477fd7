/**
 * Settings that an administrator's policy fixes, in real browsers under a real policy. The policies are the examples of
 * `docs/administrators.md`, word for word.
 */
import { readFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEVELOPMENT_EXTENSION_ID } from '../../../companion/development-extension.ts';
import type { BrowserKind, BrowserUnderTest } from '../driver/driver.ts';
import { canMount, managedChromium } from '../revocation/managed-chromium.ts';
import { setStage, type Stage } from '../stage/stage.ts';
import { managedFirefox, policiesFolder } from './managed-firefox.ts';
import { OptionsPage } from './options-page.ts';

const FIREFOX_ID = 'relying-party@relying-party.example';
const PROGRAM = { firefox: 'FIREFOX_PATH', chromium: 'CHROME_PATH' } as const;

/** The first example under a heading of the administrators' guide. */
function example(heading: string): string {
  const guide = readFileSync(path.resolve(import.meta.dirname, '../../../docs/administrators.md'), 'utf8');
  const part = guide.split(/^## /m).find((each) => each.startsWith(heading)) ?? '';
  const [, json] = /```json\n([\s\S]*?)```/.exec(part) ?? [];
  if (json === undefined) throw new Error(`docs/administrators.md has no example for ${heading}.`);
  return json;
}

/** Values as a policy might have them by mistake or by malice. None may count, and history and sync stay off. */
const WRONG = {
  historyAllowed: true,
  history: true,
  syncAllowed: true,
  sync: true,
  edition: '<img src=x onerror="document.title=\'owned\'">',
  ownSites: ['https://intranet.example/', '\u202Egro.elpmaxe'],
  country: '<b>FR</b>, as long as no code is',
};

const HOSTILE = [
  ['are of the right kind', WRONG],
  // Chromium itself leaves out a policy with such values, by the schema.
  ['are not even of the right kind', { ...WRONG, historyDays: 8, reasonsOpen: 'yes', welcomePage: 'no' }],
] as const;

const mounts = (await canMount()) && (await policiesFolder()) !== null;
if (!mounts)
  console.info('Skipped: settings under a policy. It takes the rights to mount (root), which are not there.');

let stage: Stage;

beforeAll(async () => {
  if (mounts) stage = await setStage();
});
afterAll(() => stage?.close());

describe.skipIf(!mounts).each<BrowserKind>(['firefox', 'chromium'])('under a policy, %s', (kind) => {
  const variable = PROGRAM[kind];
  const usual = process.env[variable];
  /** Starts the browser with the policy in the place where an administrator puts it. */
  async function under(policy: string, welcome = false): Promise<BrowserUnderTest> {
    const place = await mkdtemp(path.join(stage.world.directory, 'policy-'));
    const named = policy.replaceAll('EXTENSION_ID', DEVELOPMENT_EXTENSION_ID);
    process.env[variable] = await (kind === 'firefox'
      ? managedFirefox(place, named)
      : managedChromium(place, JSON.parse(named) as Record<string, unknown>));
    try {
      return await stage.open(kind, { welcome });
    } finally {
      if (usual === undefined) delete process.env[variable];
      else process.env[variable] = usual;
    }
  }

  const forExtension = (values: object) =>
    JSON.stringify(
      kind === 'firefox'
        ? { policies: { '3rdparty': { Extensions: { [FIREFOX_ID]: values } } } }
        : { '3rdparty': { extensions: { EXTENSION_ID: values } } },
    );

  it("keeps to the guide's example: the history stays off, the sites are there, no welcome", async () => {
    const browser = await under(example(kind === 'firefox' ? 'Firefox' : 'Chrome'), true);
    const page = await OptionsPage.at(browser, 'settings');
    await page.tab.waitForText('An administrator set some of these for you.');
    expect(await page.isFixed('setting-history')).toBe(true);
    expect(await page.value('setting-history')).toBe(false);
    expect(await page.tab.text()).toContain('intranet.example');
    expect(await page.canRemoveOwnSites()).toBe(false);
    // What the policy says nothing of is the person's own.
    expect(await page.isFixed('setting-history-days')).toBe(false);
    expect(await page.isFixed('setting-reasons-open')).toBe(false);
    // The note stands at each fixed setting, and is tied to it.
    expect(await page.description('setting-history')).toContain('Set by your administrator');
    // No file brings in what is forbidden.
    await page.importFile('{"format":"relying-party-settings","version":1,"settings":{"history":true}}');
    await page.tab.waitForText('chosen.json');
    expect(await page.value('setting-history')).toBe(false);
    // Where the policy comes late, the page may have been open for a moment.
    await expect.poll(() => openWelcomePages(page)).toBe(0);
    await page.close();
    await browser.close();
  });

  it('fixes what the second example gives, and leaves the rest', async () => {
    const browser = await under(
      kind === 'chromium' ? example('Edge') : forExtension({ historyDays: 7, syncAllowed: false }),
    );
    const page = await OptionsPage.at(browser, 'settings');
    await page.tab.waitForText('An administrator set some of these for you.');
    expect([await page.value('setting-history-days'), await page.isFixed('setting-history-days')]).toEqual([
      '7',
      true,
    ]);
    expect([await page.value('setting-sync'), await page.isFixed('setting-sync')]).toEqual([false, true]);
    // Allowed, and still the person's own decision.
    expect([await page.value('setting-history'), await page.isFixed('setting-history')]).toEqual([
      false,
      false,
    ]);
    await page.close();
    await browser.close();
  });

  it.each(HOSTILE)(
    'takes nothing of values that %s, and turns neither history nor sync on',
    async (_, policy) => {
      const browser = await under(forExtension(policy));
      const page = await OptionsPage.at(browser, 'settings');
      for (const setting of ['setting-history', 'setting-sync', 'setting-reasons-open'])
        expect([setting, await page.value(setting), await page.isFixed(setting)]).toEqual([
          setting,
          false,
          false,
        ]);
      expect(await page.value('setting-history-days')).toBe('30');
      expect(await page.value('setting-edition')).toBe('newest');
      const words = await page.tab.text();
      expect(words).not.toMatch(/administrator/i);
      expect(words).not.toContain('intranet.example');
      expect(await page.tab.evaluate('document.title')).not.toBe('owned');
      await page.close();
      await browser.close();
    },
  );
});

/** How many welcome pages are open. */
function openWelcomePages(page: OptionsPage): Promise<number> {
  return page.tab.evaluate(
    `chrome.runtime.getContexts({ contextTypes: ['TAB'] })
      .then((open) => open.filter(({ documentUrl }) => documentUrl?.includes('/welcome/')).length)`,
  );
}
