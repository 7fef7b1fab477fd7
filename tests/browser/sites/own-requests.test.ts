/** The extension makes no network request of its own. */
import { describe, expect, it } from 'vitest';
import type { BrowserKind } from '../driver/driver.ts';
import { openSettledPopup } from '../stage/popup.ts';
import type { StageOptions } from '../stage/stage.ts';
import { onStage } from './sites.ts';

const BROWSERS: [BrowserKind, StageOptions][] = [
  ['firefox', {}],
  ['chromium', { certificateFlag: true, siteAccess: true }],
];

describe.each(BROWSERS)('the extension in %s', (kind, options) => {
  const scene = onStage(kind, options);

  it('asks nobody anything, whatever is visited and opened', async () => {
    const { stage, browser } = scene();
    for (const id of ['today', 'another-ca', 'many-hosts', 'http']) {
      await browser.visit(stage.world.site(id).url);
      await (await openSettledPopup(browser)).close();
    }
    // Pages leave requests behind, such as those for their icon: the log is quiet before the extension's pages open.
    const tabId = await browser.currentTabId();
    await browser.visit('about:blank');
    const before = Date.now();
    for (const page of ['options/index.html', `popup/index.html?tab=${tabId}`]) {
      const tab = await browser.openExtensionPage(page);
      await tab.waitForText('Relying Party');
      await tab.close();
    }
    expect(await browser.extensionRequests()).toEqual([]);
    expect(stage.world.since(before)).toEqual([]);
  });
});
