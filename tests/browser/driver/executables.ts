/** Finds the programs that the browser tests run. */
import { accessSync, constants } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import type { BrowserKind } from './driver.ts';

const browsers = {
  chromium: {
    variable: 'CHROME_PATH',
    names: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'],
    missing: 'Chromium is missing: apt-get install chromium, or name its program in CHROME_PATH',
  },
  firefox: {
    variable: 'FIREFOX_PATH',
    names: ['firefox-esr', 'firefox'],
    missing: 'Firefox is missing: apt-get install firefox-esr, or name its program in FIREFOX_PATH',
  },
} as const satisfies Record<BrowserKind, unknown>;

/** Path of a browser's program: the one that CHROME_PATH or FIREFOX_PATH names, else one on the PATH. Throws. */
export function browserExecutable(kind: BrowserKind): string {
  const { variable, names, missing } = browsers[kind];
  const named = process.env[variable];
  if (named) {
    if (isExecutable(named)) return named;
    throw new Error(`${variable} names ${named}, which is no program`);
  }
  const found = firstOnPath(names);
  if (found === null) throw new Error(missing);
  return found;
}

/** Path of NSS's certutil, which imports a root into a Firefox profile. Throws when it is not installed. */
export function certutilExecutable(): string {
  const found = firstOnPath(['certutil']);
  if (found === null) throw new Error('certutil is missing: apt-get install libnss3-tools');
  return found;
}

function firstOnPath(names: readonly string[]): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(isAbsolute);
  for (const name of names) {
    for (const folder of [...folders, '/usr/bin', '/snap/bin']) {
      if (isExecutable(join(folder, name))) return join(folder, name);
    }
  }
  return null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
