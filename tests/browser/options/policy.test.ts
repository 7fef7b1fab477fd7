/** The policy section of the options page in real browsers. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserKind, BrowserUnderTest } from '../driver/driver.ts';
import { setStage, type Stage } from '../stage/stage.ts';
import { OptionsPage } from './options-page.ts';
import { accessibilityFaults } from '../stage/accessibility.ts';
import { PolicyPage } from './policy-page.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

describe.each<BrowserKind>(['firefox', 'chromium'])('the policy section in %s', (kind) => {
  const open = (colorScheme: 'light' | 'dark') => stage.open(kind, { colorScheme });
  let browser: BrowserUnderTest;

  beforeAll(async () => {
    browser = await open('light');
  }, 120_000);

  async function on(anchor: string, look: (policy: PolicyPage) => Promise<void>): Promise<void> {
    const page = await OptionsPage.at(browser, anchor);
    try {
      await look(new PolicyPage(page));
    } finally {
      await page.close();
    }
  }

  it.each([
    'policy-relying-party',
    'policy-subscriber',
    'policy-visitor',
    'policy-differences',
    'policy-changes',
    'policy-changes-2018-06-22',
    'policy-timeline',
    'policy-contradictions',
    'policy-languages',
  ])('shows %s at its address', (place) =>
    on(place, async ({ page }) => {
      await expect.poll(() => page.inView(place)).toBe(true);
    }),
  );

  it('shows another edition when it is chosen', () =>
    on('policy', async (policy) => {
      expect(await policy.says('relying-party-record')).toContain('may record');
      await policy.chooseEdition('2021-03-07');
      await expect.poll(() => policy.says('relying-party-record')).toContain('Its servers record');
      expect(await policy.says('contact')).toContain('security@letsencrypt.org');
    }));

  it('filters the changes, and still leads to one that is filtered out', () =>
    on('policy', async (policy) => {
      expect(await policy.editions()).toHaveLength(19);
      await policy.filter('relying party');
      await expect.poll(() => policy.editions()).not.toContain('2022-03-11');
      await policy.follow('cookies', '2022-03-11');
      await expect.poll(() => policy.page.inView('policy-changes-2022-03-11')).toBe(true);
    }));

  it('sets contexts and editions beside each other where there is room, and never scrolls two ways', () =>
    on('policy', async (policy) => {
      expect(await policy.contextsBeside(1440)).toBe(true);
      expect(await policy.differencesBeside()).toBe(true);
      expect(await policy.contextsBeside(320)).toBe(false);
      expect(await policy.differencesBeside()).toBe(false);
      for (const viewport of [
        { width: 320, height: 700 },
        { width: 1280, height: 1024, zoom: 4 },
        { width: 900, height: 700 },
      ])
        expect(await policy.page.overflow(viewport)).toBe(0);
    }));

  it('has no fault that axe-core finds, light and dark', async () => {
    await on('policy', async ({ page }) => {
      expect(await accessibilityFaults(page.tab)).toEqual([]);
    });
    const dark = await open('dark');
    const page = await OptionsPage.at(dark, 'policy');
    expect(await accessibilityFaults(page.tab)).toEqual([]);
    await dark.close();
  }, 120_000);
});
