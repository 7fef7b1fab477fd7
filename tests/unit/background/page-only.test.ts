import { fakeBrowser } from '@webext-core/fake-browser';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

vi.mock('webextension-polyfill', () => ({ default: fakeBrowser }));

beforeEach(() => {
  fakeBrowser.reset();
  vi.useFakeTimers({ toFake: ['Date'], now: 1_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A worker's life: the listener is registered when it begins. */
async function newWorker() {
  vi.resetModules();
  const { followPageOnly, lookedAtPageOnly } = await import('../../../extension/background/page-only.ts');
  const listen = vi.fn<(on: boolean) => void>();
  followPageOnly(listen);
  return { listen, lookedAtPageOnly };
}

async function set(pageOnly: boolean): Promise<void> {
  await fakeBrowser.storage.local.set({ settings: { pageOnly } });
}

describe('the page-only mode', () => {
  it('is off until it is turned on', async () => {
    const { listen, lookedAtPageOnly } = await newWorker();
    expect(await lookedAtPageOnly(500)).toBe(false);
    expect(listen.mock.calls).toEqual([[true]]);
  });

  it('ends the listening at once, and is said of every page while it is on', async () => {
    const { listen, lookedAtPageOnly } = await newWorker();
    await set(true);
    await vi.waitFor(() => expect(listen).toHaveBeenLastCalledWith(false));
    expect(await lookedAtPageOnly(500)).toBe(true);
    expect(await lookedAtPageOnly(null)).toBe(true);
  });

  it('is found on by the next worker, before any report', async () => {
    await set(true);
    const { listen, lookedAtPageOnly } = await newWorker();
    expect(await lookedAtPageOnly(500)).toBe(true);
    expect(listen.mock.calls).toEqual([[false]]);
  });

  it('once turned off is said of the pages that it had to do with, also by a later worker', async () => {
    await set(true);
    const first = await newWorker();
    expect(await first.lookedAtPageOnly(500)).toBe(true);
    vi.setSystemTime(2_000);
    await set(false);
    await vi.waitFor(() => expect(first.listen).toHaveBeenLastCalledWith(true));
    for (const { lookedAtPageOnly } of [first, await newWorker()]) {
      expect(await lookedAtPageOnly(1_500)).toBe(true);
      expect(await lookedAtPageOnly(2_500)).toBe(false);
    }
  });

  it('that was turned off while no worker ran counts until one is there', async () => {
    await set(true);
    await (await newWorker()).lookedAtPageOnly(500);
    await set(false);
    vi.setSystemTime(3_000);
    const { lookedAtPageOnly } = await newWorker();
    expect(await lookedAtPageOnly(500)).toBe(true);
    expect(await lookedAtPageOnly(3_500)).toBe(false);
  });
});
