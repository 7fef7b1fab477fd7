import { fakeBrowser } from '@webext-core/fake-browser';
import { beforeEach, describe, expect, it, vi } from 'vitest';
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
    pageOrigin: null,
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
  const changed = vi.fn<(tabId: number) => void>();
  return { visits: new Visits(changed), changed };
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
    first.visits.observe(observation());
    first.visits.observe(
      observation({ forPage: false, origin: B, requestId: 'request-2', disposition: 'stays' }),
    );
    await first.visits.get(1);
    await vi.waitFor(async () =>
      expect(await stored('visit:1')).toMatchObject({ pages: [{ hosts: [{}, {}] }] }),
    );

    const second = await newWorker();
    second.visits.observe(observation({ forPage: false, origin: 'https://c.example', disposition: 'stays' }));
    const visit = await second.visits.get(1);
    expect(visit?.pages[0]?.hosts.map(({ origin }) => origin)).toEqual([A, B, 'https://c.example']);
  });

  it('tell of each change', async () => {
    const { visits, changed } = await newWorker();
    visits.observe(observation());
    await visits.get(1);
    expect(changed).toHaveBeenCalledWith(1);
  });

  it('are forgotten with their tab', async () => {
    const { visits } = await newWorker();
    visits.observe(observation());
    visits.forget(1);
    expect(await visits.get(1)).toBeNull();
    await vi.waitFor(async () => expect(await stored('visit:1')).toBeUndefined());
  });

  it('move with the tab to its new number', async () => {
    const { visits } = await newWorker();
    visits.observe(observation());
    visits.rename(1, 2);
    expect(await visits.get(1)).toBeNull();
    expect((await visits.get(2))?.pages[0]?.origin).toBe(A);
  });

  it('start anew when the stored record is corrupt', async () => {
    await fakeBrowser.storage.session.set({ 'visit:1': { version: 1, pages: 'nonsense' } });
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const { visits } = await newWorker();
    visits.observe(observation());
    expect((await visits.get(1))?.pages).toHaveLength(1);
    expect(warn).toHaveBeenCalled();
    warn.mockRestore();
  });

  it('stay in memory, and say so, when the storage is full', async () => {
    const { visits } = await newWorker();
    const set = vi
      .spyOn(fakeBrowser.storage.session, 'set')
      .mockRejectedValue(new Error('QUOTA_BYTES quota exceeded'));
    visits.observe(observation());
    expect((await visits.get(1))?.pages).toHaveLength(1);
    await vi.waitFor(() => expect(visits.failure).toContain('quota'));
    set.mockRestore();
  });

  it('of a private window leave nothing about their sites', async () => {
    const { visits } = await newWorker();
    visits.observe(observation({ incognito: true }));
    await visits.get(1);
    expect(
      Object.keys(await fakeBrowser.storage.session.get(null)).filter((key) => key.startsWith('origin:')),
    ).toEqual([]);
  });

  it('want nothing of a plain host that is known, and everything of a new one', async () => {
    const { visits } = await newWorker();
    const resource = observation({ forPage: false, origin: 'http://plain.example', disposition: 'stays' });
    visits.observe(observation());
    expect(visits.want(resource)).toBe('certificates');
    visits.observe(resource);
    await visits.get(1);
    expect(visits.want(resource)).toBe('nothing');
    expect(visits.want(observation())).toBe('certificates');
  });
});
