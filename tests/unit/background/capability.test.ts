import { fakeBrowser } from '@webext-core/fake-browser';
import { beforeEach, expect, it, vi } from 'vitest';

vi.mock('webextension-polyfill', () => ({ default: fakeBrowser }));

async function newWorker() {
  vi.resetModules();
  return import('../../../extension/background/capability.ts');
}

beforeEach(() => {
  fakeBrowser.reset();
});

it('learns from an event that certificates are shown, though they were hidden before: no reinstalling', async () => {
  const worker = await newWorker();
  worker.learnCapability('hidden');
  await vi.waitFor(async () => expect(await worker.capability()).toBe('hidden'));
  worker.learnCapability('shown');
  await vi.waitFor(async () => expect(await (await newWorker()).capability()).toBe('shown'));
});

it('starts unknown again with the browser, so that a flag turned on or off meanwhile is noticed', async () => {
  const before = await newWorker();
  before.learnCapability('too-old');
  await vi.waitFor(async () => expect(await before.capability()).toBe('too-old'));
  // The session's storage goes with the browser.
  fakeBrowser.reset();
  const after = await newWorker();
  expect(await after.capability()).toBeNull();
  after.learnCapability('shown');
  expect(await after.capability()).toBe('shown');
});
