/**
 * A world and browsers with the extension in it: where every demonstration and browser test plays.
 *
 * Life: the world starts first, since the test build needs its CAs; each browser's build is made once, when first
 * asked for; everything ends with `close`.
 */
import path from 'node:path';
import type { PseudoLocale } from '../../../scripts/build/pseudo-locale.ts';
import { startWorld, type World } from '../../world/world.ts';
import { launch, type BrowserKind, type BrowserUnderTest, type LaunchOptions } from '../driver/driver.ts';
import { buildExtension } from './build.ts';

type Build = 'test' | 'released' | PseudoLocale;

export interface StageOptions extends Partial<Omit<LaunchOptions, 'extension' | 'hosts'>> {
  /**
   * `test` (default): the world's CAs are in the table. `long`, `rtl`: the same in this pseudo-locale. `released`: the
   * build that users get.
   */
  build?: Build;
  /** Firefox: whether the world's roots are trusted. Default: imported, as by a user. */
  roots?: 'imported' | 'none';
}

export interface Stage {
  world: World;
  open(kind: BrowserKind, options?: StageOptions): Promise<BrowserUnderTest>;
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
        ...((build === 'long' || build === 'rtl') && { pseudoLocale: build }),
      });
    builds.set(key, made);
    return made;
  }

  return {
    world,
    async open(kind, { build = 'test', roots = 'imported', ...options } = {}) {
      const browser = await launch(kind, {
        extension: await built(kind, build),
        hosts: world.hosts,
        ...(roots === 'imported' ? { rootFiles: world.rootFiles } : {}),
        spkiPins: world.spkiPins,
        ...options,
      });
      open.add(browser);
      return browser;
    },
    async close() {
      await Promise.all([...open].map((browser) => browser.close()));
      await world.close();
    },
  };
}
