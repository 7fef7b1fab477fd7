/** An entry as one visit leaves it, for tests that care for one of its fields. */
import type { HistoryEntry } from '../../../src/history/entry.ts';
import { ISSUER } from '../ui/sample-reports.ts';

export const NO_VIEWS: HistoryEntry['views'] = {
  'own-site': 0,
  asked: 0,
  'may-have-asked': 0,
  'cannot-tell': 0,
  'probably-not-asked': 0,
  'no-lets-encrypt': 0,
};

export function sampleEntry(more: Partial<HistoryEntry> = {}): HistoryEntry {
  return {
    day: '2026-11-22',
    site: 'example.org',
    firstAt: Date.UTC(2026, 10, 22, 14, 2),
    lastAt: Date.UTC(2026, 10, 22, 15, 3),
    views: { ...NO_VIEWS, 'probably-not-asked': 1 },
    issuers: [
      { issuer: ISSUER.letsEncrypt, since: Date.UTC(2026, 10, 22, 14, 2), certificates: ['a'.repeat(64)] },
    ],
    contacts: [],
    moreContacts: false,
    ...more,
  };
}
