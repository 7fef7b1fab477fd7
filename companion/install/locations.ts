/** Where each browser looks for native messaging hosts, by the browsers' documentation. Linux is tested. */
import { homedir } from 'node:os';
import path from 'node:path';

export const BROWSERS = ['chrome', 'chromium', 'edge', 'brave', 'vivaldi'] as const;
export type BrowserName = (typeof BROWSERS)[number];

/** Keys of Windows, below HKEY_CURRENT_USER and, for all users, below HKEY_LOCAL_MACHINE. */
const KEYS = {
  chrome: 'Software\\Google\\Chrome\\NativeMessagingHosts',
  chromium: 'Software\\Chromium\\NativeMessagingHosts',
  edge: 'Software\\Microsoft\\Edge\\NativeMessagingHosts',
} as const;

/** What holds the manifest or, on Windows, the registry key that names it. */
interface Places {
  /** Folder below XDG_CONFIG_HOME; folder for all users. */
  linux: [user: string, system: string];
  /** Folder below ~/Library/Application Support; folder for all users. */
  darwin: [user: string, system: string];
  win32: keyof typeof KEYS;
  /** Whether it looks below the folder that `--user-data-dir` names. */
  followsUserDataDirectory: boolean;
}

/**
 * Chrome and Chromium: developer.chrome.com/docs/extensions/develop/concepts/native-messaging, and in Chromium's source
 * chrome/common/chrome_paths.cc (DIR_NATIVE_MESSAGING, DIR_USER_NATIVE_MESSAGING) and
 * chrome/browser/extensions/api/messaging/launch_context_win.cc. Edge:
 * learn.microsoft.com/microsoft-edge/extensions/developer-guide/native-messaging.
 *
 * Brave and Vivaldi document none. What is here is read from the source, or was traced by others; several of their
 * places are Chrome's, so that what is installed there serves both.
 */
const PLACES: Readonly<Record<BrowserName, Places>> = {
  chrome: {
    linux: ['google-chrome', '/etc/opt/chrome/native-messaging-hosts'],
    darwin: ['Google/Chrome', '/Library/Google/Chrome/NativeMessagingHosts'],
    win32: 'chrome',
    followsUserDataDirectory: true,
  },
  chromium: {
    linux: ['chromium', '/etc/chromium/native-messaging-hosts'],
    darwin: ['Chromium', '/Library/Application Support/Chromium/NativeMessagingHosts'],
    win32: 'chromium',
    followsUserDataDirectory: true,
  },
  edge: {
    linux: ['microsoft-edge', '/etc/opt/edge/native-messaging-hosts'],
    darwin: ['Microsoft Edge', '/Library/Microsoft/Edge/NativeMessagingHosts'],
    win32: 'edge',
    followsUserDataDirectory: true,
  },
  // github.com/brave/brave-core, app/brave_main_delegate.cc, PreSandboxStartup: Chrome's places, but on Linux its own for
  // one user; never below --user-data-dir. On Windows as every browser made of Chromium: Chrome's key is read too.
  brave: {
    linux: ['BraveSoftware/Brave-Browser', '/etc/opt/chrome/native-messaging-hosts'],
    darwin: ['Google/Chrome', '/Library/Google/Chrome/NativeMessagingHosts'],
    win32: 'chrome',
    followsUserDataDirectory: false,
  },
  // For one user: github.com/browserpass/browserpass-legacy/issues/36 (Linux),
  // github.com/AdguardTeam/AdguardForMac/issues/1152 (macOS). Windows: github.com/keepassxreboot/keepassxc-browser/issues/48.
  // For all users it takes Chrome's on Linux (traced by others with 8.2); macOS is concluded from that, not seen.
  vivaldi: {
    linux: ['vivaldi', '/etc/opt/chrome/native-messaging-hosts'],
    darwin: ['Vivaldi', '/Library/Google/Chrome/NativeMessagingHosts'],
    win32: 'chrome',
    followsUserDataDirectory: true,
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
    const key = PLACES[browser].win32;
    // Browsers that read one key are told of one manifest.
    return {
      program,
      manifests: path.win32.join(program, key),
      registryKey: `${root}\\${KEYS[key]}`,
    };
  }
  const [user, forAll] = PLACES[browser][platform];
  const profile = userDataDirectory ?? path.posix.join(configuration(machine), user);
  return {
    program,
    manifests: system ? forAll : path.posix.join(profile, 'NativeMessagingHosts'),
    registryKey: null,
  };
}

/** Whether a browser that is started with `--user-data-dir` looks there. */
export function followsUserDataDirectory(browser: BrowserName): boolean {
  return PLACES[browser].followsUserDataDirectory;
}

/** The other browsers that find what is installed in this place. */
export function sharers(browser: BrowserName, system: boolean, machine: Machine): BrowserName[] {
  const place = { system, userDataDirectory: null };
  const { manifests } = locationOf(browser, place, machine);
  return BROWSERS.filter(
    (other) => other !== browser && locationOf(other, place, machine).manifests === manifests,
  );
}

/** Paths as the machine writes them. */
export function pathsOf({ platform }: Machine): path.PlatformPath {
  return platform === 'win32' ? path.win32 : path.posix;
}

/** Every place where a manifest of this companion may be, for one user or for all. */
export function everyLocation(system: boolean, machine: Machine): Location[] {
  return BROWSERS.map((browser) => locationOf(browser, { system, userDataDirectory: null }, machine));
}

function configuration({ platform, home, environment }: Machine): string {
  if (platform === 'darwin') return path.posix.join(home, 'Library/Application Support');
  return absolute(environment['XDG_CONFIG_HOME']) ?? path.posix.join(home, '.config');
}

function programFolder(system: boolean, { platform, home, environment }: Machine): string {
  switch (platform) {
    case 'linux':
      return system
        ? '/usr/local/lib/relying-party-companion'
        : path.posix.join(
            absolute(environment['XDG_DATA_HOME']) ?? path.posix.join(home, '.local/share'),
            'relying-party-companion',
          );
    case 'darwin':
      return path.posix.join(system ? '/' : home, 'Library/Application Support/Relying Party Companion');
    case 'win32': {
      const base =
        environment[system ? 'PROGRAMDATA' : 'LOCALAPPDATA'] ?? path.win32.join(home, 'AppData\\Local');
      return path.win32.join(base, 'Relying Party Companion');
    }
  }
}

/** XDG Base Directory Specification: a relative path counts as none. */
function absolute(value: string | undefined): string | null {
  return value !== undefined && path.posix.isAbsolute(value) ? value : null;
}
