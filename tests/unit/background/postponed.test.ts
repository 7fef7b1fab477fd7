import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Postponed } from '../../../extension/background/postponed.ts';

const PAUSE = 100;
let done: number[];
let postponed: Postponed;

beforeEach(() => {
  vi.useFakeTimers();
  done = [];
  postponed = new Postponed(
    (tabId) => {
      done.push(tabId);
      return Promise.resolve();
    },
    () => PAUSE,
  );
});
afterEach(() => {
  vi.useRealTimers();
});

const after = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);

/** Work that ends when it is told to. */
function slow(): { end: () => void } {
  const control = { end: (): void => undefined };
  postponed = new Postponed(
    (tabId) => {
      done.push(tabId);
      return new Promise((resolve) => (control.end = resolve));
    },
    () => PAUSE,
  );
  return control;
}

describe('what is to be done for a tab', () => {
  it('is done a pause after the first change, once for all changes meanwhile', async () => {
    for (let host = 0; host < 20; host += 1) postponed.soon(1);
    await after(PAUSE - 1);
    postponed.soon(1);
    expect(done).toEqual([]);
    await after(1);
    expect(done).toEqual([1]);
    await after(10 * PAUSE);
    expect(done).toEqual([1]);
  });

  it('is done again a pause after a change that came meanwhile', async () => {
    const work = slow();
    postponed.soon(1);
    await after(PAUSE);
    postponed.soon(1);
    await after(PAUSE);
    expect(done).toEqual([1]);
    work.end();
    await after(PAUSE - 1);
    expect(done).toEqual([1]);
    await after(1);
    expect(done).toEqual([1, 1]);
  });

  it('is done at once where it is not to wait, whatever it waits for', async () => {
    postponed.now(1);
    expect(done).toEqual([1]);
    await after(0);
    postponed.soon(1);
    await after(10);
    postponed.now(1);
    await after(0);
    expect(done).toEqual([1, 1]);
    await after(10 * PAUSE);
    expect(done).toEqual([1, 1]);
  });

  it('is done again at once when it is not to wait while it is being done', async () => {
    const work = slow();
    postponed.now(1);
    postponed.now(1);
    expect(done).toEqual([1]);
    work.end();
    await after(0);
    expect(done).toEqual([1, 1]);
  });

  it('is hurried only where something changed', async () => {
    postponed.hurry(1);
    await after(PAUSE);
    expect(done).toEqual([]);
    postponed.soon(1);
    postponed.hurry(1);
    await after(0);
    expect(done).toEqual([1]);
  });

  it('waits for no other tab, and is tried again after a failure', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    postponed = new Postponed(
      (tabId) => {
        done.push(tabId);
        return tabId === 1 ? Promise.reject(new Error('gone')) : Promise.resolve();
      },
      (tabId) => tabId * PAUSE,
    );
    postponed.soon(2);
    postponed.soon(1);
    await after(PAUSE);
    expect(done).toEqual([1]);
    await after(PAUSE);
    expect(done).toEqual([1, 2]);
    postponed.soon(1);
    await after(PAUSE);
    expect(done).toEqual([1, 2, 1]);
  });
});
