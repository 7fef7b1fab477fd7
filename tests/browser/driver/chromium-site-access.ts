/** Installs the extension in Chromium, with or without its optional permissions. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import type { LaunchOptions } from './driver.ts';

/**
 * Installs a copy (in `folder`) of an unpacked extension and returns its identifier.
 *
 * Chromium asks about an optional permission in a dialog that a headless browser cannot answer. It asks only for what
 * it never granted: so the copy is installed once with the permission required, then again, at the same path, as it is
 * shipped. The extension keeps the permission then. The first time it has no background: a worker that is replaced while it
 * starts may linger, deaf.
 */
export async function installInChromium(
  browser: Browser,
  extension: string,
  folder: string,
  { siteAccess = false, nativeMessaging = false, privateWindows = false }: LaunchOptions,
): Promise<string> {
  cpSync(extension, folder, { recursive: true });
  if (siteAccess || nativeMessaging) {
    const file = join(folder, 'manifest.json');
    const shipped = readFileSync(file, 'utf8');
    const required = withRequired(shipped, folder, { siteAccess, nativeMessaging });
    writeFileSync(file, JSON.stringify({ ...required, background: undefined }));
    await browser.installExtension(folder);
    writeFileSync(file, shipped);
  }
  if (!privateWindows) return await browser.installExtension(folder);
  const root = await browser.target().createCDPSession();
  const { id } = await root.send('Extensions.loadUnpacked', { path: folder, enableInIncognito: true });
  await root.detach();
  return id;
}

function withRequired(
  manifest: string,
  extension: string,
  { siteAccess, nativeMessaging }: { siteAccess: boolean; nativeMessaging: boolean },
): object {
  const shipped: unknown = JSON.parse(manifest);
  if (typeof shipped !== 'object' || shipped === null || !('optional_host_permissions' in shipped)) {
    throw new Error(`no optional_host_permissions in the manifest of ${extension}`);
  }
  const permissions =
    'permissions' in shipped && Array.isArray(shipped.permissions) ? shipped.permissions : [];
  return {
    ...shipped,
    ...(siteAccess && { host_permissions: shipped.optional_host_permissions }),
    ...(nativeMessaging && {
      permissions: [...(permissions as unknown[]), 'nativeMessaging'],
      optional_permissions: undefined,
    }),
  };
}
