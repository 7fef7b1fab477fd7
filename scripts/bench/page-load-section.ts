/** The page loads, as a section of the document. */
import type { LoadRow } from '../../tests/bench/page-load.bench.ts';
import type { Measurement } from './measurement.ts';
import { BROWSER_NAME, table, times } from './markdown.ts';

type PageLoads = Extract<Measurement, { subject: 'page-load' }>;

/** The heading of each variant that the bench always has; an extension to compare with has its own name. */
const NAMES: Record<string, string> = {
  none: 'none',
  'none-again': 'none again',
  'do-nothing': 'do-nothing',
  slow: 'slow',
  ours: 'this',
  'do-nothing-page-only': 'do-nothing, page only',
  'page-only': 'this, page only',
};

export function pageLoads({ result }: PageLoads): string[] {
  return [
    '## Page load',
    '',
    'Milliseconds from the start of the navigation to the load event without an extension, and how many times that long with',
    'one: the median over the rounds, the middle half of them in parentheses. A round loads the same page in one browser after',
    'another, in changing order, the next when the last browser is at rest; a ratio compares loads of one round.',
    '',
    '- **none again** is a second browser without an extension: the noise floor. What differs from 1 by no more than it says',
    '  nothing.',
    '- **do-nothing** listens to the same events with the same filters and returns at once: the limit for whatever looks at',
    '  subresources.',
    '- **slow** takes 2 ms for each event: proof that the bench would see it. It is measured on one kind of page. Chromium waits',
    '  for no listener, so there it shows in the processor time.',
    '- **this** is the build as released, in Chromium with the certificate feature on and access to all sites. **to do-nothing**',
    '  compares it with the do-nothing listeners; aim: 1.05.',
    '- **this, page only** is the same with the setting "Look only at the page itself"; aim: the noise floor. **do-nothing, page',
    '  only** is the limit for it: a listener that returns at once, for pages alone.',
    '',
    'Pages hold images of one dot and nothing else, from 127.0.0.1 with TLS, each host with a certificate of its own. Connections',
    'are kept from load to load and nothing is cached: handshakes and a real network would hide what listeners cost, so this',
    'is the worst case. "fresh" are hosts that no load had before, each with a handshake and a certificate to be read.',
    '',
    'Processor time is that of all processes of the browser, for a load and what follows it, on the average of the rounds: it',
    'shows work that is done beside the load too, and depends little on what else the machine does.',
    ...Object.entries(result.rows).flatMap(([kind, rows]) => [
      '',
      `### ${BROWSER_NAME[kind as keyof typeof BROWSER_NAME]}`,
      '',
      ...ratioTable(rows),
      '',
      'Processor time for a load, in milliseconds:',
      '',
      ...processorTable(rows),
    ]),
    ...result.refused.map(
      ({ browser, name, reason }) => `\n${name} could not be measured in ${BROWSER_NAME[browser]}: ${reason}`,
    ),
  ];
}

function variantsOf(rows: LoadRow[]): string[] {
  return [...new Set(rows.flatMap(({ figures }) => Object.keys(figures)))];
}

function page({ subresources, hosts, protocol, fresh }: LoadRow): string {
  return `${subresources} from ${hosts}, ${protocol}${fresh ? ', fresh' : ''}`;
}

function ratioTable(rows: LoadRow[]): string[] {
  const others = variantsOf(rows).filter((name) => name !== 'none');
  return table(
    ['subresources from hosts', 'none', ...others.map((name) => NAMES[name] ?? name), 'to do-nothing'],
    rows.map((row) => [
      page(row),
      `${(row.figures['none']?.time.median ?? NaN).toFixed(0)} ms`,
      ...others.map((name) => {
        const figure = row.figures[name];
        return figure === undefined ? '' : times(figure.ratio);
      }),
      row.figures['ours']?.toListener.toFixed(2) ?? '',
    ]),
  );
}

function processorTable(rows: LoadRow[]): string[] {
  const all = variantsOf(rows);
  return table(
    ['subresources from hosts', ...all.map((name) => NAMES[name] ?? name)],
    rows.map((row) => [page(row), ...all.map((name) => row.figures[name]?.processor?.toFixed(0) ?? '')]),
  );
}
