/**
 * Who is told what is known of a tab: its toolbar button, open pages, the history, the companion.
 *
 * While a page loads nobody is, or not often: to be told takes time from the page (docs/performance.md). It is done when
 * the tab says that its page is complete, when the user turns to it, and otherwise a pause after a change. A page that
 * was left meanwhile is told to the history all the same, from its record.
 *
 * Life of what is owed to the history: born when something about the page that the tab shows changes; ends with the next
 * telling, or with the tab's end. It dies with the background, whose start brings the tabs in front up to date.
 */
import { announceChange } from '../platform/messages.ts';
import type { Companion } from './companion.chromium.ts';
import { keepsHistory, pageView, recordInHistory } from './history.ts';
import { Postponed } from './postponed.ts';
import { reportOn, reportOnPage } from './report.ts';
import { showOnToolbar, toolbarMayBeReset } from './toolbar.ts';
import type { VisitRecord } from './visit.ts';
import type { Visits } from './visits.ts';

/** Milliseconds from a change to its telling, unless the tab's own events come first. */
export const PAUSE = 250;

export class Telling {
  private readonly tabs = new Postponed(
    (tabId) => this.tell(tabId),
    () => PAUSE,
  );
  /** Numbers of pages, as in the tab's record. */
  private readonly owed = new Map<number, Set<number>>();

  constructor(
    private readonly visits: Visits,
    private readonly companion: Companion | null,
  ) {}

  /**
   * Something about a tab changed.
   *
   * @param shown number of the page that it shows, if the change is about that; else null
   */
  changed(tabId: number, shown: number | null): void {
    if (shown !== null) this.owed.set(tabId, (this.owed.get(tabId) ?? new Set()).add(shown));
    this.tabs.soon(tabId);
  }

  /** The tab itself told of something, after which the browser may have taken back what its button says. */
  tabTold(tabId: number, loading: boolean): void {
    toolbarMayBeReset(tabId);
    if (loading) this.tabs.soon(tabId);
    else this.now(tabId);
  }

  /** Tells at once. */
  now(tabId: number): void {
    this.tabs.now(tabId);
  }

  /** The tab is gone, and its record soon. Resolves when that is needed no more. */
  async closing(tabId: number, visit: VisitRecord | null): Promise<void> {
    const owed = this.settle(tabId);
    if (visit !== null) await this.tellHistory(tabId, visit, owed);
  }

  private async tell(tabId: number): Promise<void> {
    const visit = await this.visits.get(tabId);
    // At once after the record is there: should the tab end meanwhile, either this or `closing` tells of its pages.
    const owed = this.settle(tabId);
    const { report, page } = await reportOn(tabId, visit, await this.visits.trouble(tabId));
    if (page !== null) owed.delete(page.id);
    if (visit !== null) await this.tellHistory(tabId, visit, owed);
    await showOnToolbar(tabId, report);
    // Not waited for: the toolbar has to follow the next change, also while a page is slow to answer.
    void announceChange(tabId);
    void recordInHistory(report, Date.now(), pageView(tabId, visit, page));
    this.companion?.visited(tabId, report, page);
  }

  /** What is owed of a tab, which from now on is settled. */
  private settle(tabId: number): Set<number> {
    const owed = this.owed.get(tabId) ?? new Set();
    this.owed.delete(tabId);
    return owed;
  }

  /** Tells the history of pages that the tab shows no more, the oldest first. */
  private async tellHistory(tabId: number, visit: VisitRecord, pages: ReadonlySet<number>): Promise<void> {
    if (pages.size === 0 || visit.private || !(await keepsHistory())) return;
    for (const page of visit.pages.filter(({ id }) => pages.has(id)).toReversed())
      void recordInHistory(await reportOnPage(visit, page), Date.now(), pageView(tabId, visit, page));
  }
}
