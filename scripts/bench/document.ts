/** docs/performance.md, from what was measured. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import type { Measurement, Subject } from './measurement.ts';
import { BROWSER_NAME, table, times } from './markdown.ts';
import { pageLoads } from './page-load-section.ts';

/** What was tried, with its figures: written by hand when it was tried. */
const TRIED = path.resolve(import.meta.dirname, '../../tests/bench/tried.md');

type Found<S extends Subject> = Extract<Measurement, { subject: S }>;
type Section = (measurements: Measurement[]) => string[];

const SECTIONS: Section[] = [
  about,
  (all) => one(all, 'page-load', pageLoads),
  (all) => one(all, 'listeners', listeners),
  (all) => one(all, 'popup', popup),
  (all) => one(all, 'background', background),
  (all) => one(all, 'certificate', certificates),
  (all) => one(all, 'history', history),
  (all) => one(all, 'companion', companion),
  tried,
];

/** The document as the formatter writes it. */
export async function performanceDocument(measurements: Measurement[]): Promise<string> {
  const text = SECTIONS.map((section) => section(measurements).join('\n'))
    .filter((section) => section !== '')
    .join('\n\n');
  const own = fileURLToPath(new URL('../../docs/performance.md', import.meta.url));
  return format(text, { ...(await resolveConfig(own)), parser: 'markdown' });
}

function one<S extends Subject>(
  all: Measurement[],
  subject: S,
  section: (found: Found<S>) => string[],
): string[] {
  const found = all.find((measurement): measurement is Found<S> => measurement.subject === subject);
  return found === undefined ? [] : section(found);
}

function about(all: Measurement[]): string[] {
  const machines = [
    ...new Set(
      all.map(
        ({ machine: { processor, cores, memory, system, node } }) =>
          `${processor}, ${cores} cores, ${memory} GiB, ${system}, Node ${node}`,
      ),
    ),
  ];
  const days = [...new Set(all.map(({ at }) => new Date(at).toISOString().slice(0, 10)))].toSorted();
  const versions = new Set(
    all.flatMap(({ result }) =>
      'versions' in result
        ? Object.entries(result.versions).map(
            ([kind, version]) => `${BROWSER_NAME[kind as keyof typeof BROWSER_NAME]} ${version}`,
          )
        : [],
    ),
  );
  return [
    '# Performance',
    '',
    'Written by `npm run bench` from what it measured; every figure beside another was measured in one run, in turns. A',
    'machine that does other things meanwhile slows both alike, so ratios hold where milliseconds do not.',
    '',
    `- Measured on ${days.join(', ')}`,
    ...machines.map((machine) => `- Machine: ${machine}`),
    `- Browsers: ${[...versions].join(', ')}, without a window`,
  ];
}

function listeners({ result }: Found<'listeners'>): string[] {
  return [
    '## Request listeners',
    '',
    'One call of a request listener in a copy of the build that notes it, on pages of 100 subresources from 20 hosts whose',
    'certificates are known. "More than return" is an event for which Firefox is asked for a certificate, or the one that',
    'Chromium hands over is read: once for each host of a page.',
    '',
    ...table(
      ['', 'events', 'mean', 'median', '99 of 100 below', 'a page, mean', 'more than return'],
      Object.entries(result.figures).map(([kind, figure]) => [
        BROWSER_NAME[kind as keyof typeof BROWSER_NAME],
        String(figure.events),
        `${(figure.mean * 1000).toFixed(0)} µs`,
        `${(figure.median * 1000).toFixed(0)} µs`,
        `${(figure.slowest * 1000).toFixed(0)} µs`,
        `${(figure.pageMean * 1000).toFixed(0)} µs`,
        `${(figure.deeper * 100).toFixed(0)} %`,
      ]),
    ),
    '',
    "Chromium's clock in a worker goes by steps of 100 µs: there, only the mean says something.",
  ];
}

function popup({ result }: Found<'popup'>): string[] {
  return [
    '## Popup',
    '',
    'From the click on the toolbar button to the frame that shows the answer, over a page with 20 hosts, beside a popup of',
    'static text in another browser. Aim: 1.3 times the static one, 1.6 with the background asleep.',
    '',
    ...table(
      ['', 'rounds', 'static', 'awake', 'ratio', 'asleep', 'ratio'],
      Object.entries(result.figures).map(([kind, figure]) => [
        BROWSER_NAME[kind as keyof typeof BROWSER_NAME],
        String(figure.rounds),
        `${figure.static.median.toFixed(0)} ms`,
        `${figure.awake.median.toFixed(0)} ms`,
        times(figure.awakeRatio),
        `${figure.asleep.median.toFixed(0)} ms`,
        times(figure.asleepRatio),
      ]),
    ),
  ];
}

function background({ result }: Found<'background'>): string[] {
  const figures = Object.entries(result.figures);
  return [
    '## Background',
    '',
    'From the start of the worker (Chromium) or the event page (Firefox) to its listeners being registered, by its own clock.',
    '',
    ...table(
      ['', 'starts', 'ready after', 'middle half'],
      figures.map(([kind, { rounds, ready }]) => [
        BROWSER_NAME[kind as keyof typeof BROWSER_NAME],
        String(rounds),
        `${ready.median.toFixed(0)} ms`,
        `${ready.lower.toFixed(0)}–${ready.upper.toFixed(0)} ms`,
      ]),
    ),
    '',
    'What it holds after its garbage is collected: the heap of the worker in Chromium, in Firefox what the memory reporters of',
    'about:memory count to the event page. The last rows are pages over hosts that were seen before.',
    '',
    ...table(
      ['pages', 'hosts', ...figures.map(([kind]) => BROWSER_NAME[kind as keyof typeof BROWSER_NAME])],
      (figures[0]?.[1].memory ?? []).map(({ pages, hosts }, row) => [
        String(pages),
        String(hosts),
        ...figures.map(([, { memory }]) => `${((memory[row]?.held ?? NaN) / 2 ** 20).toFixed(1)} MiB`),
      ]),
    ),
  ];
}

function certificates({ result }: Found<'certificate'>): string[] {
  return [
    '## Certificates',
    '',
    `Reading a certificate, recognising its issuer the first time and again; median of ${result.leaves}, in Node. Aim: 2 ms for`,
    'reading and recognising, 0.02 ms again.',
    '',
    ...table(
      ['signed with', 'read', 'recognise', 'both', 'again'],
      Object.entries(result.signedWith).map(([algorithm, { read, first, again }]) => [
        algorithm,
        `${read.toFixed(2)} ms`,
        `${first.toFixed(2)} ms`,
        `${(read + first).toFixed(2)} ms`,
        `${again.toFixed(4)} ms`,
      ]),
    ),
  ];
}

function history({ result }: Found<'history'>): string[] {
  return [
    '## History',
    '',
    `The page of the history with ${result.entries.toLocaleString('en-US')} entries: how long each step takes, and the longest time for`,
    'which the page answers nothing meanwhile. Aim: 100 ms. "nothing" is the same page left alone.',
    '',
    ...table(
      ['', 'step', 'takes', 'longest pause'],
      Object.entries(result.results).flatMap(([kind, steps]) =>
        steps.map(({ name, took, longest }) => [
          BROWSER_NAME[kind as keyof typeof BROWSER_NAME],
          name,
          `${took.toFixed(0)} ms`,
          `${longest.toFixed(0)} ms`,
        ]),
      ),
    ),
  ];
}

function companion({ result }: Found<'companion'>): string[] {
  const figures = result.companion;
  const row = (name: string, value: number): string[] => [
    name,
    `${value.toFixed(1)} ms`,
    (value / figures.openssl).toFixed(2),
  ];
  return [
    '## Companion',
    '',
    'Beside a bare `openssl s_client` to the same server: a start and a handshake.',
    '',
    ...table(
      ['', 'median', 'ratio'],
      [
        row('`openssl s_client`', figures.openssl),
        row('first answer', figures.first),
        row('later answers', figures.later),
      ],
    ),
  ];
}

function tried(): string[] {
  return [readFileSync(TRIED, 'utf8')];
}
