/** The pages on paper: what is read, whole, with the addresses that links lead to, and nothing that is operated. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserKind, BrowserUnderTest } from '../driver/driver.ts';
import { HistoryPage } from '../history/history-page.ts';
import { LetterPage } from '../rights/letter-page.ts';
import { setStage, type Stage } from '../stage/stage.ts';
import { OptionsPage } from './options-page.ts';
import { Paper } from './paper.ts';

let stage: Stage;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'relying-party-paper-'));
  stage = await setStage();
});
afterAll(async () => {
  await stage.close();
  rmSync(folder, { recursive: true, force: true });
});

describe.each<BrowserKind>(['firefox', 'chromium'])('on paper, in %s', (kind) => {
  let browser: BrowserUnderTest;

  beforeAll(async () => {
    browser = await stage.open(kind, {
      siteAccess: true,
      // Whoever reads in the dark still prints on white.
      colorScheme: 'dark',
      certificateFlag: true,
    });
  }, 120_000);
  afterAll(() => browser.close());

  async function on(anchor: string, look: (paper: Paper, page: OptionsPage) => Promise<void>): Promise<void> {
    const page = await OptionsPage.at(browser, anchor);
    try {
      await look(await Paper.of(page.tab), page);
    } finally {
      await page.close();
    }
  }

  it.each(['policy', 'rights', 'overview', 'about'])(
    'the section %s is dark ink on white, without navigation and buttons, nothing cut',
    (section) =>
      on(section, async (paper) => {
        expect(await paper.shown('nav, button, .button, select, input:not([type=checkbox])')).toEqual([]);
        expect(await paper.cut()).toEqual([]);
        expect(await paper.ink()).toBeLessThan(0.4);
      }),
  );

  it('the policy has each edition’s address, and those of all sources', () =>
    on('policy', async (paper) => {
      const text = await paper.text();
      expect(text).toContain('What the policy says');
      for (const address of await paper.addresses())
        expect(text.replace(/\s/g, '')).toContain(`(${address})`);
      expect(text).toContain('(https://letsencrypt.org/privacy/)');
      expect(await paper.addresses()).toContain(
        'https://letsencrypt.org/2025/08/06/ocsp-service-has-reached-end-of-life',
      );
      // Both editions stand beside each other, all three contexts are there.
      expect(await paper.heading('When you request certificates (subscriber)')).toBe(true);
      expect(text).toContain('Every change since 2015');
    }));

  it('unfolds what is folded, and folds it again', async () => {
    await HistoryPage.with(browser, async (page) => {
      await page.turnOn();
    });
    await browser.visit(stage.world.site('today').url);
    await HistoryPage.with(browser, async ({ tab }) => {
      await expect.poll(() => tab.evaluate('document.querySelectorAll("details").length')).toBeGreaterThan(0);
      await tab.evaluate(`addEventListener('beforeprint', () => {
        window.onPaper = [...document.querySelectorAll('details')].map(({ open }) => open);
      })`);
      const file = path.join(folder, `${kind}-history.pdf`);
      await tab.print(file);
      expect(readFileSync(file, 'latin1')).toMatch(/^%PDF-/);
      const onPaper = await tab.evaluate<boolean[]>('window.onPaper');
      expect(onPaper.length).toBeGreaterThan(0);
      expect(onPaper.every(Boolean)).toBe(true);
      await expect.poll(() => tab.evaluate('document.querySelectorAll("details[open]").length')).toBe(0);
    });
  });

  it('a letter that is complete goes out alone', async () => {
    const letter = await LetterPage.write(browser, 'transfer-details');
    await letter.tab.evaluate(`(() => {
      window.print = () => { window.printed = true; };
    })()`);
    await letter.leaveBy('Print');
    expect(await letter.tab.evaluate('window.printed')).toBe(true);
    const paper = await Paper.of(letter.tab);
    const text = await paper.text();
    expect(text).toContain('Articles 13(1)(f) and 15(2)');
    expect(text).toContain('privacy@abetterinternet.org');
    expect(text.replace(/\s+/g, ' ').trim()).toBe((await letter.text()).replace(/\s+/g, ' ').trim());
    expect(await paper.cut()).toEqual([]);
    expect(await paper.ink()).toBeLessThan(0.4);
    await letter.tab.evaluate(`dispatchEvent(new Event('afterprint'))`);
    await letter.tab.setMedium('screen');
    expect(await letter.tab.text()).toContain('My requests');
    await letter.close();
  });

  it('a letter with an empty field stays off the paper, which says why', async () => {
    const letter = await LetterPage.write(browser, 'access');
    const paper = await Paper.of(letter.tab);
    const text = await paper.text();
    expect(text).not.toContain('Dear privacy team');
    expect(text).toContain('This letter is not complete, so it is not printed.');
    await letter.close();
  });
});
