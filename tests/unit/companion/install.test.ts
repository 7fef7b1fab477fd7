/** The command as a person runs it, in a home of its own. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEVELOPMENT_EXTENSION_ID } from '../../../companion/development-extension.ts';
import { parseArguments } from '../../../companion/install/arguments.ts';
import { launcherFor } from '../../../companion/install/host-manifest.ts';
import { manifestFile, type Place } from '../../../companion/install/install.ts';
import { locationOf, sharers, type BrowserName, type Machine } from '../../../companion/install/locations.ts';

import { canMount } from '../../browser/revocation/managed-chromium.ts';

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
  }, 120_000);

  it('leaves the folders that were there before, empty ones too', async () => {
    // As Chromium makes it at its first start.
    mkdirSync(path.dirname(path.join(home, MANIFEST)), { recursive: true });
    mkdirSync(path.join(home, '.local'));
    const before = everything();
    await companion('install', '--browser', 'chromium');
    await companion('install', '--browser', 'chromium');
    await companion('uninstall', '--browser', 'chromium');
    expect(everything()).toEqual(before);
    expect((await companion('uninstall', '--browser', 'chromium')).out).toContain('Nothing was installed.');
  }, 120_000);

  it('keeps the program for another browser, and takes it with the last', async () => {
    await companion('install', '--browser', 'chromium');
    await companion('install', '--browser', 'vivaldi', '--extension-id', 'b'.repeat(32));
    await companion('uninstall', '--browser', 'chromium');
    const status = await companion('status', '--browser', 'vivaldi');
    expect(status.out).toContain('b'.repeat(32));
    expect(status.out).toMatch(/Answers: +yes/);
    await companion('uninstall', '--browser', 'vivaldi');
    expect(everything()).toEqual([]);
  }, 120_000);

  it('keeps the program for a browser that is started on a folder of its own', async () => {
    const profile = path.join(folder, 'a profile');
    mkdirSync(profile);
    const there = ['--browser', 'chromium', '--user-data-dir', profile];
    await companion('install', ...there);
    await companion('install', '--browser', 'chromium');
    await companion('uninstall', '--browser', 'chromium');
    expect((await companion('status', ...there)).out).toMatch(/Answers: +yes/);
    await companion('uninstall', ...there);
    expect(everything()).toEqual([]);
    expect(readdirSync(profile)).toEqual([]);
  }, 120_000);

  it('says what is wrong with an installation that does not answer', async () => {
    await companion('install', '--browser', 'chromium');
    const manifest = JSON.parse(readFileSync(path.join(home, MANIFEST), 'utf8')) as { path: string };
    writeFileSync(path.join(path.dirname(manifest.path), 'companion.mjs'), 'throw new Error("broken")');
    const broken = await companion('status', '--browser', 'chromium');
    expect(broken).toMatchObject({ code: 1, out: expect.stringMatching(/Answers: +no: .*broken/s) });
    rmSync(manifest.path);
    expect((await companion('status', '--browser', 'chromium')).out).toMatch(/no: it could not be started/);
  }, 120_000);
});

/** In a mount namespace of its own, where the folders for all users are others. That takes the rights to mount. */
const mounts = await canMount();
if (!mounts)
  console.info('Skipped: installing for all users. It takes the rights to mount (root), not there.');

describe.runIf(mounts)('npm run companion -- --system', () => {
  it('installs what every user can read, and leaves nothing behind', async () => {
    const command = [process.execPath, '--import', 'tsx', path.join(project, 'scripts/companion.ts')];
    const run = (word: string) =>
      `${command.map((part) => `'${part}'`).join(' ')} ${word} --system --browser chromium`;
    const tree = 'find /etc /usr/local/lib | sort';
    const script = `set -e
      mount -t tmpfs none /usr/local/lib
      for place in /etc/chromium /etc/opt; do if [ -d $place ]; then mount -t tmpfs none $place; fi; done
      umask 077
      ${tree} > '${folder}/before'
      ${run('install')}
      stat -c '%a %n' /etc/chromium/native-messaging-hosts /usr/local/lib/relying-party-companion/*
      cat /etc/chromium/native-messaging-hosts/*.json
      ${run('status')}
      ${run('uninstall')}
      ${tree} > '${folder}/after'`;
    const env = { ...process.env, OUT_DIR: path.join(folder, 'built') };
    const { stdout } = await promisify(execFile)('unshare', ['-m', 'sh', '-c', script], {
      cwd: project,
      env,
    });
    expect(stdout).toContain('755 /etc/chromium/native-messaging-hosts\n');
    expect(stdout).toContain('755 /usr/local/lib/relying-party-companion/companion\n');
    expect(stdout).toContain('644 /usr/local/lib/relying-party-companion/companion.mjs\n');
    expect(stdout).toContain('"path": "/usr/local/lib/relying-party-companion/companion"');
    expect(stdout.match(/Answers: +yes/g)).toHaveLength(2);
    expect(readFileSync(path.join(folder, 'after'), 'utf8')).toBe(
      readFileSync(path.join(folder, 'before'), 'utf8'),
    );
  }, 90_000);
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
  const FILE = 'example.relying_party.companion.json';
  const linux: Machine = { platform: 'linux', home: '/home/a', environment: {} };

  const mac: Machine = { platform: 'darwin', home: '/Users/a', environment: {} };
  const windows: Machine = {
    platform: 'win32',
    home: 'C:\\Users\\a',
    environment: { LOCALAPPDATA: 'C:\\Users\\a\\AppData\\Local', PROGRAMDATA: 'C:\\ProgramData' },
  };
  const place = (browser: BrowserName, system: boolean): Place => ({
    browser,
    system,
    userDataDirectory: null,
  });

  /** The folders of the manifest for one user and for all, as written out in the sources beside the table. */
  it.each<[BrowserName, string, string]>([
    [
      'chrome',
      '/home/a/.config/google-chrome/NativeMessagingHosts',
      '/etc/opt/chrome/native-messaging-hosts',
    ],
    ['chromium', '/home/a/.config/chromium/NativeMessagingHosts', '/etc/chromium/native-messaging-hosts'],
    ['edge', '/home/a/.config/microsoft-edge/NativeMessagingHosts', '/etc/opt/edge/native-messaging-hosts'],
    [
      'brave',
      '/home/a/.config/BraveSoftware/Brave-Browser/NativeMessagingHosts',
      '/etc/opt/chrome/native-messaging-hosts',
    ],
    ['vivaldi', '/home/a/.config/vivaldi/NativeMessagingHosts', '/etc/opt/chrome/native-messaging-hosts'],
  ])('of %s on Linux', (browser, user, system) => {
    expect(manifestFile(place(browser, false), linux)).toBe(`${user}/${FILE}`);
    expect(manifestFile(place(browser, true), linux)).toBe(`${system}/${FILE}`);
  });

  it.each<[BrowserName, string, string]>([
    ['chrome', 'Google/Chrome', '/Library/Google/Chrome'],
    ['chromium', 'Chromium', '/Library/Application Support/Chromium'],
    ['edge', 'Microsoft Edge', '/Library/Microsoft/Edge'],
    ['brave', 'Google/Chrome', '/Library/Google/Chrome'],
    ['vivaldi', 'Vivaldi', '/Library/Google/Chrome'],
  ])('of %s on macOS', (browser, user, system) => {
    expect(manifestFile(place(browser, false), mac)).toBe(
      `/Users/a/Library/Application Support/${user}/NativeMessagingHosts/${FILE}`,
    );
    expect(manifestFile(place(browser, true), mac)).toBe(`${system}/NativeMessagingHosts/${FILE}`);
  });

  it.each<[BrowserName, string, string]>([
    ['chrome', 'Google\\Chrome', 'chrome'],
    ['chromium', 'Chromium', 'chromium'],
    ['edge', 'Microsoft\\Edge', 'edge'],
    ['brave', 'Google\\Chrome', 'chrome'],
    ['vivaldi', 'Google\\Chrome', 'chrome'],
  ])('of %s on Windows', (browser, key, folderName) => {
    const program = 'Relying Party Companion';
    expect(locationOf(browser, place(browser, false), windows)).toEqual({
      program: `C:\\Users\\a\\AppData\\Local\\${program}`,
      manifests: `C:\\Users\\a\\AppData\\Local\\${program}\\${folderName}`,
      registryKey: `HKEY_CURRENT_USER\\Software\\${key}\\NativeMessagingHosts`,
    });
    expect(locationOf(browser, place(browser, true), windows).registryKey).toBe(
      `HKEY_LOCAL_MACHINE\\Software\\${key}\\NativeMessagingHosts`,
    );
    expect(manifestFile(place(browser, true), windows)).toBe(
      `C:\\ProgramData\\${program}\\${folderName}\\${FILE}`,
    );
  });

  it('follow XDG’s folders where these are absolute', () => {
    const moved = { ...linux, environment: { XDG_CONFIG_HOME: '/c', XDG_DATA_HOME: 'relative' } };
    expect(locationOf('edge', place('edge', false), moved)).toMatchObject({
      manifests: '/c/microsoft-edge/NativeMessagingHosts',
      program: '/home/a/.local/share/relying-party-companion',
    });
  });

  it('are below another user data directory where the browser looks there', () => {
    const option = ['--user-data-dir', '/profile'];
    expect(parseArguments(['install', '--browser', 'chromium', ...option]).kind).toBe('install');
    expect(parseArguments(['install', '--browser', 'brave', ...option])).toMatchObject({
      kind: 'wrong',
      message: expect.stringContaining('usual place'),
    });
  });

  it('are said to be shared where another browser looks there too', () => {
    expect(sharers('chrome', false, linux)).toEqual([]);
    expect(sharers('brave', true, linux)).toEqual(['chrome', 'vivaldi']);
    expect(sharers('brave', false, mac)).toEqual(['chrome']);
    expect(sharers('vivaldi', false, windows)).toEqual(['chrome', 'brave']);
    expect(sharers('edge', false, windows)).toEqual([]);
  });

  it('are given to Windows through a launcher that it can start', () => {
    expect(launcherFor(true, 'C:\\100%\\node.exe', 'C:\\Users\\Jörg\\companion.mjs')).toEqual({
      name: 'companion.bat',
      text: '@echo off\r\n"C:\\100%%\\node.exe" "%~dp0companion.mjs"\r\n',
    });
  });
});
