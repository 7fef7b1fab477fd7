import { fakeBrowser } from '@webext-core/fake-browser';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { PageReport } from '../../../src/exposure/exposure.ts';

vi.mock('webextension-polyfill', () => ({ default: fakeBrowser }));

type Listener = (message: unknown, sender: { id?: string; url?: string }) => Promise<PageReport> | undefined;

/** What the background answers to a message. */
async function answering() {
  const added = vi.spyOn(fakeBrowser.runtime.onMessage, 'addListener');
  const { answerReports } = await import('../../../extension/platform/messages.ts');
  const report = vi.fn<(tabId: number) => Promise<PageReport>>(() => Promise.resolve({ kind: 'not-a-site' }));
  answerReports(report);
  const listener = added.mock.calls.at(-1)?.[0] as unknown as Listener;
  added.mockRestore();
  return { report, listener };
}

const own = { id: fakeBrowser.runtime.id, url: 'chrome-extension://own/popup/index.html' };

beforeEach(() => {
  fakeBrowser.reset();
  vi.spyOn(fakeBrowser.runtime, 'getURL').mockImplementation((path) => `chrome-extension://own/${path}`);
});

describe('the background', () => {
  it("answers the extension's own pages", async () => {
    const { listener, report } = await answering();
    await expect(listener({ type: 'report', tabId: 7 }, own)).resolves.toEqual({ kind: 'not-a-site' });
    expect(report).toHaveBeenCalledWith(7);
  });

  it.each([
    ['another extension', { id: 'stranger', url: 'chrome-extension://stranger/page.html' }],
    ['a web page', { id: fakeBrowser.runtime.id, url: 'https://example.org/' }],
    ['nobody', {}],
  ])('does not answer %s', async (_, sender) => {
    const { listener, report } = await answering();
    expect(listener({ type: 'report', tabId: 7 }, sender)).toBeUndefined();
    expect(report).not.toHaveBeenCalled();
  });

  it.each([
    [null],
    ['report'],
    [{ type: 'report' }],
    [{ type: 'report', tabId: '7' }],
    [{ type: 'report', tabId: -1 }],
    [{ type: 'report', tabId: 1.5 }],
    [{ type: 'report', tabId: 7, more: true }],
    [{ type: 'erase', tabId: 7 }],
  ])('does not answer %j', async (message) => {
    const { listener, report } = await answering();
    expect(listener(message, own)).toBeUndefined();
    expect(report).not.toHaveBeenCalled();
  });
});
