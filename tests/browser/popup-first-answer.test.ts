/** The popup shows nothing of a page before it knows: what it paints first is never taken back. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserKind, BrowserUnderTest } from './driver/driver.ts';
import { until } from './driver/wait.ts';
import { setStage, type Stage } from './stage/stage.ts';

/**
 * Opens the popup in a tab and notes, from its document's first moment on, each state that differs from the last.
 * Watched from another page of the extension, whose turns come between those of the popup's scripts.
 */
const watching = (tab: number) => `(async () => {
  const { id } = await chrome.tabs.create({ url: '/popup/index.html?tab=${tab}' });
  const turns = new MessageChannel();
  const popup = await new Promise((resolve) => {
    turns.port1.onmessage = () => {
      const found = chrome.extension.getViews({ type: 'tab' }).find(({ location }) => location.pathname === '/popup/index.html');
      if (found?.document.documentElement) resolve(found);
      else turns.port2.postMessage(null);
    };
    turns.port2.postMessage(null);
  });
  const painted = [];
  const note = () => {
    const at = (selector) => popup.document.querySelector(selector);
    const shown = JSON.stringify({
      answer: at('.answer output')?.textContent ?? null,
      emblem: at('.emblem')?.getAttribute('alt') ?? null,
      host: at('h1')?.textContent ?? null,
      // All that the page says, from the moment that it says anything.
      said: at('main [aria-busy]') === null ? (at('main')?.textContent ?? null) : null,
      failed: at('.failure') !== null,
    });
    if (painted.at(-1) !== shown) painted.push(shown);
  };
  note();
  new popup.MutationObserver(note)
    .observe(popup.document, { childList: true, subtree: true, characterData: true, attributes: true });
  window.watched = { id, popup, painted };
})()`;

interface Painted {
  answer: string | null;
  emblem: string | null;
  host: string | null;
  said: string | null;
  failed: boolean;
}

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

describe.each<BrowserKind>(['firefox', 'chromium'])('the popup in %s', (kind) => {
  let browser: BrowserUnderTest;

  beforeAll(async () => {
    browser = await stage.open(kind, { siteAccess: true, certificateFlag: true });
  }, 120_000);
  afterAll(() => browser.close());

  async function statesOver(id: string, stopped: boolean): Promise<Painted[]> {
    await browser.visit(stage.world.site(id).url);
    const tab = await browser.currentTabId();
    const page = await browser.openExtensionPage('welcome/index.html');
    try {
      if (stopped) await browser.killBackground();
      await page.evaluate(watching(tab));
      await until('an answer', () =>
        page.evaluate<true | undefined>(
          `window.watched.popup.document.querySelector('.answer output') === null ? undefined : true`,
        ),
      );
      // What the background would announce late comes no later than its next answer.
      await page.evaluate(`chrome.runtime.sendMessage({ type: 'report', tabId: ${tab} })`);
      const painted = await page.evaluate<string[]>('window.watched.painted');
      await page.evaluate('chrome.tabs.remove(window.watched.id)');
      return painted.map((state) => JSON.parse(state) as Painted);
    } finally {
      await page.close();
    }
  }

  describe.each([
    ['running', false],
    ['stopped', true],
  ] as const)('with the background %s', (_, stopped) => {
    it.each(['today', 'before-2025', 'another-ca', 'own-site'])('says one thing of %s', async (id) => {
      const painted = await statesOver(id, stopped);
      expect(painted.filter(({ failed }) => failed)).toEqual([]);
      const answered = painted.filter(({ answer, emblem }) => answer !== null || emblem !== null);
      expect(new Set(answered.map((state) => JSON.stringify(state))).size).toBe(1);
      expect(answered[0]?.host).toContain(stage.world.site(id).host);
      // Before it: no state, no name of a site.
      const before = painted.slice(
        0,
        painted.findIndex(({ answer }) => answer !== null),
      );
      for (const { host } of before) expect([null, 'Relying Party']).toContain(host);
    });
  });
});
