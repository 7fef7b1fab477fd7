/** Makes a Firefox profile: preferences, and the roots that its user imported. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LaunchOptions } from './driver.ts';
import { firefoxPreferences, userPreferencesFile } from './firefox-preferences.ts';
import { importRoots, makeDatabase } from './trust.ts';

/** Makes the profile in the new folder `profile`. Throws when certutil is needed and missing. */
export async function makeFirefoxProfile(profile: string, options: LaunchOptions): Promise<void> {
  await mkdir(profile);
  await writeFile(join(profile, 'user.js'), userPreferencesFile(firefoxPreferences(options)));
  const roots = options.rootFiles ?? [];
  if (roots.length > 0 || options.builtInRoots) await makeDatabase(profile);
  await importRoots(profile, roots);
  await options.builtInRoots?.(profile);
}
