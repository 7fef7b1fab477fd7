/**
 * From the click on the toolbar button to the painted answer, with the background awake and asleep, beside a popup of
 * static text in another browser of the same run.
 * `tsx tests/bench/popup.bench.ts [--json] [--quick] [--browser firefox|chromium] [--rounds N]`
 */
import path from 'node:path';
import type { BrowserKind } from '../browser/driver/driver.ts';
import { until } from '../browser/driver/wait.ts';
import { benchArguments } from './stage/arguments.ts';
import { buildOurs, ours, say } from './stage/built.ts';
import { writeStaticPopup } from './stage/comparison-extensions.ts';
import { withPaintNoted } from './stage/instrument.ts';
import { startLoadServer, type LoadServer } from './stage/load-server.ts';
import { startMeasured, type MeasuredBrowser } from './stage/measured-browser.ts';
import { inRound, ratios, spread, type Spread } from './stage/statistics.ts';

export interface PopupFigure {
  rounds: number;
  /** Milliseconds from click to paint. */
  static: Spread;
  awake: Spread;
  asleep: Spread;
  /** To the static popup in the same round. */
  awakeRatio: Spread;
  asleepRatio: Spread;
}

export interface PopupResult {
  versions: Partial<Record<BrowserKind, string>>;
  figures: Partial<Record<BrowserKind, PopupFigure>>;
}

/** Openings before those that count. */
const WARM_UP = 2;
const { json, quick, kinds, rounds } = benchArguments({ rounds: 15 });

/** Milliseconds from the click to the paint. */
async function open(browser: MeasuredBrowser): Promise<number> {
  const popup = await browser.openPopup();
  const paintedAt = await until(
    'the popup to paint its answer',
    async () => (await popup.evaluate<number | null>('window.paintedAt ?? null')) ?? undefined,
  );
  await popup.close();
  return paintedAt - popup.clickedAt;
}

const WAYS = ['static', 'awake', 'asleep'] as const;

async function measure(kind: BrowserKind, server: LoadServer, result: PopupResult): Promise<void> {
  const noting = withPaintNoted(
    await buildOurs(kind, server),
    path.join(server.directory, `painted-${kind}`),
  );
  const still = writeStaticPopup(kind, path.join(server.directory, `static-${kind}`));
  const browsers = {
    static: await startMeasured(kind, { extension: still, optionalAccess: false }, server),
    ours: await startMeasured(kind, ours(kind, noting), server),
  };
  try {
    result.versions[kind] = browsers.ours.version;
    for (const browser of Object.values(browsers))
      await browser.load(server.page({ subresources: 20, hosts: quick ? 1 : 20, protocol: 'HTTP/2' }));
    const times: Record<(typeof WAYS)[number], number[]> = { static: [], awake: [], asleep: [] };
    for (let round = quick ? 0 : -WARM_UP; round < rounds; round += 1)
      for (const way of inRound(WAYS, round + WARM_UP)) {
        if (way === 'asleep') await browsers.ours.stopBackground();
        // An earlier round may have left it stopped: the first opening wakes it and does not count.
        if (way === 'awake') await open(browsers.ours);
        const took = await open(way === 'static' ? browsers.static : browsers.ours);
        if (round >= 0) times[way].push(took);
      }
    result.figures[kind] = {
      rounds,
      static: spread(times.static),
      awake: spread(times.awake),
      asleep: spread(times.asleep),
      awakeRatio: spread(ratios(times.awake, times.static)),
      asleepRatio: spread(ratios(times.asleep, times.static)),
    };
    say(
      `${kind.padEnd(9)} ${WAYS.map((way) => `${way} ${spread(times[way]).median.toFixed(0)}`).join('  ')} ms`,
    );
  } finally {
    await Promise.all(Object.values(browsers).map((browser) => browser.close()));
  }
}

const server = await startLoadServer(quick ? 1 : 20);
try {
  const result: PopupResult = { versions: {}, figures: {} };
  for (const kind of kinds) await measure(kind, server, result);
  if (json) console.log(JSON.stringify(result));
} finally {
  await server.close();
}
