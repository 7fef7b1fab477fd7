import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PAUSE, Refreshes } from '../../../extension/background/refreshes.ts';

let shown: number[];
let refreshes: Refreshes;

beforeEach(() => {
  vi.useFakeTimers();
  shown = [];
  refreshes = new Refreshes((tabId) => {
    shown.push(tabId);
    return Promise.resolve();
  });
});
afterEach(() => {
  vi.useRealTimers();
});

const after = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

describe('a tab is brought up to date', () => {
  it('at once by the first change, and for all that follow together', async () => {
    refreshes.soon(1);
    await after(0);
    expect(shown).toEqual([1]);
    for (let host = 0; host < 20; host += 1) refreshes.soon(1);
    await after(PAUSE - 1);
    expect(shown).toEqual([1]);
    await after(1);
    expect(shown).toEqual([1, 1]);
    await after(10 * PAUSE);
    expect(shown).toEqual([1, 1]);
  });

  it('at once when it tells of another page, whatever it waits for', async () => {
    refreshes.soon(1);
    await after(10);
    refreshes.now(1);
    await after(0);
    expect(shown).toEqual([1, 1]);
  });

  it('again at once when it told of that while it was being looked at', async () => {
    let done = (): void => undefined;
    refreshes = new Refreshes((tabId) => {
      shown.push(tabId);
      return new Promise((resolve) => (done = resolve));
    });
    refreshes.soon(1);
    refreshes.now(1);
    expect(shown).toEqual([1]);
    done();
    await after(0);
    expect(shown).toEqual([1, 1]);
  });

  it('without waiting for another tab, and again after a failure', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    refreshes = new Refreshes((tabId) => {
      shown.push(tabId);
      return tabId === 1 ? Promise.reject(new Error('gone')) : Promise.resolve();
    });
    refreshes.soon(1);
    refreshes.soon(2);
    await after(PAUSE);
    refreshes.soon(1);
    await after(0);
    expect(shown).toEqual([1, 2, 1]);
  });
});
