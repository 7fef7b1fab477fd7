/** Installs the extension in Chromium, with or without its optional access to sites. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import type { LaunchOptions } from './driver.ts';

/**
 * Installs a copy (in `folder`) of an unpacked extension and returns its identifier.
 *
 * Chromium asks about an optional permission in a dialog that a headless browser cannot answer. It asks only for what
 * it never granted: so the copy is installed once with the access required, then again, at the same path, as it is
 * shipped. The extension keeps the access then. The first time it has no background: a worker that is replaced while it
 * starts may linger, deaf.
 */
export async function installInChromium(
  browser: Browser,
  extension: string,
  folder: string,
  { siteAccess = false, privateWindows = false }: LaunchOptions,
): Promise<string> {
  cpSync(extension, folder, { recursive: true });
  if (siteAccess) {
    const file = join(folder, 'manifest.json');
    const shipped = readFileSync(file, 'utf8');
    writeFileSync(file, JSON.stringify(withAccessRequired(shipped, extension)));
    await browser.installExtension(folder);
    writeFileSync(file, shipped);
  }
  if (!privateWindows) return await browser.installExtension(folder);
  const root = await browser.target().createCDPSession();
  const { id } = await root.send('Extensions.loadUnpacked', { path: folder, enableInIncognito: true });
  await root.detach();
  return id;
}

function withAccessRequired(manifest: string, extension: string): unknown {
  const shipped: unknown = JSON.parse(manifest);
  if (typeof shipped !== 'object' || shipped === null || !('optional_host_permissions' in shipped)) {
    throw new Error(`no optional_host_permissions in the manifest of ${extension}`);
  }
  return { ...shipped, background: undefined, host_permissions: shipped.optional_host_permissions };
}
