/** Makes a Firefox profile: preferences, and the roots that its user imported. */
import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { LaunchOptions } from './driver.ts';
import { certutilExecutable } from './executables.ts';
import { firefoxPreferences, userPreferencesFile } from './firefox-preferences.ts';

const run = promisify(execFile);

/** Makes the profile in the new folder `profile`. Throws when certutil is needed and missing. */
export async function makeFirefoxProfile(profile: string, options: LaunchOptions): Promise<void> {
  await mkdir(profile);
  await writeFile(join(profile, 'user.js'), userPreferencesFile(firefoxPreferences(options)));
  if (options.rootFiles?.length || options.builtInRoots) await certutil(profile, '-N', '--empty-password');
  for (const { name, pem } of options.rootFiles ?? []) {
    // C: trusted to issue server certificates; nothing for mail and code.
    await certutil(profile, '-A', '-n', name, '-t', 'C,,', '-i', pem);
  }
  await options.builtInRoots?.(profile);
}

async function certutil(profile: string, ...given: string[]): Promise<void> {
  await run(certutilExecutable(), [...given, '-d', `sql:${profile}`]);
}
