/** Who else may try to speak with the extension: pages, and other extensions. None has a channel, and nothing breaks. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserKind, BrowserUnderTest } from '../driver/driver.ts';
import { setStage, type Stage } from '../stage/stage.ts';
import { Onlooker, reportAbout } from '../visits/onlooker.ts';
import { writeStranger, type Attempts } from './stranger-extension.ts';

let stage: Stage;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'stranger-'));
  stage = await setStage();
});
afterAll(async () => {
  await stage.close();
  rmSync(folder, { recursive: true });
});

describe.each<BrowserKind>(['firefox', 'chromium'])('in %s', (kind) => {
  let browser: BrowserUnderTest;
  let address: string;
  let id: string;

  beforeAll(async () => {
    browser = await stage.open(kind, { siteAccess: true, certificateFlag: true });
    [address, id] = await Onlooker.with(browser, (page) =>
      page.evaluate<[string, string]>('[chrome.runtime.getURL(""), chrome.runtime.id]'),
    );
  }, 120_000);
  afterAll(() => browser.close());

  /** The extension still does what it is for. */
  async function works(): Promise<void> {
    const { url } = stage.world.site('today');
    await browser.visit(url);
    expect((await reportAbout(browser, url)).page.main.issuer).toMatchObject({ is: 'proven' });
  }

  it('a page has nothing to speak to it through, and cannot load a part of it', async () => {
    await browser.visit(stage.world.site('today').url);
    const found = await browser.evaluate<Attempts>(`(async () => {
      const runtimes = [globalThis.chrome?.runtime, globalThis.browser?.runtime].filter(Boolean);
      const found = {};
      for (const runtime of runtimes)
        for (const way of ['sendMessage', 'connect'])
          if (typeof runtime[way] === 'function') found[way] = 'there';
      for (const part of ['manifest.json', 'popup/index.html', 'options/index.html', 'icons/app-16.png']) {
        const url = ${JSON.stringify(address)} + part;
        const loaded = (element, name) => new Promise((resolve) => {
          element.onload = () => resolve(name === 'frame' && element.contentDocument !== null ? 'blank' : 'loaded');
          element.onerror = () => resolve('refused');
          element.src = url;
          document.body.append(element);
          setTimeout(() => resolve('refused'), 1000);
        });
        found['fetch ' + part] = await fetch(url).then(() => 'loaded', () => 'refused');
        found['image ' + part] = await loaded(new Image(), 'image');
        found['script ' + part] = await loaded(document.createElement('script'), 'script');
      }
      return found;
    })()`);
    expect(Object.values(found).filter((came) => came !== 'refused')).toEqual([]);
    await works();
  });

  it('another extension gets no answer from its background, from its content scripts, or through a port', async () => {
    const place = path.join(folder, kind);
    writeStranger(kind, place);
    await browser.installBeside(place);
    // Another address than before: content scripts come with a page that is loaded.
    await browser.visit(`${stage.world.site('today').url}?stranger#${encodeURIComponent(id)}`);
    const read = () => browser.evaluate<string | null>('document.documentElement.dataset.stranger ?? null');
    await expect.poll(read, { timeout: 30_000 }).not.toBeNull();
    const { fromBackground, fromContentScript } = JSON.parse((await read()) ?? '{}') as Record<
      string,
      Attempts
    >;
    for (const came of [fromBackground, fromContentScript]) {
      expect(Object.keys(came ?? {})).toHaveLength(8);
      expect(Object.values(came ?? {}).filter((one) => one.startsWith('answer'))).toEqual([]);
    }
    await works();
  });
});
