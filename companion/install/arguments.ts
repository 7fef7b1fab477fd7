/** The command line of `npm run companion`. */
import { DEVELOPMENT_EXTENSION_ID } from '../development-extension.ts';
import { isExtensionId } from './host-manifest.ts';
import type { Place } from './install.ts';
import { BROWSERS, followsUserDataDirectory } from './locations.ts';

export const USAGE = `Usage: npm run companion -- install|uninstall|status --browser ${BROWSERS.join('|')}
         [--system] [--user-data-dir DIR] [--extension-id ID]

The companion is a small program that reads the certificates of sites for the extension, in browsers that do not show
them to extensions.

  install     writes the program, a launcher and the file by which the browser finds it
  status      says what is there, and whether it answers
  uninstall   removes all of it

  --system             for all users of this machine (as an administrator)
  --user-data-dir DIR  for a browser that is started with that option
  --extension-id ID    the extension that may use it; without it, the development build's

Exit status: 0 when it worked (status: when it answers), 1 when not, 2 for wrong usage.`;

export type Command =
  | { kind: 'install' | 'uninstall' | 'status'; place: Place; extensionId: string }
  | { kind: 'help' }
  | { kind: 'wrong'; message: string };

const wrong = (message: string): Command => ({ kind: 'wrong', message });

/** Reads the arguments, without the program's own name. */
export function parseArguments(words: readonly string[]): Command {
  if (words.includes('--help')) return { kind: 'help' };
  const [kind, ...rest] = words;
  if (kind !== 'install' && kind !== 'uninstall' && kind !== 'status') {
    return wrong(kind === undefined ? 'Say what to do.' : `There is no command ${kind}.`);
  }
  const options = new Map<string, string>();
  for (let at = 0; at < rest.length; at += 1) {
    const option = rest[at] ?? '';
    if (option === '--system') options.set(option, '');
    else if (['--browser', '--user-data-dir', '--extension-id'].includes(option)) {
      const value = rest[(at += 1)];
      if (value === undefined || value === '') return wrong(`${option} needs a value.`);
      options.set(option, value);
    } else return wrong(`There is no option ${option}.`);
  }
  const browser = BROWSERS.find((known) => known === options.get('--browser'));
  if (browser === undefined) return wrong(`Name the browser: --browser ${BROWSERS.join('|')}.`);
  const extensionId = options.get('--extension-id') ?? DEVELOPMENT_EXTENSION_ID;
  if (!isExtensionId(extensionId))
    return wrong(`${extensionId} is no extension's id: 32 letters from a to p.`);
  const system = options.has('--system');
  const userDataDirectory = options.get('--user-data-dir') ?? null;
  if (system && userDataDirectory !== null) return wrong('--system and --user-data-dir exclude each other.');
  if (userDataDirectory !== null && !followsUserDataDirectory(browser))
    return wrong(`${browser} looks in its usual place, whatever --user-data-dir it is started with.`);
  return { kind, place: { browser, system, userDataDirectory }, extensionId };
}
