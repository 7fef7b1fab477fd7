/** Where each browser looks for native messaging hosts, by the browsers' documentation. Linux is tested. */
import { homedir } from 'node:os';
import path from 'node:path';

export const BROWSERS = ['chrome', 'chromium', 'edge', 'brave', 'vivaldi'] as const;
export type BrowserName = (typeof BROWSERS)[number];

/** What holds the manifest or, on Windows, the registry key that names it. */
interface Places {
  /** Folder below XDG_CONFIG_HOME; folder for all users. */
  linux: [user: string, system: string];
  /** Folder below ~/Library/Application Support; folder for all users. */
  darwin: [user: string, system: string];
  /** Key below HKEY_CURRENT_USER and, for all users, below HKEY_LOCAL_MACHINE. */
  win32: string;
}

/**
 * Chrome, Chromium: developer.chrome.com/docs/extensions/develop/concepts/native-messaging. Edge:
 * learn.microsoft.com/microsoft-edge/extensions/developer-guide/native-messaging. Brave and Vivaldi document none: for
 * one user they look below their own profile as Chromium does; for all users, where other programs put theirs.
 */
const PLACES: Readonly<Record<BrowserName, Places>> = {
  chrome: {
    linux: ['google-chrome', '/etc/opt/chrome/native-messaging-hosts'],
    darwin: ['Google/Chrome', '/Library/Google/Chrome/NativeMessagingHosts'],
    win32: 'Software\\Google\\Chrome\\NativeMessagingHosts',
  },
  chromium: {
    linux: ['chromium', '/etc/chromium/native-messaging-hosts'],
    darwin: ['Chromium', '/Library/Application Support/Chromium/NativeMessagingHosts'],
    win32: 'Software\\Chromium\\NativeMessagingHosts',
  },
  edge: {
    linux: ['microsoft-edge', '/etc/opt/edge/native-messaging-hosts'],
    darwin: ['Microsoft Edge', '/Library/Microsoft/Edge/NativeMessagingHosts'],
    win32: 'Software\\Microsoft\\Edge\\NativeMessagingHosts',
  },
  brave: {
    linux: ['BraveSoftware/Brave-Browser', '/etc/opt/brave/native-messaging-hosts'],
    darwin: [
      'BraveSoftware/Brave-Browser',
      '/Library/Application Support/BraveSoftware/Brave-Browser/NativeMessagingHosts',
    ],
    win32: 'Software\\BraveSoftware\\Brave-Browser\\NativeMessagingHosts',
  },
  vivaldi: {
    linux: ['vivaldi', '/etc/opt/vivaldi/native-messaging-hosts'],
    darwin: ['Vivaldi', '/Library/Application Support/Vivaldi/NativeMessagingHosts'],
    win32: 'Software\\Vivaldi\\NativeMessagingHosts',
  },
};

export interface Machine {
  platform: 'linux' | 'darwin' | 'win32';
  home: string;
  /** XDG_CONFIG_HOME and XDG_DATA_HOME, or %LOCALAPPDATA% and %PROGRAMDATA%. */
  environment: Readonly<Record<string, string | undefined>>;
}

/** Where things belong for one browser. */
export interface Location {
  /** The folder of the host manifest. */
  manifests: string;
  /** The folder of the program, which all browsers share. */
  program: string;
  /** Windows: the registry key whose default value is the manifest's path; elsewhere null. */
  registryKey: string | null;
}

/** @throws on a system for which no browser documents a place */
export function thisMachine(): Machine {
  const { platform } = process;
  if (platform !== 'linux' && platform !== 'darwin' && platform !== 'win32') {
    throw new Error(`Where browsers look for native messaging hosts on ${platform} is not known here.`);
  }
  return { platform, home: homedir(), environment: process.env };
}

/**
 * @param system for all users of the machine, which takes an administrator
 * @param userDataDirectory that the browser is started with (`--user-data-dir`); null: its usual one
 */
export function locationOf(
  browser: BrowserName,
  { system, userDataDirectory }: { system: boolean; userDataDirectory: string | null },
  machine: Machine,
): Location {
  const { platform } = machine;
  const program = programFolder(system, machine);
  if (platform === 'win32') {
    const root = system ? 'HKEY_LOCAL_MACHINE' : 'HKEY_CURRENT_USER';
    return {
      program,
      manifests: path.win32.join(program, browser),
      registryKey: `${root}\\${PLACES[browser].win32}`,
    };
  }
  const [user, forAll] = PLACES[browser][platform];
  const profile = userDataDirectory ?? path.join(configuration(machine), user);
  return {
    program,
    manifests: system ? forAll : path.join(profile, 'NativeMessagingHosts'),
    registryKey: null,
  };
}

/** Every place where a manifest of this companion may be, for one user or for all. */
export function everyLocation(system: boolean, machine: Machine): Location[] {
  return BROWSERS.map((browser) => locationOf(browser, { system, userDataDirectory: null }, machine));
}

function configuration({ platform, home, environment }: Machine): string {
  if (platform === 'darwin') return path.join(home, 'Library/Application Support');
  return absolute(environment['XDG_CONFIG_HOME']) ?? path.join(home, '.config');
}

function programFolder(system: boolean, { platform, home, environment }: Machine): string {
  switch (platform) {
    case 'linux':
      return system
        ? '/usr/local/lib/relying-party-companion'
        : path.join(
            absolute(environment['XDG_DATA_HOME']) ?? path.join(home, '.local/share'),
            'relying-party-companion',
          );
    case 'darwin':
      return path.join(system ? '/' : home, 'Library/Application Support/Relying Party Companion');
    case 'win32': {
      const base =
        environment[system ? 'PROGRAMDATA' : 'LOCALAPPDATA'] ?? path.win32.join(home, 'AppData\\Local');
      return path.win32.join(base, 'Relying Party Companion');
    }
  }
}

/** XDG Base Directory Specification: a relative path counts as none. */
function absolute(value: string | undefined): string | null {
  return value !== undefined && path.isAbsolute(value) ? value : null;
}
