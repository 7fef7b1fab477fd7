/** What tests of the companion do in the popup and in the settings. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { DEVELOPMENT_EXTENSION_ID } from '../../../companion/development-extension.ts';
import type { CompanionFinding } from '../../../src/companion/finding.ts';
import type { BrowserUnderTest, ExtensionTab } from '../driver/driver.ts';
import type { PopupOnPage } from '../stage/page-object.ts';

/** What the popup's report says of the companion. */
export async function finding(popup: PopupOnPage): Promise<CompanionFinding | undefined> {
  const report = await popup.report();
  return report.kind === 'https' ? report.beside : undefined;
}

/** Presses the button and waits for what the companion found. */
export async function check(popup: PopupOnPage, button = 'Check this site'): Promise<CompanionFinding> {
  const before = (await finding(popup))?.at;
  await popup.click(button);
  await expect
    .poll(
      async () => {
        const now = (await finding(popup))?.at;
        return now !== undefined && now !== before;
      },
      { timeout: 15_000 },
    )
    .toBe(true);
  const found = await finding(popup);
  if (found === undefined) throw new Error('The companion found nothing.');
  return found;
}

/** Waits until the popup says this, and reads it as axe-core does, in light and in dark. */
export async function saysWell(popup: PopupOnPage, words: string): Promise<void> {
  await popup.says(words);
  expect(await popup.faults()).toEqual([]);
}

/** Turns on that every visited site is looked at. The settings stay open. */
export async function settingsWithAlways(chromium: BrowserUnderTest): Promise<ExtensionTab> {
  const settings = await chromium.openExtensionPage('options/index.html#settings');
  await settings.click('#setting-companion-always');
  await expect.poll(() => setting(settings)).toBe(true);
  return settings;
}

/** As above, and closes the settings. */
export async function lookAlways(chromium: BrowserUnderTest): Promise<void> {
  const settings = await settingsWithAlways(chromium);
  await settings.close();
}

/** Whether every visited site is to be looked at; undefined: nobody decided. */
export function setting(page: ExtensionTab): Promise<boolean | undefined> {
  return page
    .evaluate<boolean | null>(
      `chrome.storage.local.get('settings').then((all) => all.settings?.companionAlways ?? null)`,
    )
    .then(
      (always) => always ?? undefined,
      // The page begins anew.
      () => undefined,
    );
}

/**
 * In this profile the user has allowed the companion before: Chromium then says yes without its dialog, which nobody can
 * answer in a headless browser. It keeps that apart from what an installation grants (runtime_granted_permissions).
 */
export function allowedOnce(profile: string): void {
  const api = {
    api: ['nativeMessaging'],
    explicit_host: [],
    manifest_permissions: [],
    scriptable_host: [],
  };
  const settings = { [DEVELOPMENT_EXTENSION_ID]: { runtime_granted_permissions: api } };
  mkdirSync(path.join(profile, 'Default'), { recursive: true });
  writeFileSync(path.join(profile, 'Default/Preferences'), JSON.stringify({ extensions: { settings } }));
}
