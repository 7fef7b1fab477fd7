import { fakeBrowser } from '@webext-core/fake-browser';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { addressMark } from '../../../extension/background/address.ts';
import type { Visits, Watcher } from '../../../extension/background/visits.ts';
import type { Observation } from '../../../extension/background/observation.ts';

vi.mock('webextension-polyfill', () => ({ default: fakeBrowser }));

const A = 'https://a.example';
const B = 'https://b.example';

function observation(details: Partial<Observation> = {}): Observation {
  return {
    requestId: 'request-1',
    tabId: 1,
    forPage: true,
    disposition: 'shows',
    origin: A,
    address: addressMark(`${details.origin ?? A}/`),
    pageOrigin: null,
    pageAddress: null,
    documentId: null,
    parentDocumentId: null,
    top: true,
    ahead: false,
    incognito: false,
    at: 1_000,
    tls: null,
    ...details,
  };
}

/** A worker's life: what it holds in memory is gone with the next one. */
async function newWorker() {
  vi.resetModules();
  const { Visits } = await import('../../../extension/background/visits.ts');
  const changed = vi.fn<Watcher['changed']>();
  const closing = vi.fn<Watcher['closing']>(() => Promise.resolve());
  return { visits: new Visits({ changed, closing }), changed, closing };
}

/** What the adapters do with a response. */
function respond(visits: Visits, details: Observation): void {
  if (visits.meet(details) !== 'nothing') visits.observe(details);
}

/** A page comes and is shown. */
function load(visits: Visits): void {
  respond(visits, observation());
  visits.shows(1, { origin: A, address: addressMark(`${A}/`), sameDocument: false, at: 1_001 });
}

beforeEach(() => {
  fakeBrowser.reset();
});

async function stored(key: string): Promise<unknown> {
  return (await fakeBrowser.storage.session.get(key))[key];
}

describe('visits', () => {
  it('survive the death of the worker', async () => {
    const first = await newWorker();
    load(first.visits);
    respond(
      first.visits,
      observation({ forPage: false, origin: B, requestId: 'request-2', disposition: 'stays' }),
    );
    await first.visits.get(1);
    await vi.waitFor(async () =>
      expect(await stored('visit:1')).toMatchObject({ pages: [{ hosts: [{}, {}] }] }),
    );

    const second = await newWorker();
    respond(
      second.visits,
      observation({ forPage: false, origin: 'https://c.example', disposition: 'stays' }),
    );
    const visit = await second.visits.get(1);
    expect(visit?.pages[0]?.hosts.map(({ origin }) => origin)).toEqual([A, B, 'https://c.example']);
  });

  it('tell of each change, and whether it is about the page that the tab shows', async () => {
    const { visits, changed } = await newWorker();
    respond(visits, observation());
    await visits.get(1);
    expect(changed.mock.calls).toEqual([[1, null]]);
    load(visits);
    respond(visits, observation({ forPage: false, origin: B, disposition: 'stays', pageOrigin: A }));
    const shown = (await visits.get(1))?.shown;
    expect(shown).toBeTypeOf('number');
    expect(changed.mock.lastCall).toEqual([1, shown]);
  });

  it('tell of the end of a tab while its record is there', async () => {
    const { visits, closing } = await newWorker();
    load(visits);
    await visits.get(1);
    closing.mockImplementation(async () => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      expect(await stored('visit:1')).toBeDefined();
    });
    await visits.forget(1);
    expect(closing).toHaveBeenCalledWith(1, expect.objectContaining({ pages: [expect.anything()] }));
    expect(await stored('visit:1')).toBeUndefined();
  });

  it('are not begun anew by an answer that comes after the tab is closed', async () => {
    const { visits } = await newWorker();
    visits.observe(observation());
    await visits.forget(1);
    visits.observe(observation({ requestId: 'request-2' }));
    expect(await visits.get(1)).toBeNull();
  });

  it('are forgotten with their tab', async () => {
    const { visits } = await newWorker();
    respond(visits, observation());
    await visits.forget(1);
    expect(await visits.get(1)).toBeNull();
    await vi.waitFor(async () => expect(await stored('visit:1')).toBeUndefined());
  });

  it('move with the tab to its new number', async () => {
    const { visits } = await newWorker();
    respond(visits, observation());
    visits.rename(1, 2);
    expect(await visits.get(1)).toBeNull();
    expect((await visits.get(2))?.pages[0]?.origin).toBe(A);
  });

  it('go on when the storage cannot be read', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const get = vi.spyOn(fakeBrowser.storage.session, 'get').mockRejectedValue(new Error('corrupt'));
    const { visits } = await newWorker();
    respond(visits, observation());
    expect((await visits.get(1))?.pages).toHaveLength(1);
    get.mockRestore();
    warn.mockRestore();
  });

  it('of tabs that were closed while no worker ran are removed by the next', async () => {
    const first = await newWorker();
    respond(first.visits, observation());
    respond(first.visits, observation({ tabId: 2 }));
    await vi.waitFor(async () => expect(await stored('visit:2')).toBeDefined());
    const second = await newWorker();
    await second.visits.sweep(() => Promise.resolve(new Set([2])));
    expect(await second.visits.get(1)).toBeNull();
    expect((await second.visits.get(2))?.pages).toHaveLength(1);
  });

  it('ask once for the many requests of a page to one host, yet look for tries of OCSP', async () => {
    const { visits } = await newWorker();
    respond(visits, observation());
    const resource = observation({ forPage: false, origin: B, requestId: 'request-2', disposition: 'stays' });
    expect(visits.meet(resource)).toBe('certificates');
    expect(visits.meet({ ...resource, requestId: 'request-3' })).toBe('ocsp');
  });

  it('start anew when the stored record is corrupt', async () => {
    await fakeBrowser.storage.session.set({ 'visit:1': { version: 1, pages: 'nonsense' } });
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const first = await newWorker();
    expect(await first.visits.get(1)).toBeNull();
    expect(await first.visits.trouble(1)).toBe('dropped');
    const { visits } = await newWorker();
    expect(await visits.trouble(1)).toBe('dropped');
    respond(visits, observation());
    expect((await visits.get(1))?.pages).toHaveLength(1);
    expect(await visits.trouble(1)).toBeNull();
    warn.mockRestore();
  });

  it('stay in memory, and say so, when the storage is full', async () => {
    const { visits } = await newWorker();
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const set = vi
      .spyOn(fakeBrowser.storage.session, 'set')
      .mockRejectedValue(new Error('QUOTA_BYTES quota exceeded'));
    respond(visits, observation());
    expect((await visits.get(1))?.pages).toHaveLength(1);
    await vi.waitFor(async () => expect(await visits.trouble(1)).toBe('not-kept'));
    set.mockRestore();
    respond(visits, observation({ requestId: 'request-2' }));
    await visits.get(1);
    await vi.waitFor(async () => expect(await visits.trouble(1)).toBeNull());
    warn.mockRestore();
  });

  it('of a private window leave nothing about their sites', async () => {
    const { visits } = await newWorker();
    respond(visits, observation({ incognito: true }));
    await visits.get(1);
    expect(
      Object.keys(await fakeBrowser.storage.session.get(null)).filter((key) => key.startsWith('origin:')),
    ).toEqual([]);
  });

  it('want nothing of a plain host that is known, and everything of a new one', async () => {
    const { visits } = await newWorker();
    const resource = observation({ forPage: false, origin: 'http://plain.example', disposition: 'stays' });
    load(visits);
    expect(visits.meet(resource)).toBe('certificates');
    respond(visits, resource);
    await visits.get(1);
    expect(visits.meet(resource)).toBe('nothing');
    expect(visits.meet(observation())).toBe('certificates');
  });
});
