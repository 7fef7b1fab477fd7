/** What a bench can be told. */
import { parseArgs } from 'node:util';
import { BROWSER_KINDS, type BrowserKind } from '../../browser/driver/driver.ts';

/** Another unpacked extension to measure beside this one. */
export interface Comparison {
  name: string;
  /** Its folder. */
  folder: string;
}

export interface BenchArguments {
  json: boolean;
  /** The smallest run: whether the bench works, not how fast anything is. */
  quick: boolean;
  kinds: BrowserKind[];
  compare: Comparison[];
  /** Rounds that count. */
  rounds: number;
  /** Subresources of the largest page that is loaded. */
  largest: number;
}

/** The command line. `rounds`: how many there are unless `--rounds` or `--quick` says otherwise. */
export function benchArguments({ rounds }: { rounds: number }): BenchArguments {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
      browser: { type: 'string' },
      compare: { type: 'string', multiple: true, default: [] },
      rounds: { type: 'string' },
      largest: { type: 'string', default: '500' },
    },
  });
  return {
    json: values.json,
    quick: values.quick,
    kinds: BROWSER_KINDS.filter((kind) => values.browser === undefined || values.browser === kind),
    compare: values.compare.map(comparison),
    rounds: values.quick ? 1 : Number(values.rounds ?? rounds),
    largest: Number(values.largest),
  };
}

/** `NAME=FOLDER`. */
export function comparison(text: string): Comparison {
  const [, name, folder] = /^([^=]+)=(.+)$/.exec(text) ?? [];
  if (name === undefined || folder === undefined) throw new Error(`Say --compare NAME=FOLDER, not ${text}.`);
  return { name, folder };
}
