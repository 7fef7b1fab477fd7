/** A short walk with each `npm test`; `npm run test:walk` walks further and more often. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { BrowserKind } from '../driver/driver.ts';
import { setStage, type Stage } from '../stage/stage.ts';
import { walk } from './walk.ts';

const kinds: BrowserKind[] = ['firefox', 'chromium'];

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage?.close());

it.each(kinds)(
  'after a random walk in %s every tab agrees with the logs',
  { timeout: 180_000 },
  async (kind) => {
    const browser = await stage.open(kind, { siteAccess: true, certificateFlag: true });
    const { steps, problems } = await walk(browser, stage.world, { seed: 1, navigations: 40 });
    // The steps stand beside a problem, so that it can be walked again.
    expect({ problems, steps: problems.length === 0 ? [] : steps }).toEqual({ problems: [], steps: [] });
    await browser.close();
  },
);
