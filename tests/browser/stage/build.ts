/** Builds of the extension for tests: as released, or knowing the world's CAs. */
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import type { PseudoLocale } from '../../../scripts/build/pseudo-locale.ts';
import type { BrowserKind } from '../driver/driver.ts';

const project = path.resolve(import.meta.dirname, '../../..');

/** Vite's mode, and the folder's name, for a browser's build. */
export const TARGET = { firefox: 'firefox', chromium: 'chrome' } as const satisfies Record<
  BrowserKind,
  string
>;

export interface BuildOptions {
  /** Where to build; absolute. */
  directory: string;
  /** A file of CAs to add to the table. Without one the build is the released one. */
  authoritiesFile?: string;
  /** An invented language in the place of all others. */
  pseudoLocale?: PseudoLocale;
  /** As it goes to the store: without the key that fixes the development build's identifier. */
  forStore?: boolean;
  /** Firefox: without what Firefox for Android lacks. */
  asOnAndroid?: boolean;
}

/**
 * Builds the extension for one browser.
 *
 * @returns the folder of the unpacked extension
 * @throws with the build's own output when it fails
 */
export async function buildExtension(kind: BrowserKind, options: BuildOptions): Promise<string> {
  const env: NodeJS.ProcessEnv = { ...process.env, OUT_DIR: options.directory, NODE_ENV: 'production' };
  delete env['EXTRA_AUTHORITIES'];
  delete env['PSEUDO_LOCALE'];
  delete env['AS_ON_ANDROID'];
  if (options.forStore === true) env['STORE'] = '1';
  if (options.asOnAndroid === true) env['AS_ON_ANDROID'] = '1';
  if (options.pseudoLocale !== undefined) env['PSEUDO_LOCALE'] = options.pseudoLocale;
  if (options.authoritiesFile !== undefined) env['EXTRA_AUTHORITIES'] = options.authoritiesFile;
  const vite = path.join(project, 'node_modules/vite/bin/vite.js');
  await promisify(execFile)(process.execPath, [vite, 'build', '--mode', TARGET[kind], '--logLevel', 'warn'], {
    cwd: project,
    env,
  });
  return options.directory;
}
