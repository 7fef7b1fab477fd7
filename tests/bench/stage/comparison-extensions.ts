/** Extensions that the real one is measured beside: listeners that do nothing, or something slow, with its filters. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { RESOURCES, WEB } from '../../../extension/background/request-filters.ts';
import type { BrowserKind } from '../../browser/driver/driver.ts';
import { PAINTED } from './instrument.ts';

const SITES = ['*://*/*', 'ws://*/*', 'wss://*/*'];

interface Listeners {
  /** Milliseconds of work in each event; 0: it returns at once. */
  busy: number;
  /** Without the listener for what pages load. */
  pageOnly?: boolean;
}

/** Writes an unpacked extension whose listeners have the filters of the real one into a new folder. */
export function writeListeners(kind: BrowserKind, folder: string, how: Listeners): string {
  const { busy, pageOnly = false } = how;
  const listener =
    busy === 0
      ? '() => {}'
      : `() => { const end = performance.now() + ${busy}; while (performance.now() < end); }`;
  const pages = JSON.stringify({ urls: WEB, types: ['main_frame'] });
  const resources = JSON.stringify({ urls: WEB, types: RESOURCES[kind] });
  const add = (filter: string, extra: string[]) =>
    `api.webRequest.onHeadersReceived.addListener(${listener}, ${filter}, ${JSON.stringify(extra)});`;
  const script =
    kind === 'firefox'
      ? [add(pages, ['blocking', 'responseHeaders']), pageOnly ? '' : add(resources, ['blocking'])]
      : [
          add(pages, ['responseHeaders', 'securityInfoRawDer']),
          pageOnly ? '' : add(resources, ['securityInfoRawDer']),
          add(pages, ['responseHeaders']),
        ];
  write(folder, 'background.js', ['const api = globalThis.browser ?? chrome;', ...script].join('\n'));
  write(folder, 'manifest.json', JSON.stringify(manifest(kind, busy === 0 ? 'nothing' : 'slow'), null, 2));
  return folder;
}

/** Writes an unpacked extension whose popup is static text, and notes its paint like the real one's copy does. */
export function writeStaticPopup(kind: BrowserKind, folder: string): string {
  write(folder, 'background.js', '');
  write(folder, 'popup.js', PAINTED);
  write(
    folder,
    'popup.html',
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><script src="popup.js"></script><title>Static</title></head>' +
      '<body style="width: 400px"><section class="answer"><output>Static text.</output></section></body></html>',
  );
  const whole = { ...manifest(kind, 'static'), action: { default_popup: 'popup.html' } };
  write(folder, 'manifest.json', JSON.stringify(whole, null, 2));
  return folder;
}

function manifest(kind: BrowserKind, name: string): object {
  // The driver looks for a toolbar button.
  const common = { manifest_version: 3, name, version: '1', action: {} };
  return kind === 'firefox'
    ? {
        ...common,
        permissions: ['webRequest', 'webRequestBlocking'],
        host_permissions: SITES.slice(0, 1),
        background: { scripts: ['background.js'] },
        browser_specific_settings: { gecko: { id: `${name}@bench.example` } },
      }
    : {
        ...common,
        permissions: ['webRequest'],
        host_permissions: SITES,
        background: { service_worker: 'background.js' },
      };
}

function write(folder: string, name: string, content: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, name), content);
}
