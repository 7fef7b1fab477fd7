import { fakeBrowser } from '@webext-core/fake-browser';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { HistoryEntry } from '../../../src/history/entry.ts';
import type { UnmatchedContact } from '../../../src/history/unmatched.ts';
import type { PageRecord, VisitRecord } from '../../../extension/background/visit.ts';
import { NOW, SAMPLE } from '../ui/sample-reports.ts';

vi.mock('webextension-polyfill', () => ({ default: fakeBrowser }));

const database = {
  entries: new Map<string, HistoryEntry>(),
  writes: 0,
  full: false,
};
vi.mock('../../../extension/platform/history-database.ts', () => ({
  async changeEntry(day: string, site: string, change: (known: HistoryEntry | null) => HistoryEntry) {
    if (database.full) throw new DOMException('no room', 'QuotaExceededError');
    database.writes += 1;
    database.entries.set(`${day} ${site}`, change(database.entries.get(`${day} ${site}`) ?? null));
  },
  async pruneHistory() {},
}));

const unmatched: UnmatchedContact[] = [];
vi.mock('../../../extension/platform/history-unmatched.ts', () => ({
  async addUnmatched(contact: UnmatchedContact) {
    unmatched.push(contact);
  },
}));

/** A worker's life: what it holds in memory is gone with the next one. */
async function newWorker() {
  vi.resetModules();
  return import('../../../extension/background/history.ts');
}

function entries(): HistoryEntry[] {
  return [...database.entries.values()];
}

const view = { tabId: 1, page: 'request-1@1' };

beforeEach(async () => {
  fakeBrowser.reset();
  Object.assign(database, { entries: new Map(), writes: 0, full: false });
  await fakeBrowser.storage.local.set({ settings: { history: true } });
});

describe('the history', () => {
  it('records nothing until it is turned on', async () => {
    await fakeBrowser.storage.local.set({ settings: {} });
    const { recordInHistory } = await newWorker();
    await recordInHistory(SAMPLE.asked, NOW, view);
    expect(database.writes).toBe(0);
  });

  it('records a request that no page could be matched with, on its day, only while it is on', async () => {
    const request = { channel: 'ocsp' as const, endpoint: 'http://e6.o.lencr.org/', at: NOW, candidates: [] };
    const { recordUnmatchedInHistory } = await newWorker();
    await recordUnmatchedInHistory(request);
    expect(unmatched).toMatchObject([{ day: expect.stringMatching(/^\d{4}-\d\d-\d\d$/), at: NOW }]);
    await fakeBrowser.storage.local.set({ settings: {} });
    await recordUnmatchedInHistory({ ...request, at: NOW + 1 });
    expect(unmatched).toHaveLength(1);
  });

  it('has no view of a private window', async () => {
    const { pageView, recordInHistory } = await newWorker();
    const page = { requestId: 'request-1', startedAt: 1 } as PageRecord;
    expect(pageView(1, { private: true } as VisitRecord, page)).toBeNull();
    expect(pageView(1, { private: false } as VisitRecord, page)).toEqual(view);
    await recordInHistory(SAMPLE.asked, NOW, pageView(1, { private: true } as VisitRecord, page));
    expect(database.writes).toBe(0);
  });

  it('writes a report that says nothing new once, also after the death of the worker', async () => {
    const first = await newWorker();
    await first.recordInHistory(SAMPLE.common, NOW, view);
    await first.recordInHistory(SAMPLE.common, NOW + 10, view);
    const second = await newWorker();
    await second.recordInHistory(SAMPLE.common, NOW + 20, view);
    expect(database.writes).toBe(1);
    expect(entries()).toMatchObject([{ views: { 'probably-not-asked': 1 } }]);
  });

  it('records a contact at once, in the view that it belongs to', async () => {
    const { recordInHistory } = await newWorker();
    await recordInHistory(SAMPLE.mayHaveAsked, NOW, view);
    await recordInHistory(SAMPLE.asked, NOW + 5, view);
    expect(entries()).toMatchObject([
      { views: { asked: 1, 'may-have-asked': 0 }, contacts: [{ channel: 'ocsp' }] },
    ]);
  });

  it('counts the loads of a page, and its tabs', async () => {
    const { recordInHistory } = await newWorker();
    await recordInHistory(SAMPLE.common, NOW, view);
    await recordInHistory(SAMPLE.common, NOW, { tabId: 1, page: 'request-2@2' });
    await recordInHistory(SAMPLE.common, NOW, { tabId: 2, page: 'request-3@2' });
    expect(entries()).toMatchObject([{ views: { 'probably-not-asked': 3 } }]);
  });

  it('notes that there is no room, and goes on when there is', async () => {
    const { recordInHistory } = await newWorker();
    const { failedWrite } = await import('../../../extension/platform/history-failure.ts');
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    database.full = true;
    await recordInHistory(SAMPLE.common, NOW, view);
    expect(await failedWrite()).toMatchObject({ why: 'full' });
    expect(warn).toHaveBeenCalledTimes(1);
    database.full = false;
    await recordInHistory(SAMPLE.common, NOW, view);
    expect(entries()).toHaveLength(1);
    expect(await failedWrite()).toBeNull();
    warn.mockRestore();
  });
});
