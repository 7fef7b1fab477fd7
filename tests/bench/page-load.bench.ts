/**
 * What looking at a page's requests costs: loads of the same pages in browsers side by side, without an extension, with
 * listeners that do nothing, with deliberately slow ones, with this extension, and with any others.
 * `tsx tests/bench/page-load.bench.ts [--json] [--quick] [--browser firefox|chromium] [--largest SUBRESOURCES]
 * [--compare NAME=FOLDER]…`
 *
 * Each has a browser of its own, which stays open. A round is one load in each, in changing order, the next when the last
 * browser is at rest; a ratio compares loads of one round. Connections are kept from load to load and nothing is cached:
 * handshakes would hide what the listeners cost. "Fresh hosts" is the other case: hosts that were never seen, whose
 * certificates must be read.
 */
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { BrowserKind } from '../browser/driver/driver.ts';
import { benchArguments, type Comparison } from './stage/arguments.ts';
import { buildOurs, ours, say } from './stage/built.ts';
import { writeListeners } from './stage/comparison-extensions.ts';
import { startLoadServer, type LoadServer, type PageShape } from './stage/load-server.ts';
import { startMeasured, type Measured, type MeasuredBrowser } from './stage/measured-browser.ts';
import { inRound, median, ratios, spread, type Spread } from './stage/statistics.ts';

export interface LoadCase extends PageShape {
  /** Hosts that no load had before: with handshakes, and certificates to be read. */
  fresh: boolean;
}

export interface LoadFigure {
  /** Milliseconds to the load event. */
  time: Spread;
  /** To the load without an extension in the same round. */
  ratio: Spread;
  /** To the do-nothing listeners in the same round. */
  toListener: number;
  /** Milliseconds of processor time for a load and what follows it, over all processes; null: not told. */
  processor: number | null;
}

export interface LoadRow extends LoadCase {
  rounds: number;
  /** By variant; one that the case was not measured with is absent. */
  figures: Record<string, LoadFigure>;
}

export interface PageLoadResult {
  versions: Partial<Record<BrowserKind, string>>;
  variants: string[];
  rows: Partial<Record<BrowserKind, LoadRow[]>>;
  /** Why an extension to compare with is missing. */
  refused: { browser: BrowserKind; name: string; reason: string }[];
}

const NONE = 'none';
const NOTHING = 'do-nothing';
const NOTHING_PAGE_ONLY = 'do-nothing-page-only';
const PAGE_ONLY = 'page-only';
const TURN_PAGE_ONLY_ON = `(globalThis.browser ?? chrome).storage.local.set({ settings: { pageOnly: true } })`;
/** Milliseconds that the deliberately slow listeners take for each event. */
const SLOW = 2;
/** Milliseconds in which a browser at rest does next to nothing, and after which it is taken to be at rest anyway. */
const REST = 60;
const LONGEST_REST = 2000;
/** Loads before those that count. */
const WARM_UP = 2;

const SHAPES: [subresources: number, hosts: number][] = [
  [1, 1],
  [100, 1],
  [100, 20],
  [100, 100],
  [500, 1],
  [500, 20],
  [500, 100],
];
const FRESH: LoadCase = { subresources: 100, hosts: 20, protocol: 'HTTP/2', fresh: true };

const { json, quick, kinds, compare, rounds, largest } = benchArguments({ rounds: 15 });

function cases(): LoadCase[] {
  const usual = (['HTTP/2', 'HTTP/1.1'] as const).flatMap((protocol) =>
    SHAPES.filter(([subresources]) => subresources <= largest).map(([subresources, hosts]) => ({
      subresources,
      hosts,
      protocol,
      fresh: false,
    })),
  );
  return quick ? usual.slice(0, 1) : [...usual, FRESH];
}

type Variants = Map<string, MeasuredBrowser>;

async function start(kind: BrowserKind, server: LoadServer, result: PageLoadResult): Promise<Variants> {
  const built = await buildOurs(kind, server);
  const listeners = (name: string, busy: number, pageOnly = false): Measured => ({
    extension: writeListeners(kind, path.join(server.directory, `${name}-${kind}`), { busy, pageOnly }),
    optionalAccess: false,
  });
  const none: Measured = { extension: null, optionalAccess: false };
  const all: [string, Measured][] = [
    [NONE, none],
    ['none-again', none],
    [NOTHING, listeners(NOTHING, 0)],
    ['slow', listeners('slow', SLOW)],
    ['ours', ours(kind, built)],
    [NOTHING_PAGE_ONLY, listeners(NOTHING_PAGE_ONLY, 0, true)],
    [PAGE_ONLY, ours(kind, built)],
  ];
  const variants: Variants = new Map();
  try {
    for (const [name, measured] of all) variants.set(name, await startMeasured(kind, measured, server));
    await variants.get(PAGE_ONLY)?.background(TURN_PAGE_ONLY_ON);
    for (const { name, folder } of compare)
      await startCompared(kind, { name, folder }, server, variants, result);
    return variants;
  } catch (error) {
    await close(variants);
    throw error;
  }
}

async function startCompared(
  kind: BrowserKind,
  { name, folder }: Comparison,
  server: LoadServer,
  variants: Variants,
  result: PageLoadResult,
): Promise<void> {
  try {
    variants.set(name, await startMeasured(kind, { extension: folder, optionalAccess: false }, server));
  } catch (error) {
    // An extension is for one browser or for both: that one refuses it is no failure of the bench.
    result.refused.push({
      browser: kind,
      name,
      reason: error instanceof Error ? error.message : String(error),
    });
  }
}

async function close(variants: Variants): Promise<void> {
  await Promise.all([...variants.values()].map((browser) => browser.close()));
}

/**
 * Resolves when the browser has done what follows a load, so that it is not counted to the next browser's load: the one
 * after the slow listeners would look slow itself. At the latest after `LONGEST_REST`.
 */
async function rested(browser: MeasuredBrowser): Promise<void> {
  const end = performance.now() + LONGEST_REST;
  let before = browser.processorTime();
  while (performance.now() < end) {
    await pause(REST);
    const now = browser.processorTime();
    // The system counts in steps of 10 ms.
    if (now !== null && before !== null && now - before <= 10) return;
    before = now;
  }
}

/** Loads in rounds. The slow listeners prove once that the bench can see them; in every case they would take hours. */
async function measure(
  one: LoadCase,
  variants: Variants,
  server: LoadServer,
  hosts: () => number,
): Promise<LoadRow> {
  const taking = [...variants.keys()].filter(
    (name) => name !== 'slow' || (one.subresources === 100 && one.hosts === 20),
  );
  const times = new Map<string, number[]>(taking.map((name) => [name, []]));
  const warmUp = one.fresh ? 0 : WARM_UP;
  const before = new Map<string, number | null>();
  for (let round = -warmUp; round < rounds; round += 1) {
    if (round === 0) for (const name of taking) before.set(name, variants.get(name)?.processorTime() ?? null);
    // Each browser meets them for the first time, the server too.
    const first = one.fresh ? hosts() : 0;
    for (const name of inRound(taking, round + warmUp)) {
      const browser = variants.get(name);
      if (browser === undefined) continue;
      const took = await browser.load(server.page(one, first));
      await rested(browser);
      if (round >= 0) times.get(name)?.push(took);
    }
  }
  const processor = (name: string): number | null => {
    const [from, to] = [before.get(name) ?? null, variants.get(name)?.processorTime() ?? null];
    return from === null || to === null ? null : (to - from) / rounds;
  };
  const of = (name: string): number[] => times.get(name) ?? [];
  const figures = taking.map((name) => [
    name,
    {
      time: spread(of(name)),
      ratio: spread(ratios(of(name), of(NONE))),
      toListener: median(ratios(of(name), of(NOTHING))),
      processor: processor(name),
    },
  ]);
  return { ...one, rounds, figures: Object.fromEntries(figures) as Record<string, LoadFigure> };
}

function line(kind: BrowserKind, row: LoadRow): string {
  const figures = Object.entries(row.figures).map(([name, { time, ratio, processor }]) => {
    const took = name === NONE ? `${time.median.toFixed(1)} ms` : `${name} ${ratio.median.toFixed(2)}`;
    return `${took} (${processor?.toFixed(0) ?? '?'})`;
  });
  const shape = `${row.subresources} from ${row.hosts} ${row.protocol}${row.fresh ? ' fresh' : ''}`;
  return `${kind.padEnd(9)} ${shape.padEnd(26)} ${figures.join('  ')}`;
}

const KEPT_HOSTS = 100;
const server = await startLoadServer(quick ? 1 : KEPT_HOSTS + FRESH.hosts * rounds);
const result: PageLoadResult = { versions: {}, variants: [], rows: {}, refused: [] };
try {
  for (const kind of kinds) {
    say(`page-load: starting ${kind}`);
    const variants = await start(kind, server, result);
    try {
      result.variants = [...new Set([...result.variants, ...variants.keys()])];
      result.versions[kind] = variants.get(NONE)?.version ?? '';
      let next = KEPT_HOSTS;
      const hosts = (): number => (next += FRESH.hosts) - FRESH.hosts;
      const rows: LoadRow[] = [];
      for (const one of cases()) {
        const row = await measure(one, variants, server, hosts);
        rows.push(row);
        say(line(kind, row));
      }
      result.rows[kind] = rows;
    } finally {
      await close(variants);
    }
  }
  if (json) console.log(JSON.stringify(result));
} finally {
  await server.close();
}
