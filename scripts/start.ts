/**
 * `npm start`: builds the extension, starts the local world and real browsers, visits the world's sites, and tells
 * what the toolbar popup says on each.
 */
import path from 'node:path';
import { setStage, type Stage, type StageOptions } from '../tests/browser/stage/stage.ts';
import type { BrowserKind, BrowserUnderTest } from '../tests/browser/driver/driver.ts';
import type { Site } from '../tests/world/world.ts';
import { readArguments, USAGE, type StartArguments } from './show/arguments.ts';
import { visitSite } from './show/visit.ts';
import { forPeople, type Visited } from './show/visited.ts';

const screenshots = path.resolve(import.meta.dirname, '../screenshots');

interface Run {
  kind: BrowserKind;
  flag: boolean | null;
  options: StageOptions;
  sites: (stage: Stage) => Site[];
}

const RUNS: Run[] = [
  { kind: 'firefox', flag: null, options: {}, sites: ({ world }) => world.sites },
  {
    kind: 'chromium',
    flag: true,
    options: { certificateFlag: true, siteAccess: true },
    sites: ({ world }) => world.sites,
  },
  // As it is after installing: no flag, and no access to sites yet.
  { kind: 'chromium', flag: false, options: {}, sites: ({ world }) => [world.site('today')] },
];

/** Progress goes to standard error, so that `--json` prints nothing but its lines. */
function progress(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Whether there is a display to open a window on. */
function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}

async function show({ browsers, headed: wanted, json }: StartArguments): Promise<void> {
  const headed = wanted && hasDisplay();
  if (wanted && !headed) progress('There is no display here: the browsers run without a window.');
  progress('Starting the local world: certificate authorities, sites, responder …');
  const stage = await setStage();
  const stop = () => {
    void stage.close().finally(() => process.exit(130));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  try {
    for (const run of RUNS.filter(({ kind }) => browsers.includes(kind))) {
      progress(
        `Building for ${run.kind} and starting it${run.flag === null ? '' : run.flag ? ' with the certificate flag' : ' without the flag'} …`,
      );
      const browser = await stage.open(run.kind, { ...run.options, headed });
      for (const site of run.sites(stage)) {
        const visited = await visitSite(site, { browser, flag: run.flag, screenshots });
        print(visited, site, json);
      }
      if (headed) await untilClosed(browser, run.kind);
      await browser.close();
    }
  } finally {
    await stage.close();
  }
  progress(`\nThe pictures are under ${path.relative(process.cwd(), screenshots) || '.'}/.`);
}

function print(visited: Visited, site: Site, json: boolean): void {
  console.log(json ? JSON.stringify(visited) : forPeople(visited, site.description));
}

/** Leaves the window to the person. */
async function untilClosed(browser: BrowserUnderTest, kind: BrowserKind): Promise<void> {
  progress(`${kind} stays open: look around, and close it to go on.`);
  await browser.closedByPerson();
}

try {
  await show(readArguments(process.argv.slice(2)));
} catch (error) {
  progress(error instanceof Error ? error.message : String(error));
  progress(USAGE);
  process.exitCode = 1;
}
