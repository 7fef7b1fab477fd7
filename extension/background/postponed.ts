/**
 * Work on a tab that is put off a little. A page that loads changes with every host, so what changes meanwhile is done with
 * it; and whatever is done while a page loads makes it wait (docs/performance.md).
 *
 * Life of a tab's entry: born with a change; ends when its work is done and nothing changed meanwhile. It dies with the
 * background.
 */

interface Entry {
  /** It changed again while its work was being done. */
  again: boolean;
  /** Ends the pause; null: none has begun. */
  hurry: (() => void) | null;
  /** No pause is to come before the work. */
  urgent: boolean;
}

export class Postponed {
  private readonly tabs = new Map<number, Entry>();

  /**
   * @param work to be done for a tab; never twice for one tab at a time. Where it fails, the next change tries again
   * @param pause how many milliseconds after a change the tab's work begins
   */
  constructor(
    private readonly work: (tabId: number) => Promise<void>,
    private readonly pause: (tabId: number) => number,
  ) {}

  /** The tab changed: its work begins a pause later. */
  soon(tabId: number): void {
    const entry = this.tabs.get(tabId);
    if (entry !== undefined) entry.again = true;
    else this.begin(tabId, false);
  }

  /** The tab changed, and its work is not to wait. */
  now(tabId: number): void {
    const entry = this.tabs.get(tabId);
    if (entry === undefined) {
      this.begin(tabId, true);
      return;
    }
    entry.again = true;
    this.hurry(tabId);
  }

  /** What is still to be done for the tab is done at once; nothing, where it did not change. */
  hurry(tabId: number): void {
    const entry = this.tabs.get(tabId);
    if (entry === undefined) return;
    entry.urgent = true;
    entry.hurry?.();
  }

  private begin(tabId: number, urgent: boolean): void {
    const entry: Entry = { again: false, hurry: null, urgent };
    this.tabs.set(tabId, entry);
    void this.run(tabId, entry);
  }

  private async run(tabId: number, entry: Entry): Promise<void> {
    do {
      if (!entry.urgent) await this.wait(tabId, entry);
      entry.urgent = false;
      entry.again = false;
      await this.work(tabId).catch((error: unknown) => {
        console.error('What was to be done for a tab failed.', error);
      });
    } while (entry.again);
    this.tabs.delete(tabId);
  }

  private async wait(tabId: number, entry: Entry): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, this.pause(tabId));
      entry.hurry = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    entry.hurry = null;
  }
}
