/** Makes a Firefox profile: preferences, and the roots that its user imported. */
import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { LaunchOptions, RootFile } from './driver.ts';
import { certutilExecutable } from './executables.ts';
import { firefoxPreferences, userPreferencesFile } from './firefox-preferences.ts';

const run = promisify(execFile);

/** Makes the profile in the new folder `profile`. Throws when certutil is needed and missing. */
export async function makeFirefoxProfile(profile: string, options: LaunchOptions): Promise<void> {
  await mkdir(profile);
  await writeFile(join(profile, 'user.js'), userPreferencesFile(firefoxPreferences(options)));
  if (options.rootFiles?.length || options.builtInRoots) await certutil(profile, '-N', '--empty-password');
  for (const root of options.rootFiles ?? []) await importRoot(profile, root);
  await options.builtInRoots?.(profile);
}

async function importRoot(profile: string, { name, pem }: RootFile): Promise<void> {
  const file = join(profile, 'root.pem');
  await writeFile(file, pem);
  // C: trusted to issue server certificates; nothing for mail and code.
  await certutil(profile, '-A', '-n', name, '-t', 'C,,', '-i', file);
}

async function certutil(profile: string, ...given: string[]): Promise<void> {
  await run(certutilExecutable(), [...given, '-d', `sql:${profile}`]);
}
