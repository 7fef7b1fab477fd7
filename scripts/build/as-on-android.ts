/** Makes a Firefox build that finds no more of the browser than Firefox for Android has, for tests on a desktop. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { CompatData, Identifier } from '@mdn/browser-compat-data';
import type { Plugin } from 'vite';

/** Where the build keeps what went wrong while it ran: `storage.local`, one key an event. */
export const TROUBLE = 'as-on-android:';

/**
 * Acts on `extension/platform/browser.ts`, the one door to the browser's functions: takes out what is lacking, before
 * anything else asks for it, and notes whatever is thrown and not caught, or logged as going wrong.
 */
export function asOnAndroid(): Plugin {
  return {
    name: 'as-on-android',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('/extension/platform/browser.ts')) return null;
      return `${code}\n${PRETENCE}\nfor (const name of ${JSON.stringify(lackingOnAndroid())}) takeOut(name);\n`;
    },
  };
}

/** Every function, event and group of functions that Firefox has and Firefox for Android has not, as `tabs.move`. */
export function lackingOnAndroid(): string[] {
  // Read, not imported: it is 15 MB, which only tests need.
  const file = createRequire(import.meta.url).resolve('@mdn/browser-compat-data');
  const { webextensions } = JSON.parse(readFileSync(file, 'utf8')) as CompatData;
  return lackingBelow(webextensions.api ?? {}, '');
}

function lackingBelow(place: Identifier, before: string): string[] {
  return (Object.entries(place) as [string, Identifier][]).flatMap(([name, entry]) => {
    if (name === '__compat') return [];
    const whole = before + name;
    const { __compat: known } = entry;
    const [android] = [known?.support.firefox_android ?? []].flat();
    if (android?.version_added === false) return [whole];
    return lackingBelow(entry, `${whole}.`);
  });
}

const PRETENCE = `
function takeOut(name) {
  const path = name.split('.');
  if (path[2] === 'details') return leaveOut(browser[path[0]]?.[path[1]], path[3]);
  const last = path.pop();
  const place = path.reduce((at, part) => at?.[part], browser);
  if (place === undefined || place === null || !(last in place)) return;
  if (!delete place[last] || last in place) throw new Error('browser.' + name + ' could not be taken out');
}
function leaveOut(event, detail) {
  if (event?.addListener === undefined) return;
  const { addListener } = event;
  event.addListener = (listener, ...more) =>
    addListener.call(event, ({ [detail]: _, ...details }) => listener(details), ...more);
}
const platform = browser.runtime.getPlatformInfo;
browser.runtime.getPlatformInfo = async () => ({ ...(await platform()), os: 'android' });
const note = (what) => {
  void browser.storage.local.set({ ['${TROUBLE}' + crypto.randomUUID()]: location.pathname + ': ' + what });
};
addEventListener('error', ({ message }) => note(message));
addEventListener('unhandledrejection', ({ reason }) => note(String(reason)));
for (const level of ['warn', 'error']) {
  const log = console[level];
  console[level] = (...said) => {
    note(said.map(String).join(' '));
    log(...said);
  };
}
`;
