/** The build that users get knows no CA of the test world: whatever bears Let's Encrypt's names there is unproven. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AuthorityFacts } from '../../../src/letsencrypt/authority.ts';
import type { BrowserKind } from '../driver/driver.ts';
import { buildExtension } from '../stage/build.ts';
import { PopupOnPage } from '../stage/page-object.ts';
import type { StageOptions } from '../stage/stage.ts';
import { onStage } from './sites.ts';

const BROWSERS: [BrowserKind, StageOptions][] = [
  ['firefox', { build: 'released' }],
  ['chromium', { build: 'released', certificateFlag: true, siteAccess: true }],
];

describe.each(BROWSERS)('the released build in %s', (kind, options) => {
  const scene = onStage(kind, options);

  it("proves no certificate that names Let's Encrypt", async () => {
    const { stage, browser } = scene();
    const named = stage.world.sites.filter(
      ({ id, letsEncrypt }) =>
        letsEncrypt !== null &&
        letsEncrypt !== 'no' &&
        !['must-staple-unstapled', 'redirect', 'omits-intermediate'].includes(id),
    );
    const said: Record<string, string> = {};
    for (const { id, url } of named) {
      const popup = await PopupOnPage.at(browser, url);
      const report = await popup.report();
      said[id] = report.kind === 'https' ? report.page.main.issuer.is : report.kind;
      await popup.close();
    }
    expect(Object.keys(said).length).toBeGreaterThan(10);
    expect(Object.entries(said).filter(([, is]) => is !== 'claimed' && is !== 'local')).toEqual([]);
  });

  it('holds no CA of the test world', async () => {
    const { stage } = scene();
    const facts = JSON.parse(readFileSync(stage.world.authoritiesFile, 'utf8')) as AuthorityFacts;
    const released = await buildExtension(kind, {
      directory: path.join(stage.world.directory, 'released', kind),
    });
    const test = await buildExtension(kind, {
      directory: path.join(stage.world.directory, 'with-world', kind),
      authoritiesFile: stage.world.authoritiesFile,
    });
    const keys = facts.authorities.map(({ spki }) => spki);
    expect(keys.length).toBeGreaterThan(5);
    // The test build shows that the search would find them.
    expect(keys.filter((key) => !everything(test).includes(key))).toEqual([]);
    expect(keys.filter((key) => everything(released).includes(key))).toEqual([]);
  });
});

function everything(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:js|json|html)$/.test(name))
    .map((name) => readFileSync(path.join(folder, name), 'utf8'))
    .join('\n');
}
