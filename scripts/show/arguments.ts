/** The command line of `npm start`. */
import { parseArgs } from 'node:util';
import type { BrowserKind } from '../../tests/browser/driver/driver.ts';

export interface StartArguments {
  browsers: BrowserKind[];
  headed: boolean;
  json: boolean;
}

export const USAGE = 'npm start -- [--browser firefox|chromium|both] [--headed] [--json]';

/** @throws Error with a line for the person when the arguments make no sense */
export function readArguments(parameters: string[]): StartArguments {
  const { values } = parseArgs({
    args: parameters,
    options: {
      browser: { type: 'string', default: 'both' },
      headed: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const { browser, headed, json } = values;
  if (browser === 'both') return { browsers: ['firefox', 'chromium'], headed, json };
  if (browser !== 'firefox' && browser !== 'chromium')
    throw new Error(`There is no browser "${browser}" here.`);
  return { browsers: [browser], headed, json };
}
