/** One interface over the browsers that the extension is shown and tested in. */
import { launchChromium } from './chromium.ts';
import { launchFirefox } from './firefox.ts';

export const BROWSER_KINDS = ['firefox', 'chromium'] as const;
export type BrowserKind = (typeof BROWSER_KINDS)[number];

/** A certificate authority to be trusted. */
export interface RootFile {
  /** Under which the browser lists it. */
  name: string;
  /** Path of its certificate, a PEM file. */
  pem: string;
}

export interface LaunchOptions {
  /** Absolute path of an unpacked build (`dist/chrome`, `dist/firefox`). Only a copy of it is given to the browser. */
  extension: string;
  /** Names that resolve to 127.0.0.1; `*.example.test`: every name below. No other name resolves. */
  hosts: string[];
  /** Roots to import, as a user would. */
  rootFiles?: RootFile[];
  /** Firefox: changes the certificate database of the new profile (a folder) before the browser starts. */
  builtInRoots?: (profile: string) => Promise<void>;
  /** Chromium: prepares the new profile (a folder) before the browser starts. */
  chromiumProfile?: (profile: string) => void;
  /** Chromium: leave to talk to programs of this computer is given, as by a click. Default false. */
  nativeMessaging?: boolean;
  /** Chromium: base64 SHA-256 of the SubjectPublicKeyInfo of a certificate in each chain to be taken as it is. */
  spkiPins?: string[];
  /** Chromium: turn on the feature that shows certificates to extensions. Default false, as in a stock browser. */
  certificateFlag?: boolean;
  /** Access to all sites. Default as a user meets it after installing: withheld in Chromium, given in Firefox. */
  siteAccess?: boolean;
  /** The extension may run in private windows. Default false, as after installing. */
  privateWindows?: boolean;
  colorScheme?: 'light' | 'dark';
  /** Leave the page open that the extension welcomes a new user with. Default false: it is closed before `launch` resolves. */
  welcome?: boolean;
  /** A page that is open in the visited tab before the extension is installed. */
  openBefore?: string;
  /** Firefox: installed for good, so that `restart` finds it there; otherwise until the browser ends. Default false. */
  outlivesRestart?: boolean;
  /** Show a window. Default false. */
  headed?: boolean;
  /** Firefox: preferences of about:config on top of those of the driver. */
  preferences?: Record<string, string | number | boolean>;
  /** Further arguments on the browser's command line. */
  extraArguments?: string[];
}

export interface VisitOptions {
  /** Open a new tab for it, which then is the visited tab. Default false. */
  newTab?: boolean;
  /** Open a new private window for it, whose tab then is the visited one. Default false. */
  newPrivateWindow?: boolean;
  /** `load` (default): wait until the page has loaded. `none`: only start. */
  wait?: 'load' | 'none';
}

/** The toolbar button as it is for the visited tab. */
export interface ToolbarIcon {
  title: string;
  /** URL or path of the icon that is shown; absent where the browser does not tell (Chromium). */
  path?: string;
}

/** A request that a page or the background of the extension made to anything but the extension itself. */
export interface ExtensionRequest {
  url: string;
  method: string;
}

export interface Viewport {
  /** CSS pixels at zoom 1. */
  width: number;
  height: number;
  /** Page zoom; 2 is 200 %. Default 1. */
  zoom?: number;
}

/** A part of a page as the browser tells it to a screen reader. */
export interface Accessible {
  /** As ARIA calls it: `button`, `heading`, `status`. */
  role: string;
  name: string;
  /** How urgently changes in it are read out; empty: not at all. */
  live: string;
}

/** What a person prefers, as media queries ask for it. */
export interface Preferences {
  colorScheme?: 'light' | 'dark';
  /** A contrast theme, which puts its own colours in the place of the page's. */
  forcedColors?: boolean;
  reducedMotion?: boolean;
}

/** One page of the extension. */
export interface ExtensionPage {
  /** The visible text, as a person reads it. */
  text(): Promise<string>;
  /** Saves a PNG: of a popup, at its natural size; of a tab, the whole page. */
  screenshot(file: string): Promise<void>;
  /** Value of a JavaScript expression (a promise is awaited); must survive JSON. */
  evaluate<T>(expression: string): Promise<T>;
  /**
   * A real click on what a person would name, by accessible name (`Export history`), or, when the argument starts
   * with `#`, `.` or `[`, by CSS selector.
   */
  click(accessibleNameOrSelector: string): Promise<void>;
  /** Waits until the visible text contains the string or matches; throws with the text after 10 s. */
  waitForText(text: string | RegExp): Promise<void>;
  /** Shows the page to a person with these preferences; what is not named is as at launch. */
  prefer(preferences: Preferences): Promise<void>;
  /** What a screen reader is told, in the order of the page; what has neither role nor name is left out. */
  accessibilityTree(): Promise<Accessible[]>;
  close(): Promise<void>;
}

/** The toolbar popup. */
export type Popup = ExtensionPage;

/** A page of the extension in a tab. */
export interface ExtensionTab extends ExtensionPage {
  /** Presses keys one after the other in this tab, which is brought to the front: `Tab`, `Enter`, ` `, `a`. */
  press(keys: string[]): Promise<void>;
  setViewport(viewport: Viewport): Promise<void>;
  /** Lays the page out as on paper, or as on the screen again. */
  setMedium(medium: 'print' | 'screen'): Promise<void>;
  /** Prints the page as the browser does, to a PDF of A4 sheets. */
  print(file: string): Promise<void>;
}

export interface BrowserUnderTest {
  kind: BrowserKind;
  /** As the browser says it, for example `153.7.0`. */
  version: string;
  /**
   * Goes to a page and resolves when it has loaded. Throws when it cannot be loaded; the message names the URL and,
   * for a certificate that the browser refuses, begins with `certificate error`.
   */
  visit(url: string, options?: VisitOptions): Promise<void>;
  reload(): Promise<void>;
  /** As the buttons do: where there is nowhere to go, the tab stays as it is. */
  back(): Promise<void>;
  forward(): Promise<void>;
  /** Closes the visited tab, and its window with its last one; the tab visited before it is the visited one again. */
  closeTab(): Promise<void>;
  /** Value of a JavaScript expression in the visited page (a promise is awaited); must survive JSON. */
  evaluate<T>(expression: string): Promise<T>;
  /** Opens the real toolbar popup over the visited tab, as a click on the button does. */
  openPopup(): Promise<Popup>;
  /** Opens a page of the extension in a tab, for example `options/index.html#policy`. */
  openExtensionPage(path: string): Promise<ExtensionTab>;
  /** The tab that the extension itself has opened, or will have within the limit, with a page of this path. */
  openedExtensionPage(path: string): Promise<ExtensionTab>;
  icon(): Promise<ToolbarIcon>;
  /**
   * The address that the visited tab shows, without asking its page, which may be on its way out. Chromium: needs site
   * access.
   */
  address(): Promise<string>;
  /** The visited tab's number in the extension API. */
  currentTabId(): Promise<number>;
  /** Stops the service worker (Chromium) or the event page (Firefox), as the browser does when it is idle. */
  killBackground(): Promise<void>;
  /** Installs another extension, an unpacked folder, with all that its manifest asks for. */
  installBeside(folder: string): Promise<void>;
  /** Chromium: how many bytes the extension's databases may take, all together; null: as many as Chromium gives by itself. */
  limitDatabases(bytes: number | null): Promise<void>;
  /** Requests by the extension's own pages and background since launch, also those that failed. */
  extensionRequests(): Promise<ExtensionRequest[]>;
  /** Resolves when a person has closed the browser's window. */
  closedByPerson(): Promise<void>;
  /**
   * Quits and starts again on the same profile, with the visited tab restored and the extension there from the start.
   * The returned browser takes the place of this one, which must have no other tab open; `close` of either ends it.
   */
  restart(): Promise<BrowserUnderTest>;
  /**
   * Installs another build (an unpacked folder) in the place of this one, as an update does: what the extension stored
   * stays. The returned browser takes the place of this one, which must have no other tab open. Firefox: needs
   * `outlivesRestart`.
   */
  installOver(extension: string): Promise<BrowserUnderTest>;
  /** Ends the browser and removes its profile. May be called twice. */
  close(): Promise<void>;
}

/** Starts a browser with the extension, ready for its first visit. Throws when the browser is not installed. */
export function launch(kind: BrowserKind, options: LaunchOptions): Promise<BrowserUnderTest> {
  return kind === 'firefox' ? launchFirefox(options) : launchChromium(options);
}
