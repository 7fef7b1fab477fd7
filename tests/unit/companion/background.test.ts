/** When the background has the companion look at a site, and when never; the port and the browser are stand-ins. */
import { fakeBrowser } from '@webext-core/fake-browser';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { PageRecord } from '../../../extension/background/visit.ts';
import type { Looked } from '../../../extension/platform/companion-port.chromium.ts';
import type { PageReport } from '../../../src/exposure/exposure.ts';
import { chromium, evidence, httpsReport } from '../ui/sample-reports.ts';

const TIMED_OUT: Looked = { type: 'failure', id: 1, why: 'timed-out', message: '' };

interface Tab {
  url: string;
  active: boolean;
  incognito: boolean;
}
const world = {
  tabs: new Map<number, Tab>(),
  allowed: true,
  /** Looks that the port was asked for, and that wait for their answer. */
  looks: [] as { host: string; answer: (looked: Looked) => void }[],
  closed: [] as string[],
};

vi.mock('webextension-polyfill', () => ({ default: fakeBrowser }));
vi.mock('../../../extension/platform/companion-port.chromium.ts', () => ({
  CompanionPort: class {
    look({ host }: { host: string }): Promise<Looked> {
      return new Promise((answer) => world.looks.push({ host, answer }));
    }
    close(why: string): void {
      world.closed.push(why);
      for (const { answer } of world.looks) answer({ type: 'unavailable', why: 'not-allowed' });
    }
  },
  readLooked: () => null,
}));

async function newWorker(changed: (tabId: number) => void = () => {}) {
  vi.resetModules();
  const { Companion } = await import('../../../extension/background/companion.chromium.ts');
  return new Companion(changed);
}

function at(url: string): [PageReport & { kind: 'https' }, PageRecord] {
  const { origin, hostname: host } = new URL(url);
  const report = httpsReport(
    evidence({ host, issuer: { is: 'unknown', why: 'hidden-by-browser' } }),
    [],
    chromium,
  );
  if (report.kind !== 'https') throw new Error('The sample is no https page.');
  return [report, { hosts: [{ origin }] } as PageRecord];
}

function show(tabId: number, tab: Partial<Tab> = {}): string {
  const url = tab.url ?? `https://site-${tabId}.example/`;
  world.tabs.set(tabId, { url, active: true, incognito: false, ...tab });
  return url;
}

const hosts = (): string[] => world.looks.map(({ host }) => host);
/** Whatever was going to happen has happened. */
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));

beforeEach(async () => {
  fakeBrowser.reset();
  Object.assign(world, { tabs: new Map(), allowed: true, looks: [], closed: [] });
  vi.stubGlobal('chrome', { runtime: { connectNative: () => {} } });
  Object.assign(fakeBrowser.permissions, {
    contains: () => Promise.resolve(world.allowed),
    onAdded: { addListener: () => {}, removeListener: () => {} },
    onRemoved: { addListener: () => {}, removeListener: () => {} },
  });
  Object.assign(fakeBrowser.tabs, {
    get: (id: number) => Promise.resolve(world.tabs.get(id)),
    query: () => Promise.resolve([...world.tabs.keys()].map((id) => ({ id }))),
  });
  await fakeBrowser.storage.local.set({ settings: { companionAlways: true } });
});

describe('a visited site', () => {
  it('is looked at, once an hour', async () => {
    const changed = vi.fn<(tabId: number) => void>();
    const companion = await newWorker(changed);
    const page = at(show(1));
    companion.visited(1, ...page);
    await vi.waitFor(() => expect(hosts()).toEqual(['site-1.example']));
    world.looks[0]?.answer(TIMED_OUT);
    await vi.waitFor(() => expect(changed).toHaveBeenCalledExactlyOnceWith(1));
    companion.visited(1, ...page);
    await settled();
    expect(hosts()).toEqual(['site-1.example']);
  });

  it.each<[string, () => Promise<void> | void]>([
    ['in a private window', () => void show(1, { incognito: true })],
    ['in a tab in the background', () => void show(1, { active: false })],
    ['without the permission', () => void (world.allowed = false)],
    ['without the setting', () => fakeBrowser.storage.local.set({ settings: {} })],
  ])('is never looked at %s', async (_, make) => {
    const companion = await newWorker();
    const page = at(show(1));
    await make();
    companion.visited(1, ...page);
    await settled();
    expect(hosts()).toEqual([]);
  });

  it('is never looked at when it did not answer the browser', async () => {
    const companion = await newWorker();
    const [report] = at(show(1));
    companion.visited(1, report, null);
    companion.visited(1, report, { hosts: [] as unknown } as PageRecord);
    companion.visited(1, report, { hosts: [{ origin: 'https://other.example' }] } as PageRecord);
    await settled();
    expect(hosts()).toEqual([]);
  });

  it('waits for its turn, four at a time, and is forgotten when the tab has gone on meanwhile', async () => {
    const companion = await newWorker();
    for (let tab = 1; tab <= 6; tab += 1) companion.visited(tab, ...at(show(tab)));
    await vi.waitFor(() => expect(hosts()).toHaveLength(4));
    await settled();
    expect(hosts()).toHaveLength(4);
    const waiting = [1, 2, 3, 4, 5, 6].filter((tab) => !hosts().includes(`site-${tab}.example`));
    show(waiting[0] ?? 0, { url: 'chrome://settings/' });
    for (const { answer } of world.looks.slice(0, 2)) answer(TIMED_OUT);
    await vi.waitFor(() => expect(hosts()).toHaveLength(5));
    await settled();
    expect(hosts().at(-1)).toBe(`site-${waiting[1]}.example`);
    expect(hosts()).toHaveLength(5);
  });

  it('is not looked at any more once the setting is off, and what ran for it ends without a word', async () => {
    const companion = await newWorker();
    const [report, page] = at(show(1));
    companion.visited(1, report, page);
    await vi.waitFor(() => expect(hosts()).toHaveLength(1));
    await fakeBrowser.storage.local.set({ settings: { companionAlways: false } });
    await vi.waitFor(() => expect(world.closed).toEqual(['not-allowed']));
    await settled();
    expect(await companion.beside(1, report)).toEqual(report);
  });
});
