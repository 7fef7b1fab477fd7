/**
 * What one event takes in this extension's request listeners, and how many events do more than return at once: ask for a
 * certificate in Firefox, read the one that came in Chromium. On pages of 100 subresources from 20 hosts, known and new.
 * `tsx tests/bench/listeners.bench.ts [--json] [--quick] [--browser firefox|chromium] [--rounds N]`
 */
import path from 'node:path';
import type { BrowserKind } from '../browser/driver/driver.ts';
import { benchArguments } from './stage/arguments.ts';
import { buildOurs, ours, say } from './stage/built.ts';
import { withNotes } from './stage/instrument.ts';
import { startLoadServer, type LoadServer } from './stage/load-server.ts';
import { startMeasured } from './stage/measured-browser.ts';
import { median, quantile } from './stage/statistics.ts';

export interface ListenerFigure {
  pages: number;
  events: number;
  /** Milliseconds of one event, subresources alone. */
  mean: number;
  median: number;
  /** The 99th of 100. */
  slowest: number;
  /** Milliseconds of one event, pages alone. */
  pageMean: number;
  /** Of all events, those that did more than return at once; 0 to 1. */
  deeper: number;
}

export interface ListenersResult {
  versions: Partial<Record<BrowserKind, string>>;
  figures: Partial<Record<BrowserKind, ListenerFigure>>;
}

/** What the instrumented background noted; see instrument.ts. */
interface Noted {
  calls: [took: number, page: 0 | 1][];
  deeper: number;
}

const HOSTS = 20;
const SUBRESOURCES = 100;
const { json, quick, kinds, rounds } = benchArguments({ rounds: 30 });

async function measure(kind: BrowserKind, server: LoadServer, result: ListenersResult): Promise<void> {
  const noting = withNotes(await buildOurs(kind, server), path.join(server.directory, `noting-${kind}`));
  const browser = await startMeasured(kind, ours(kind, noting), server);
  try {
    result.versions[kind] = browser.version;
    const page = () =>
      server.page({
        subresources: quick ? 1 : SUBRESOURCES,
        hosts: quick ? 1 : HOSTS,
        protocol: 'HTTP/2',
      });
    // The engine compiles what runs often; the first pages are not like the others.
    for (let round = 0; round < (quick ? 1 : 5); round += 1) await browser.load(page());
    await browser.background('Object.assign(noted, { calls: [], deeper: 0 }) && null');
    for (let round = 0; round < rounds; round += 1) await browser.load(page());
    const { calls, deeper } = await browser.background<Noted>('noted');
    const of = (wanted: 0 | 1): number[] =>
      calls.flatMap(([took, forPage]) => (forPage === wanted ? [took] : []));
    result.figures[kind] = {
      pages: rounds,
      events: calls.length,
      mean: mean(of(0)),
      median: median(of(0)),
      slowest: quantile(of(0), 0.99),
      pageMean: mean(of(1)),
      deeper: deeper / calls.length,
    };
    say(`${kind.padEnd(9)} ${JSON.stringify(result.figures[kind])}`);
  } finally {
    await browser.close();
  }
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

const server = await startLoadServer(quick ? 1 : HOSTS);
try {
  const result: ListenersResult = { versions: {}, figures: {} };
  for (const kind of kinds) await measure(kind, server, result);
  if (json) console.log(JSON.stringify(result));
} finally {
  await server.close();
}
