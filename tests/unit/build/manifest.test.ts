/** The permissions of each browser's manifest, compared with the README's table. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { DEVELOPMENT_EXTENSION_ID, DEVELOPMENT_KEY } from '../../../companion/development-extension.ts';
import { deriveManifest, type SharedManifest } from '../../../scripts/build/manifest.ts';

const project = path.resolve(import.meta.dirname, '../../..');
const shared = JSON.parse(readFileSync(path.join(project, 'manifest.json'), 'utf8')) as SharedManifest;
const chrome = deriveManifest(shared, 'chrome', '1.2.3');
const firefox = deriveManifest(shared, 'firefox', '1.2.3');

/** The rows of the README's permissions table: permission, where, why. */
function documented(): { permission: string; where: string }[] {
  const readme = readFileSync(path.join(project, 'README.md'), 'utf8');
  const section = /## Permissions\n([\s\S]*?)(?=\n## |$)/.exec(readme)?.[1] ?? '';
  return [...section.matchAll(/^\| `([^`]+)`[^|]*\| ([^|]+?) *\|/gm)].map((row) => ({
    permission: row[1] ?? '',
    where: row[2] ?? '',
  }));
}

describe('the manifests', () => {
  it('install in Chromium without a warning: no site access, nothing that shows one', () => {
    expect(chrome.permissions).toEqual(['activeTab', 'storage', 'webRequest']);
    expect(chrome).not.toHaveProperty('host_permissions');
    expect(chrome).toHaveProperty('optional_host_permissions', ['*://*/*', 'ws://*/*', 'wss://*/*']);
  });

  it('ask for site access at install in Firefox', () => {
    expect(firefox).toHaveProperty('host_permissions', ['*://*/*']);
    expect(firefox.permissions).toContain('webRequestBlocking');
  });

  it('leave the precise watch to the user, and to Firefox', () => {
    expect(firefox).toHaveProperty('optional_permissions', ['proxy']);
  });

  it('leave talking to the companion to the user, and to Chromium', () => {
    expect(chrome).toHaveProperty('optional_permissions', ['nativeMessaging']);
  });

  it('hold only what each browser knows', () => {
    expect(chrome).not.toHaveProperty('browser_specific_settings');
    expect(chrome).toHaveProperty('minimum_chrome_version', '144');
    expect(firefox).not.toHaveProperty('minimum_chrome_version');
    expect(firefox).not.toHaveProperty('background.service_worker');
    expect(firefox).toMatchObject({
      browser_specific_settings: {
        gecko: { strict_min_version: '140.0', data_collection_permissions: { required: ['none'] } },
        gecko_android: { strict_min_version: '142.0' },
      },
    });
  });

  it('fix the id of the development build in Chromium, and leave that of the store to the store', () => {
    expect(chrome).toHaveProperty('key', DEVELOPMENT_KEY);
    expect(deriveManifest(shared, 'chrome', '1.2.3', true)).not.toHaveProperty('key');
    expect(firefox).not.toHaveProperty('key');
    const digest = createHash('sha256').update(Buffer.from(DEVELOPMENT_KEY, 'base64')).digest('hex');
    const letters = Array.from(digest.slice(0, 32), (digit) => 'abcdefghijklmnop'[parseInt(digit, 16)]);
    expect(letters.join('')).toBe(DEVELOPMENT_EXTENSION_ID);
  });

  it('bear the version of package.json', () => {
    expect([chrome.version, firefox.version]).toEqual(['1.2.3', '1.2.3']);
  });

  it('allow extension pages to load their own files and to connect nowhere', () => {
    const { extension_pages: policy } = shared['content_security_policy'] as { extension_pages: string };
    const directives = new Map(
      policy.split('; ').map((part) => [part.split(' ')[0], part.split(' ').slice(1)]),
    );
    expect(directives.get('default-src')).toEqual(["'none'"]);
    expect(directives.get('connect-src')).toEqual(["'none'"]);
    for (const name of ['script-src', 'style-src', 'img-src'])
      expect(directives.get(name)).toEqual(["'self'"]);
  });

  it('ask for what the README explains, and nothing else', () => {
    const asked = [
      ...chrome.permissions.map((permission) => `${permission} in Chromium`),
      ...firefox.permissions.map((permission) => `${permission} in Firefox`),
      'proxy in Firefox',
      'nativeMessaging in Chromium',
      '*://*/* in Chromium',
      'ws://*/* in Chromium',
      'wss://*/* in Chromium',
      '*://*/* in Firefox',
    ];
    const explained = documented().flatMap(({ permission, where }) =>
      (where === 'both' ? ['Chromium', 'Firefox'] : [where]).map((browser) => `${permission} in ${browser}`),
    );
    expect(explained.toSorted()).toEqual(asked.toSorted());
  });
});
