/**
 * The history's writer.
 *
 * Life of an entry (one site, one day): born with the first report on a page of the site on that day, while the setting
 * is on and the tab is not private; changed by each report that says something new; dies when it is older than the chosen
 * length, or when the user erases it. It survives everything else: it is in IndexedDB.
 * What each tab last told is kept in `storage.session`, so that a report that says nothing new is not written again and a
 * page is counted once, also over a worker's death. It goes with the browser.
 */
import * as v from 'valibot';
import type { Answer, PageReport } from '../../src/exposure/exposure.ts';
import { ANSWERS } from '../../src/exposure/page.ts';
import { localDay } from '../../src/history/local-day.ts';
import { lookOf, type Look } from '../../src/history/look.ts';
import { merge } from '../../src/history/merge.ts';
import { oldestKeptDay } from '../../src/history/prune.ts';
import { unmatchedContact, type UnmatchedRequest } from '../../src/history/unmatched.ts';
import { changeEntry, pruneHistory } from '../platform/history-database.ts';
import { addUnmatched } from '../platform/history-unmatched.ts';
import { asHistoryFailure, failedWrite, noteFailedWrite } from '../platform/history-failure.ts';
import { knownSettings, loadSettings, onSettingsChanged } from '../platform/settings.ts';
import { SessionStore } from '../platform/storage.ts';
import type { PageRecord, VisitRecord } from './visit.ts';

/** One load of a page in a tab. */
export interface PageView {
  tabId: number;
  /** Tells the loads of one tab apart, over a worker's death too. */
  page: string;
}

const ToldSchema = v.object({
  page: v.string(),
  day: v.string(),
  site: v.string(),
  answer: v.picklist<readonly Answer[]>(ANSWERS),
  /** SHA-256 of what was told. */
  digest: v.string(),
});

const told = new SessionStore('history-told:', ToldSchema);
const pruned = new SessionStore('history-', v.string());
/** One after the other: what one report told decides what the next one adds. */
let queue: Promise<void> = Promise.resolve();

/** The view that a tab's report is about; null: a private one, or one of which nothing was seen. */
export function pageView(tabId: number, visit: VisitRecord | null, page: PageRecord | null): PageView | null {
  if (visit === null || visit.private || page === null) return null;
  return { tabId, page: `${page.requestId}@${page.startedAt}` };
}

/** Registers what the history listens to, and prunes what grew too old while the browser was closed. */
export function startHistory(): void {
  onSettingsChanged((settings) => {
    void enqueue(() => prune(Date.now(), settings.historyDays));
  });
  void enqueue(() => pruneOnceADay(Date.now()));
}

/** Whether the user has turned the history on. */
export async function keepsHistory(): Promise<boolean> {
  return (await knownSettings()).history;
}

/**
 * Takes a report into the history, at once, if the user has turned it on. A failure is noted for the options page and
 * troubles nothing else.
 *
 * @param report of a tab that is not private
 * @param at milliseconds since the epoch
 * @param view from `pageView`; null: nothing is recorded
 */
export function recordInHistory(report: PageReport, at: number, view: PageView | null): Promise<void> {
  if (view === null) return Promise.resolve();
  return enqueue(async () => {
    const look = lookOf(report);
    if (look === null || !(await keepsHistory())) return;
    await pruneOnceADay(at);
    await record(look, at, view);
    if ((await failedWrite()) !== null) await noteFailedWrite(null);
  });
}

/**
 * Takes a request into the history that no page could be matched with, if the user has turned it on.
 *
 * @param request of no private window, and told while none is open
 */
export function recordUnmatchedInHistory(request: UnmatchedRequest): Promise<void> {
  return enqueue(async () => {
    if (!(await keepsHistory())) return;
    await pruneOnceADay(request.at);
    const day = localDay(request.at, Intl.DateTimeFormat().resolvedOptions().timeZone);
    await addUnmatched(unmatchedContact(request, day));
    if ((await failedWrite()) !== null) await noteFailedWrite(null);
  });
}

async function record(look: Look, at: number, { tabId, page }: PageView): Promise<void> {
  const day = localDay(at, Intl.DateTimeFormat().resolvedOptions().timeZone);
  const { site, answer } = look;
  const last = await told.get(String(tabId));
  // A page that stays open over midnight counts on both days.
  const before = last?.page === page && last.day === day && last.site === site ? last : null;
  const digest = await sha256(JSON.stringify(look));
  if (before?.digest === digest) return;
  await changeEntry(day, site, (known) => merge(known, look, { day, at, before: before?.answer ?? null }));
  await told.set(String(tabId), { page, day, site, answer, digest });
}

async function pruneOnceADay(now: number): Promise<void> {
  const today = localDay(now, Intl.DateTimeFormat().resolvedOptions().timeZone);
  if ((await pruned.get('pruned')) === today) return;
  await prune(now, (await loadSettings()).historyDays);
  await pruned.set('pruned', today);
}

async function prune(now: number, days: number): Promise<void> {
  const today = localDay(now, Intl.DateTimeFormat().resolvedOptions().timeZone);
  await pruneHistory(oldestKeptDay(today, days));
}

function enqueue(task: () => Promise<void>): Promise<void> {
  queue = queue.then(task).catch(async (error: unknown) => {
    console.warn('The history could not be kept.', error);
    await noteFailedWrite({ at: Date.now(), why: asHistoryFailure(error).why }).catch((second: unknown) => {
      console.warn('Nor could that be noted.', second);
    });
  });
  return queue;
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
