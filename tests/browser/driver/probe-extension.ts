/** The smallest extension that shows whether a driver works: it stands in for the real one. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserKind } from './driver.ts';

/** Identifier of the probe in Firefox. */
export const PROBE_ID = 'driver-probe@example.org';

/** Writes the unpacked extension into a new folder `folder`. Its background and its popup each fetch from `beacon`. */
export function writeProbeExtension(kind: BrowserKind, folder: string, beacon: string): void {
  mkdirSync(folder, { recursive: true });
  const file = (name: string, content: string): void => writeFileSync(join(folder, name), content);
  file('manifest.json', JSON.stringify(kind === 'firefox' ? firefoxManifest : chromiumManifest));
  file('background.js', background.replaceAll('BEACON', beacon));
  file('popup.html', popup);
  file('popup.js', popupScript.replaceAll('BEACON', beacon));
}

const shared = {
  manifest_version: 3,
  name: 'Driver probe',
  version: '1',
  action: { default_popup: 'popup.html', default_title: 'nothing seen' },
};

const chromiumManifest = {
  ...shared,
  permissions: ['activeTab', 'storage', 'webRequest'],
  optional_host_permissions: ['*://*/*'],
  background: { service_worker: 'background.js' },
};

const firefoxManifest = {
  ...shared,
  permissions: ['activeTab', 'storage', 'webRequest', 'webRequestBlocking'],
  host_permissions: ['*://*/*'],
  background: { scripts: ['background.js'] },
  content_security_policy: {
    extension_pages: "default-src 'self'; connect-src *; style-src 'unsafe-inline'",
  },
  browser_specific_settings: { gecko: { id: PROBE_ID } },
};

// Both browsers forget a tab's title when its next page is committed, which may be after the last event of its
// request: hence the title is set at both.
const background = `
const api = globalThis.browser ?? chrome;
const hosts = new Map();
const show = (tabId) => {
  if (hosts.has(tabId)) void api.action.setTitle({ tabId, title: 'saw ' + hosts.get(tabId) });
};
api.webRequest.onHeadersReceived.addListener(
  ({ tabId, url }) => {
    hosts.set(tabId, new URL(url).host);
    show(tabId);
  },
  { urls: ['*://*/*'], types: ['main_frame'] },
);
api.tabs.onUpdated.addListener(show);
fetch('BEACON/background', { mode: 'no-cors' }).catch(() => undefined);
`;

const popup = `<!doctype html>
<html lang="en">
  <meta charset="utf-8" />
  <title>Probe</title>
  <style>
    body { margin: 0; width: 320px; background: #fff; color: #111; }
    @media (prefers-color-scheme: dark) { body { background: #111; color: #eee; } }
  </style>
  <h1>Probe</h1>
  <p id="tab">asking</p>
  <p hidden>not for the eye</p>
  <button aria-label="Count up">+</button>
  <output>0</output>
  <script src="popup.js"></script>
</html>
`;

const popupScript = `
const api = globalThis.browser ?? chrome;
const asked = new URL(location.href).searchParams.get('tab');
const tab = asked ? api.tabs.get(Number(asked)) : api.tabs.query({ active: true, currentWindow: true });
tab.then((answer) => {
  const { id, url } = asked ? answer : answer[0];
  document.querySelector('#tab').textContent = 'tab ' + id + ' at ' + (url ?? 'a hidden address');
});
const output = document.querySelector('output');
document.querySelector('button').addEventListener('click', (event) => {
  output.textContent = event.isTrusted ? Number(output.textContent) + 1 : 'not a real click';
});
fetch('BEACON/popup', { mode: 'no-cors' }).catch(() => undefined);
`;
