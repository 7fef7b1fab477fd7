/** `npm run test:walk`: long random walks in real browsers. Prints a line a walk, and the steps of those that fail. */
import { parseArgs } from 'node:util';
import type { BrowserKind } from '../tests/browser/driver/driver.ts';
import { setStage } from '../tests/browser/stage/stage.ts';
import { walk } from '../tests/browser/walk/walk.ts';

const USAGE =
  'npm run test:walk -- [--browser firefox|chromium] [--seeds N] [--first N] [--navigations N]; by default both browsers, seeds 1 to 20, 200 navigations';

const { values } = parseArgs({
  args: process.argv.slice(2),
  options: {
    browser: { type: 'string' },
    seeds: { type: 'string', default: '20' },
    first: { type: 'string', default: '1' },
    navigations: { type: 'string', default: '200' },
  },
});
const { browser: only } = values;
if (only !== undefined && only !== 'firefox' && only !== 'chromium') {
  process.stderr.write(`${USAGE}\n`);
  process.exit(2);
}
const kinds: BrowserKind[] = only === undefined ? ['firefox', 'chromium'] : [only];
const first = Number(values.first);
const navigations = Number(values.navigations);

let passed = 0;
let failed = 0;
const stage = await setStage();
try {
  for (const kind of kinds) {
    for (let seed = first; seed < first + Number(values.seeds); seed += 1) {
      const browser = await stage.open(kind, { siteAccess: true, certificateFlag: true });
      const began = Date.now();
      const { steps, problems } = await walk(browser, stage.world, { seed, navigations });
      await browser.close();
      const seconds = Math.round((Date.now() - began) / 1000);
      console.log(`${kind}, seed ${seed}: ${problems.length === 0 ? 'agrees' : 'DISAGREES'} (${seconds} s)`);
      if (problems.length === 0) {
        passed += 1;
        continue;
      }
      failed += 1;
      for (const problem of problems) console.log(`  ${problem}`);
      for (const [at, step] of steps.entries()) console.log(`  ${at + 1}. ${step}`);
    }
  }
} finally {
  await stage.close();
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
