/** The command as a person runs it, in a home of its own. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEVELOPMENT_EXTENSION_ID } from '../../../companion/development-extension.ts';
import { parseArguments } from '../../../companion/install/arguments.ts';
import { launcherFor } from '../../../companion/install/host-manifest.ts';
import { BROWSERS, locationOf, type Machine } from '../../../companion/install/locations.ts';

const project = path.resolve(import.meta.dirname, '../../..');
let folder = '';
let home = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'relying-party-install-'));
  // A name that a shell would trip over.
  home = path.join(folder, `it's a "home" $(x)`);
  mkdirSync(home);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function companion(...words: string[]): Promise<{ code: number; out: string }> {
  const { XDG_CONFIG_HOME: _, XDG_DATA_HOME: __, ...environment } = process.env;
  const env = { ...environment, HOME: home, OUT_DIR: path.join(folder, 'built') };
  const parameters = ['--import', 'tsx', path.join(project, 'scripts/companion.ts'), ...words];
  return new Promise((resolve) => {
    execFile(process.execPath, parameters, { cwd: project, env }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out: out + err });
    });
  });
}

function everything(): string[] {
  return readdirSync(home, { recursive: true, encoding: 'utf8' }).toSorted();
}

const MANIFEST = '.config/chromium/NativeMessagingHosts/example.relying_party.companion.json';

describe('npm run companion', () => {
  it('installs what answers, says so, and leaves nothing behind', async () => {
    mkdirSync(path.join(home, '.config/other'), { recursive: true });
    const before = everything();
    expect((await companion('status', '--browser', 'chromium')).code).toBe(1);

    const installed = await companion('install', '--browser', 'chromium');
    expect(installed.out).toMatch(/Answers: +yes, version /);
    expect(installed.code).toBe(0);
    const manifest = JSON.parse(readFileSync(path.join(home, MANIFEST), 'utf8')) as Record<string, unknown>;
    expect(manifest).toMatchObject({
      name: 'example.relying_party.companion',
      type: 'stdio',
      allowed_origins: [`chrome-extension://${DEVELOPMENT_EXTENSION_ID}/`],
    });
    expect(statSync(String(manifest['path'])).mode & 0o111).toBe(0o111);
    const bundle = readFileSync(path.join(path.dirname(String(manifest['path'])), 'companion.mjs'), 'utf8');
    expect(
      [...bundle.matchAll(/\bfrom ["']([^"']+)["']/g)].filter(([, from]) => !from?.startsWith('node:')),
    ).toEqual([]);

    expect((await companion('uninstall', '--browser', 'chromium')).code).toBe(0);
    expect(everything()).toEqual(before);
  }, 60_000);

  it('keeps the program for another browser, and takes it with the last', async () => {
    await companion('install', '--browser', 'chromium');
    await companion('install', '--browser', 'vivaldi', '--extension-id', 'b'.repeat(32));
    await companion('uninstall', '--browser', 'chromium');
    const status = await companion('status', '--browser', 'vivaldi');
    expect(status.out).toContain('b'.repeat(32));
    expect(status.out).toMatch(/Answers: +yes/);
    await companion('uninstall', '--browser', 'vivaldi');
    expect(everything()).toEqual([]);
  }, 60_000);

  it('says what is wrong with an installation that does not answer', async () => {
    await companion('install', '--browser', 'chromium');
    const manifest = JSON.parse(readFileSync(path.join(home, MANIFEST), 'utf8')) as { path: string };
    writeFileSync(path.join(path.dirname(manifest.path), 'companion.mjs'), 'throw new Error("broken")');
    const broken = await companion('status', '--browser', 'chromium');
    expect(broken).toMatchObject({ code: 1, out: expect.stringMatching(/Answers: +no: .*broken/s) });
    rmSync(manifest.path);
    expect((await companion('status', '--browser', 'chromium')).out).toMatch(/no: it could not be started/);
  }, 60_000);
});

describe('its command line', () => {
  it.each([
    [],
    ['remove', '--browser', 'chrome'],
    ['install'],
    ['install', '--browser', 'firefox'],
    ['install', '--browser'],
    ['install', '--browser', 'chrome', '--extension-id', 'short'],
    ['install', '--browser', 'chrome', '--system', '--user-data-dir', '/x'],
    ['install', '--browser', 'chrome', '--force'],
  ])('is refused: %s %s %s %s', (...words) => expect(parseArguments(words).kind).toBe('wrong'));
});

describe('the places', () => {
  const usual = { system: false, userDataDirectory: null };
  const linux: Machine = { platform: 'linux', home: '/home/a', environment: {} };

  it('are those of the browsers’ documentation', () => {
    expect(locationOf('chrome', usual, linux).manifests).toBe(
      '/home/a/.config/google-chrome/NativeMessagingHosts',
    );
    expect(locationOf('chromium', { ...usual, system: true }, linux).manifests).toBe(
      '/etc/chromium/native-messaging-hosts',
    );
    const moved = { ...linux, environment: { XDG_CONFIG_HOME: '/c', XDG_DATA_HOME: 'relative' } };
    expect(locationOf('edge', usual, moved)).toMatchObject({
      manifests: '/c/microsoft-edge/NativeMessagingHosts',
      program: '/home/a/.local/share/relying-party-companion',
    });
    const mac: Machine = { platform: 'darwin', home: '/Users/a', environment: {} };
    expect(locationOf('chrome', usual, mac).manifests).toBe(
      '/Users/a/Library/Application Support/Google/Chrome/NativeMessagingHosts',
    );
    const windows: Machine = { platform: 'win32', home: 'C:\\Users\\a', environment: {} };
    expect(locationOf('edge', usual, windows).registryKey).toBe(
      'HKEY_CURRENT_USER\\Software\\Microsoft\\Edge\\NativeMessagingHosts',
    );
  });

  it('differ from browser to browser', () => {
    for (const platform of ['linux', 'darwin', 'win32'] as const) {
      const places = BROWSERS.map((name) => locationOf(name, usual, { ...linux, platform }).manifests);
      expect(new Set(places).size).toBe(BROWSERS.length);
    }
  });

  it('are given to Windows through a launcher that it can start', () => {
    expect(launcherFor(true, 'C:\\node.exe', 'C:\\c.mjs')).toEqual({
      name: 'companion.bat',
      text: '@echo off\r\n"C:\\node.exe" "C:\\c.mjs" %*\r\n',
    });
  });
});
