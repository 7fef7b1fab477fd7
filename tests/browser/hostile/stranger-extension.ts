/** Another extension, installed beside ours, that tries to speak with it from its background and from pages. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserKind } from '../driver/driver.ts';

/** What came of each attempt, by its name. */
export type Attempts = Record<string, string>;

/** Writes the unpacked extension into a new folder. */
export function writeStranger(kind: BrowserKind, folder: string): void {
  mkdirSync(folder, { recursive: true });
  const file = (name: string, content: string): void => writeFileSync(join(folder, name), content);
  const sites = ['*://*/*'];
  const manifest = {
    manifest_version: 3,
    name: 'Stranger',
    version: '1',
    host_permissions: sites,
    content_scripts: [{ matches: sites, js: ['attempts.js', 'content.js'] }],
    ...(kind === 'firefox'
      ? {
          background: { scripts: ['attempts.js', 'background.js'] },
          browser_specific_settings: { gecko: { id: 'stranger@example.org' } },
        }
      : { background: { service_worker: 'worker.js' } }),
  };
  file('manifest.json', JSON.stringify(manifest));
  file('attempts.js', attempts);
  file('background.js', background);
  file('worker.js', "importScripts('attempts.js', 'background.js');");
  file('content.js', content);
}

// Both contexts try the same: single messages and a port, with what an older or newer version might say, and too much.
const attempts = `
const api = globalThis.browser ?? chrome;
const MESSAGES = [
  { type: 'report', tabId: 1 },
  { type: 'certificate-visibility' },
  { type: 'companion-look', tabId: 1 },
  { type: 'history-changed', change: 'erased' },
  { type: 'erase' },
  'x'.repeat(5_000_000),
  Array.from({ length: 10_000 }, () => ({ type: 'report', tabId: 1 })),
];
async function attemptAll(id) {
  const came = {};
  for (const [at, message] of MESSAGES.entries()) {
    try {
      const limit = new Promise((resolve) => setTimeout(() => resolve('silence'), 3000));
      const answer = await Promise.race([api.runtime.sendMessage(id, message), limit]);
      came['message ' + at] = 'answer: ' + JSON.stringify(answer);
    } catch (error) {
      came['message ' + at] = 'refused';
    }
  }
  came.port = await new Promise((resolve) => {
    try {
      const port = api.runtime.connect(id, { name: 'popup' });
      port.onMessage.addListener((answer) => resolve('answer: ' + JSON.stringify(answer)));
      port.onDisconnect.addListener(() => {
        void api.runtime.lastError;
        resolve('refused');
      });
      for (const message of MESSAGES.slice(0, 5)) port.postMessage(message);
      setTimeout(() => resolve('silence'), 3000);
    } catch {
      resolve('refused');
    }
  });
  return came;
}
`;

const background = `
api.runtime.onMessage.addListener((id, _sender, answer) => {
  attemptAll(id).then(answer);
  return true;
});
`;

// Our identifier comes in the page's address; what came of it goes into the page, where the test reads it.
const content = `
const id = decodeURIComponent(location.hash.slice(1));
if (id !== '')
  Promise.all([api.runtime.sendMessage(id), attemptAll(id)]).then(([fromBackground, fromContentScript]) => {
    document.documentElement.dataset.stranger = JSON.stringify({ fromBackground, fromContentScript });
  });
`;
