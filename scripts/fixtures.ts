/**
 * `npm run fixtures`: uses the extension in both browsers and keeps all that it stored as the data of this release, in
 * `tests/fixtures/releases/`. Every later version has to read it (`tests/browser/upgrade`). Run it once, for a release.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { BROWSER_KINDS } from '../tests/browser/driver/driver.ts';
import { setStage } from '../tests/browser/stage/stage.ts';
import { keepDataOf } from '../tests/browser/upgrade/release-data.ts';
import { storedBy, useEverything } from '../tests/browser/upgrade/use.ts';
import { localDay } from '../src/history/local-day.ts';

const packageJson = path.resolve(import.meta.dirname, '../package.json');
const { version } = JSON.parse(readFileSync(packageJson, 'utf8')) as { version: string };

const stage = await setStage();
try {
  for (const kind of BROWSER_KINDS) {
    const browser = await stage.open(kind, { siteAccess: true, certificateFlag: true });
    await useEverything(browser, stage);
    keepDataOf(
      version,
      kind,
      await storedBy(browser),
      localDay(Date.now(), new Intl.DateTimeFormat().resolvedOptions().timeZone),
    );
    await browser.close();
    console.log(`What ${version} stores in ${kind} is kept.`);
  }
} finally {
  await stage.close();
}
