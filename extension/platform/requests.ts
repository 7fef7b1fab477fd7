/**
 * The requests that a person has noted, in `storage.local`, one key a request, so that two pages that change two of
 * them do not undo each other's work.
 */
import { readRequest, type RequestChange, type SentRequest } from '../../src/rights/request.ts';
import { browser } from './browser.ts';
import { LOCAL_KINDS } from './stored-kinds.ts';

const PREFIX = LOCAL_KINDS.requests;

export interface KeptRequests {
  /** Latest first. */
  requests: SentRequest[];
  /** How many records were damaged, and dropped by this reading. */
  corrupt: number;
  /** How many a later version wrote; they stay. */
  newer: number;
}

export async function loadRequests(): Promise<KeptRequests> {
  const stored = Object.entries(await browser.storage.local.get(null)).filter(([key]) =>
    key.startsWith(PREFIX),
  );
  const read = stored.map(([key, value]) => ({ key, record: readRequest(value) }));
  const corrupt = read.flatMap(({ key, record }) => {
    if (record.kind !== 'corrupt') return [];
    console.warn(`Dropped ${key}: ${record.reason}`);
    return [key];
  });
  if (corrupt.length > 0) await browser.storage.local.remove(corrupt);
  const requests = read.flatMap(({ record }) => (record.kind === 'request' ? [record.request] : []));
  return {
    requests: requests.toSorted(
      (a, b) => b.sent.localeCompare(a.sent) || a.reference.localeCompare(b.reference),
    ),
    corrupt: corrupt.length,
    newer: read.filter(({ record }) => record.kind === 'newer').length,
  };
}

/** Keeps a new request. */
export async function keepRequest(request: SentRequest): Promise<void> {
  await browser.storage.local.set({ [PREFIX + request.reference]: request });
}

/**
 * Changes a kept request in what is named. What is stored counts, not what a page shows: it may be older, as when a second
 * change comes before the first is shown. A request that was deleted meanwhile stays deleted.
 */
export async function changeRequest(reference: string, change: RequestChange): Promise<void> {
  const key = PREFIX + reference;
  await navigator.locks.request(key, async () => {
    const read = readRequest((await browser.storage.local.get(key))[key]);
    if (read.kind === 'request') await keepRequest({ ...read.request, ...change });
  });
}

export async function deleteRequests(references: string[]): Promise<void> {
  await browser.storage.local.remove(references.map((reference) => PREFIX + reference));
}

/** Calls back after every change, wherever it was made. Returns what ends it. */
export function onRequestsChanged(callback: () => void): () => void {
  const listener = (changes: Record<string, unknown>, area: string): void => {
    if (area === 'local' && Object.keys(changes).some((key) => key.startsWith(PREFIX))) callback();
  };
  browser.storage.onChanged.addListener(listener);
  return () => {
    browser.storage.onChanged.removeListener(listener);
  };
}
