/**
 * A world and browsers with the extension in it: where every demonstration and browser test plays.
 *
 * Life: the world starts first, since the test build needs its CAs; each browser's build is made once, when first
 * asked for; everything ends with `close`.
 */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { PseudoLocale } from '../../../scripts/build/pseudo-locale.ts';
import { startWorld, type World } from '../../world/world.ts';
import { launch, type BrowserKind, type BrowserUnderTest, type LaunchOptions } from '../driver/driver.ts';
import { buildExtension } from './build.ts';

type Build = 'test' | 'released' | 'as-on-android' | PseudoLocale;

export interface StageOptions extends Partial<Omit<LaunchOptions, 'extension' | 'hosts'>> {
  /**
   * `test` (default): the world's CAs are in the table. `long`, `rtl`: the same in this pseudo-locale. `released`: the
   * build that users get. `as-on-android`: for Firefox, without what Firefox for Android lacks.
   */
  build?: Build;
  /** The version that the extension says it is. Default: that of the sources. */
  version?: string;
  /** Firefox: whether the world's roots are trusted. Default: imported, as by a user. */
  roots?: 'imported' | 'none';
}

export interface Stage {
  world: World;
  open(kind: BrowserKind, options?: StageOptions): Promise<BrowserUnderTest>;
  /** Updates the extension to the test build of the sources; see `BrowserUnderTest.installOver`. */
  update(browser: BrowserUnderTest): Promise<BrowserUnderTest>;
  close(): Promise<void>;
}

export async function setStage(): Promise<Stage> {
  const world = await startWorld();
  const builds = new Map<string, Promise<string>>();
  const open = new Set<BrowserUnderTest>();

  function built(kind: BrowserKind, build: Build): Promise<string> {
    const key = `${build}-${kind}`;
    const directory = path.join(world.directory, 'builds', key);
    const made =
      builds.get(key) ??
      buildExtension(kind, {
        directory,
        ...(build !== 'released' && { authoritiesFile: world.authoritiesFile }),
        asOnAndroid: build === 'as-on-android',
        ...((build === 'long' || build === 'rtl') && { pseudoLocale: build }),
      });
    builds.set(key, made);
    return made;
  }

  return {
    world,
    async open(kind, { build = 'test', version, roots = 'imported', ...options } = {}) {
      const made = await built(kind, build);
      const browser = await launch(kind, {
        extension: version === undefined ? made : ofVersion(made, version),
        hosts: world.hosts,
        ...(roots === 'imported' ? { rootFiles: world.rootFiles } : {}),
        spkiPins: world.spkiPins,
        ...options,
      });
      open.add(browser);
      return browser;
    },
    async update(browser) {
      return await browser.installOver(await built(browser.kind, 'test'));
    },
    async close() {
      await Promise.all([...open].map((browser) => browser.close()));
      await world.close();
    },
  };
}

/** A copy of a build that says it is another version; returns its folder. */
function ofVersion(build: string, version: string): string {
  const copy = `${build}-${version}`;
  cpSync(build, copy, { recursive: true });
  const manifest = path.join(copy, 'manifest.json');
  const said = JSON.parse(readFileSync(manifest, 'utf8')) as object;
  writeFileSync(manifest, JSON.stringify({ ...said, version }));
  return copy;
}
