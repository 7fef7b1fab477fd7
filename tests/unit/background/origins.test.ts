import { fakeBrowser } from '@webext-core/fake-browser';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { host } from './host-record.ts';

vi.mock('webextension-polyfill', () => ({ default: fakeBrowser }));

async function newWorker() {
  vi.resetModules();
  return import('../../../extension/background/origins.ts');
}

const site = (at: number) => host(`https://h-${at}.example`, { certificate: 'aa', at });

beforeEach(() => {
  fakeBrowser.reset();
});

describe('the sites of the session', () => {
  it('are known at once, and stored together', async () => {
    const set = vi.spyOn(fakeBrowser.storage.session, 'set');
    const { rememberOrigin, recallOrigin } = await newWorker();
    for (let at = 0; at < 500; at += 1) rememberOrigin(site(at), false);
    expect(await recallOrigin('https://h-499.example', false)).toMatchObject({ certificate: 'aa', at: 499 });
    await vi.waitFor(async () =>
      expect(Object.keys(await fakeBrowser.storage.session.get(null))).toHaveLength(500),
    );
    expect(set.mock.calls.length).toBeLessThan(5);
    const next = await newWorker();
    expect(await next.recallOrigin('https://h-0.example', false)).toMatchObject({ at: 0 });
  });

  it('of private windows are gone with the last of them, also those that are being written', async () => {
    const { forgetPrivateOrigins, recallOrigin, rememberOrigin } = await newWorker();
    for (let at = 0; at < 20; at += 1) {
      rememberOrigin(site(at), true);
      if (at === 10) await Promise.resolve();
    }
    await forgetPrivateOrigins();
    expect(await fakeBrowser.storage.session.get(null)).toEqual({});
    expect(await recallOrigin('https://h-3.example', true)).toBeNull();
  });

  it('are tried again when there was no room', async () => {
    const { rememberOrigin } = await newWorker();
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const full = vi.spyOn(fakeBrowser.storage.session, 'set').mockRejectedValue(new Error('full'));
    rememberOrigin(site(1), false);
    await vi.waitFor(() => expect(full).toHaveBeenCalled());
    await new Promise((resolve) => setImmediate(resolve));
    full.mockRestore();
    rememberOrigin({ ...site(1), at: 2 }, false);
    await vi.waitFor(async () =>
      expect(Object.keys(await fakeBrowser.storage.session.get(null))).toHaveLength(1),
    );
  });
});
