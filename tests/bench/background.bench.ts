/**
 * The background: from its start to its listeners being registered, and what it holds after many pages over many hosts,
 * and after as many again.
 * `tsx tests/bench/background.bench.ts [--json] [--quick] [--browser firefox|chromium] [--rounds N]`
 */
import path from 'node:path';
import type { BrowserKind } from '../browser/driver/driver.ts';
import { until } from '../browser/driver/wait.ts';
import { benchArguments } from './stage/arguments.ts';
import { buildOurs, ours, say } from './stage/built.ts';
import { withNotes } from './stage/instrument.ts';
import { startLoadServer, type LoadServer } from './stage/load-server.ts';
import { startMeasured, type MeasuredBrowser } from './stage/measured-browser.ts';
import { spread, type Spread } from './stage/statistics.ts';

export interface MemoryPoint {
  pages: number;
  hosts: number;
  /** Bytes. */
  held: number;
}

export interface BackgroundFigure {
  rounds: number;
  /** Milliseconds from the start of the background to its listeners being registered, by its own clock. */
  ready: Spread;
  memory: MemoryPoint[];
}

export interface BackgroundResult {
  versions: Partial<Record<BrowserKind, string>>;
  figures: Partial<Record<BrowserKind, BackgroundFigure>>;
}

const { json, quick, kinds, rounds } = benchArguments({ rounds: 15 });
const PAGES = quick ? 2 : 1_000;
const HOSTS_EACH = quick ? 1 : 5;
/** Pages beyond those, over hosts that were seen before. */
const AGAIN = quick ? 1 : 500;

async function starts(browser: MeasuredBrowser, server: LoadServer): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await browser.stopBackground();
    // A page wakes it.
    await browser.load(server.page({ subresources: 1, hosts: 1, protocol: 'HTTP/2' }));
    times.push(
      await until(
        'the background to be ready',
        async () => (await browser.background<number | null>('globalThis.readyAfter ?? null')) ?? undefined,
      ),
    );
  }
  return times;
}

async function memory(browser: MeasuredBrowser, server: LoadServer): Promise<MemoryPoint[]> {
  const points: MemoryPoint[] = [];
  const note = async (pages: number): Promise<void> => {
    const hosts = Math.min(pages, PAGES) * HOSTS_EACH;
    const point = { pages, hosts, held: await browser.backgroundMemory() };
    say(`          ${JSON.stringify(point)}`);
    points.push(point);
  };
  for (let page = 0; page < PAGES + AGAIN; page += 1) {
    if (page % Math.ceil(PAGES / 4) === 0) await note(page);
    const first = (page % PAGES) * HOSTS_EACH;
    // The instrumented copy notes each call: that would be what grows.
    await browser.background('noted.calls.length = 0');
    await browser.load(
      server.page({ subresources: HOSTS_EACH, hosts: HOSTS_EACH, protocol: 'HTTP/2' }, first),
    );
  }
  await note(PAGES + AGAIN);
  return points;
}

const server = await startLoadServer(PAGES * HOSTS_EACH);
try {
  const result: BackgroundResult = { versions: {}, figures: {} };
  for (const kind of kinds) {
    const noting = withNotes(await buildOurs(kind, server), path.join(server.directory, `noting-${kind}`));
    const browser = await startMeasured(kind, ours(kind, noting), server);
    try {
      result.versions[kind] = browser.version;
      const ready = spread(await starts(browser, server));
      say(`${kind.padEnd(9)} ready after ${ready.median.toFixed(0)} ms`);
      result.figures[kind] = { rounds, ready, memory: await memory(browser, server) };
    } finally {
      await browser.close();
    }
  }
  if (json) console.log(JSON.stringify(result));
} finally {
  await server.close();
}
