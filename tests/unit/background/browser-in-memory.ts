/**
 * A browser in memory round the whole background: its events are fired by tests, its answers are theirs to choose.
 *
 * Life: `new BrowserInMemory` is a browser that just started; `start` runs the background in it; `stop` ends the
 * background as browsers do when it is idle: what it held in memory is gone, the session's storage stays.
 */
import { vi } from 'vitest';
import { getMessage } from '../ui/fake-browser.ts';
import { fakeStorage } from '../ui/fake-storage.ts';

export type Kind = 'firefox' | 'chromium';

export interface FakeTab {
  id: number;
  url?: string;
  incognito: boolean;
}

type Listener = (...told: unknown[]) => unknown;
interface Filter {
  types?: string[];
}

/** An event of the browser. */
export class FakeEvent {
  private readonly listeners = new Map<Listener, Filter | undefined>();

  readonly addListener = (listener: Listener, filter?: Filter): void => {
    this.listeners.set(listener, filter);
  };
  readonly removeListener = (listener: Listener): void => {
    this.listeners.delete(listener);
  };
  readonly hasListener = (listener: Listener): boolean => this.listeners.has(listener);

  /** Tells all listeners whose filter lets it through. @returns what they answered */
  fire(...told: unknown[]): unknown[] {
    return [...this.listeners]
      .filter(([, filter]) => filter?.types === undefined || filter.types.includes(typeOf(told[0])))
      .map(([listener]) => listener(...told));
  }

  get heard(): boolean {
    return this.listeners.size > 0;
  }
}

function typeOf(details: unknown): string {
  const { type }: { type?: unknown } = Object(details);
  return String(type);
}

/**
 * The object that the polyfill finds when it is first loaded and keeps, since it has an id. Each start of the background
 * fills it anew.
 */
const api: Record<string, unknown> = { runtime: { id: 'relying-party@test' } };
Object.assign(globalThis, { browser: api, chrome: api });

/** The background's pauses between two refreshes, or two writes of a large record, take no time here. */
const PAUSE = 1_000;
const { setTimeout: wait } = globalThis;
Object.assign(globalThis, {
  setTimeout: (work: (...given: unknown[]) => void, time = 0, ...given: unknown[]): unknown =>
    time <= PAUSE ? setImmediate(work, ...given) : wait(work, time, ...given),
});

/** How many calls of WebCrypto are under way. */
let computing = 0;
const { subtle } = crypto;
for (const name of ['digest', 'importKey', 'verify'] as const) {
  const work = subtle[name].bind(subtle) as (...given: unknown[]) => Promise<unknown>;
  const counted = async (...given: unknown[]): Promise<unknown> => {
    computing += 1;
    try {
      return await work(...given);
    } finally {
      computing -= 1;
    }
  };
  Object.assign(subtle, { [name]: counted });
}

const PAGE = { id: 'relying-party@test', url: 'extension://own/popup/index.html' };

export class BrowserInMemory {
  tabs: FakeTab[] = [];
  origins = ['*://*/*', 'ws://*/*', 'wss://*/*'];
  permissions: string[] = [];
  /** What Firefox answers about a request's connection; null: the request is gone. */
  securityInfo: (requestId: unknown) => unknown = () => null;
  readonly toolbar = new Map<number, { title?: string; icon?: string }>();
  /** Addresses of tabs that the extension opened. */
  readonly opened: string[] = [];
  readonly events = {
    headers: new FakeEvent(),
    started: new FakeEvent(),
    failed: new FakeEvent(),
    departure: new FakeEvent(),
    tabUpdated: new FakeEvent(),
    tabActivated: new FakeEvent(),
    tabRemoved: new FakeEvent(),
    tabReplaced: new FakeEvent(),
    message: new FakeEvent(),
    installed: new FakeEvent(),
    startup: new FakeEvent(),
    granted: new FakeEvent(),
    withdrawn: new FakeEvent(),
  };

  constructor(readonly kind: Kind) {
    for (const area of [fakeStorage.local, fakeStorage.session, fakeStorage.sync, fakeStorage.managed])
      area.clear();
  }

  /** Runs the background's script anew. */
  async start(): Promise<void> {
    delete api['proxy'];
    Object.assign(api, this.api(), this.permissions.includes('proxy') && this.proxy());
    vi.resetModules();
    vi.stubEnv('MODE', this.kind === 'firefox' ? 'firefox' : 'chrome');
    vi.stubGlobal('indexedDB', { databases: () => Promise.resolve([]) });
    vi.stubGlobal('navigator', this.navigator());
    await import('../../../extension/background/main.ts');
  }

  /** Ends it: nothing listens any more. Waits for what is under way. */
  async stop(): Promise<void> {
    await this.settled();
    for (const name of Object.keys(this.events)) {
      Object.assign(this.events, { [name]: new FakeEvent() });
    }
    fakeStorage.onChanged.removeAllListeners();
  }

  /** Waits until no promise has anything left to do: WebCrypto works outside of the program's turns. */
  async settled(): Promise<void> {
    for (let quiet = 0; quiet < 20; quiet = computing > 0 ? 0 : quiet + 1) {
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  /** The user gives a permission while the background runs. */
  grant(permission: 'proxy'): void {
    this.permissions.push(permission);
    Object.assign(api, this.proxy());
    this.events.granted.fire({ permissions: [permission], origins: [] });
  }

  /** The user takes it back. */
  withdraw(permission: 'proxy'): void {
    this.permissions = this.permissions.filter((one) => one !== permission);
    // Firefox ends the listeners of an API that is gone.
    this.events.departure = new FakeEvent();
    delete api['proxy'];
    this.events.withdrawn.fire({ permissions: [permission], origins: [] });
  }

  /** What the background answers one of the extension's pages, or whoever the sender is; undefined: nothing. */
  ask(message: unknown, sender: unknown = PAGE): unknown {
    return this.events.message.fire(message, sender).find((answer) => answer !== undefined);
  }

  private navigator() {
    const locks = { request: (_name: string, work: () => unknown) => work() };
    const version = { firefox: 'Firefox/153.0', chromium: 'Chrome/156.0.0.0 Safari/537.36' }[this.kind];
    const userAgent = `Mozilla/5.0 (X11; Linux x86_64) ${version}`;
    if (this.kind === 'firefox') return { userAgent, locks };
    return { userAgent, locks, userAgentData: { brands: [{ brand: 'Chromium', version: '156' }] } };
  }

  private api() {
    const { events } = this;
    const find = (id: unknown) => this.tabs.find((tab) => tab.id === id);
    return {
      i18n: { getMessage, getUILanguage: () => 'en-GB' },
      storage: fakeStorage,
      runtime: {
        id: PAGE.id,
        getURL: (path: string) => `extension://own/${path}`,
        getPlatformInfo: () => Promise.resolve({ os: 'linux' }),
        getBrowserInfo: () => Promise.resolve({ name: 'Firefox', vendor: 'Mozilla', version: '153.7' }),
        // No page is open.
        sendMessage: () => Promise.reject(new Error('Receiving end does not exist.')),
        onMessage: events.message,
        onInstalled: events.installed,
        onStartup: events.startup,
      },
      tabs: {
        get: (id: number) => {
          const tab = find(id);
          return tab === undefined ? Promise.reject(new Error(`No tab ${id}`)) : Promise.resolve(tab);
        },
        query: () => Promise.resolve(this.tabs),
        create: ({ url }: { url: string }) => Promise.resolve(this.opened.push(url)),
        onUpdated: events.tabUpdated,
        onActivated: events.tabActivated,
        onRemoved: events.tabRemoved,
        onReplaced: events.tabReplaced,
      },
      windows: { getAll: () => Promise.resolve([{ id: 1, focused: true, incognito: false }]) },
      action: {
        setIcon: ({ tabId, path }: { tabId: number; path: Record<number, string> }) =>
          this.show(tabId, { icon: path[16] ?? '' }),
        setTitle: ({ tabId, title }: { tabId: number; title: string }) => this.show(tabId, { title }),
      },
      permissions: {
        contains: ({ origins = [], permissions = [] }: { origins?: string[]; permissions?: string[] }) =>
          Promise.resolve(
            permissions.every((one) => this.permissions.includes(one)) &&
              origins.every((one) => this.origins.includes(one) || this.origins.includes('*://*/*')),
          ),
        onAdded: events.granted,
        onRemoved: events.withdrawn,
      },
      webRequest: {
        onHeadersReceived: events.headers,
        onResponseStarted: events.started,
        onErrorOccurred: events.failed,
        getSecurityInfo: (requestId: unknown) => {
          const info = this.securityInfo(requestId);
          return info === null ? Promise.reject(new Error('No such request')) : Promise.resolve(info);
        },
      },
    };
  }

  /** Firefox has it while the permission is held. */
  private proxy() {
    return { proxy: { onRequest: this.events.departure } };
  }

  private show(tabId: number, what: { title?: string; icon?: string }): Promise<void> {
    if (!this.tabs.some(({ id }) => id === tabId)) return Promise.reject(new Error(`No tab ${tabId}`));
    this.toolbar.set(tabId, { ...this.toolbar.get(tabId), ...what });
    return Promise.resolve();
  }
}
