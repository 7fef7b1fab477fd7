/** Chromium takes the manifest, of the package for the store and of the development build, without a warning. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch } from './driver/driver.ts';
import { buildExtension } from './stage/build.ts';

const directory = mkdtempSync(path.join(tmpdir(), 'relying-party-manifest-'));
const folder = (name: string) => path.join(directory, name);

beforeAll(async () => {
  await buildExtension('chromium', { directory: folder('development') });
  await buildExtension('chromium', { directory: folder('store'), forStore: true });
});
afterAll(() => {
  rmSync(directory, { recursive: true, force: true });
});

/** All that the browser's own page of extensions has to say against this one, once it was loaded again for developers. */
async function findings(extension: string): Promise<string[]> {
  const browser = await launch('chromium', { extension, hosts: [] });
  try {
    await browser.visit('chrome://extensions');
    return await browser.evaluate<string[]>(`(async () => {
      const { developerPrivate } = chrome;
      await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
      const named = async () => (await developerPrivate.getExtensionsInfo({})).find(({ name }) => name === 'Relying Party');
      const { id } = await named();
      await developerPrivate.updateExtensionConfiguration({ extensionId: id, errorCollection: true });
      await developerPrivate.reload(id, { failQuietly: true, populateErrorForUnpacked: true });
      const { installWarnings = [], manifestErrors, runtimeErrors } = await named();
      return [...installWarnings, ...[...manifestErrors, ...runtimeErrors].map(({ message }) => message)];
    })()`);
  } finally {
    await browser.close();
  }
}

describe('the page of extensions', () => {
  it.each(['development', 'store'])('finds nothing in the build for %s', async (build) => {
    expect(await findings(folder(build))).toEqual([]);
  });

  it('finds what is wrong in a manifest', async () => {
    cpSync(folder('store'), folder('faulty'), { recursive: true });
    const file = path.join(folder('faulty'), 'manifest.json');
    const manifest = JSON.parse(readFileSync(file, 'utf8')) as { permissions: string[] };
    const permissions = [...manifest.permissions, 'noSuchPermission'];
    writeFileSync(file, JSON.stringify({ ...manifest, permissions, noSuchKey: true }));
    const found = (await findings(folder('faulty'))).join(' ');
    expect(found).toMatch(/noSuchPermission/);
    expect(found).toMatch(/noSuchKey/);
  });
});
