/** What the history section holds while it is read and changed at once. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { HistoryList } from '../../../extension/options/history/history-list.ts';
import type { HistoryEntry } from '../../../src/history/entry.ts';

/** Each batch that is read waits until the test lets it through. */
const batches: { entries: HistoryEntry[]; let: Promise<void> }[] = [];
const stored = new Map<string, HistoryEntry>();

vi.mock('../../../extension/platform/history-connection.ts', () => ({
  historyExists: () => Promise.resolve(true),
}));
vi.mock('../../../extension/platform/history-unmatched.ts', () => ({
  readUnmatched: () => Promise.resolve([]),
}));
vi.mock('../../../extension/platform/history-failure.ts', () => ({
  asHistoryFailure: () => ({ why: 'unreadable' }),
}));
vi.mock('../../../extension/platform/history-database.ts', () => ({
  async *readEntries() {
    for (const batch of batches) {
      await batch.let;
      yield batch.entries;
    }
  },
  readEntry: (day: string, site: string) => Promise.resolve(stored.get(`${day} ${site}`) ?? null),
}));

function entry(day: string, site: string): HistoryEntry {
  return {
    day,
    site,
    firstAt: 1,
    lastAt: 1,
    views: {
      'own-site': 0,
      asked: 0,
      'may-have-asked': 0,
      'cannot-tell': 0,
      'probably-not-asked': 0,
      'no-lets-encrypt': 1,
    },
    issuers: [],
    contacts: [],
    moreContacts: false,
  };
}

const sites = (list: HistoryList) => list.matches.map(({ day, site }) => `${day} ${site}`);

beforeEach(() => {
  batches.length = 0;
  stored.clear();
});

describe('the list of the history', () => {
  it('holds an entry once that is changed while it is still to be read', async () => {
    const old = entry('2026-01-01', 'old.example');
    stored.set('2026-01-01 old.example', old);
    let pass = (): void => undefined;
    const waits = new Promise<void>((resolve) => (pass = resolve));
    batches.push({ entries: [entry('2026-01-02', 'new.example')], let: Promise.resolve() });
    batches.push({ entries: [old], let: waits });
    const list = new HistoryList(() => undefined);
    const reading = list.reload();
    const refreshed = list.refresh({ day: '2026-01-01', site: 'old.example' });
    await new Promise((resolve) => setImmediate(resolve));
    pass();
    await Promise.all([reading, refreshed]);
    expect(sites(list)).toEqual(['2026-01-02 new.example', '2026-01-01 old.example']);
  });

  it('holds it once, too, where the reading is begun anew meanwhile', async () => {
    const old = entry('2026-01-01', 'old.example');
    stored.set('2026-01-01 old.example', old);
    let pass = (): void => undefined;
    const waits = new Promise<void>((resolve) => (pass = resolve));
    batches.push({ entries: [entry('2026-01-02', 'new.example')], let: Promise.resolve() });
    batches.push({ entries: [old], let: waits });
    const list = new HistoryList(() => undefined);
    const first = list.reload();
    const refreshed = list.refresh({ day: '2026-01-01', site: 'old.example' });
    const second = list.reload();
    await first;
    await new Promise((resolve) => setImmediate(resolve));
    pass();
    await Promise.all([second, refreshed]);
    expect(sites(list)).toEqual(['2026-01-02 new.example', '2026-01-01 old.example']);
  });

  it('takes in, changes and takes out single entries in their place', async () => {
    batches.push({
      entries: [entry('2026-01-02', 'a.example'), entry('2026-01-02', 'c.example')],
      let: Promise.resolve(),
    });
    const list = new HistoryList(() => undefined);
    await list.reload();
    stored.set('2026-01-02 b.example', entry('2026-01-02', 'b.example'));
    await list.refresh({ day: '2026-01-02', site: 'b.example' });
    await list.refresh({ day: '2026-01-02', site: 'c.example' });
    expect(sites(list)).toEqual(['2026-01-02 a.example', '2026-01-02 b.example']);
  });
});
