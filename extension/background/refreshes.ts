/**
 * When what is shown of a tab is brought up to date.
 *
 * A page that loads changes with every host, and each time all of its hosts are assessed: such changes are taken together,
 * a pause after the last time. What the tab itself tells, above all that it shows another page, cuts the pause short: the
 * page may be gone before it is over, and would be missing in the history.
 *
 * Life of a tab's entry: born with a change; ends when a pause passes without another. It dies with the background, whose
 * start brings the tabs in front up to date.
 */

/** Milliseconds between two times that one tab is brought up to date without an event of its own. */
export const PAUSE = 100;

interface Refreshing {
  /** It changed again meanwhile. */
  again: boolean;
  /** Ends the pause; null: it has not begun. */
  hurry: (() => void) | null;
  /** No pause is to follow this time. */
  urgent: boolean;
}

export class Refreshes {
  private readonly tabs = new Map<number, Refreshing>();

  /** `show` brings a tab up to date. Where it fails, the next change tries again. */
  constructor(private readonly show: (tabId: number) => Promise<void>) {}

  /** Something about the tab's page changed. */
  soon(tabId: number): void {
    const running = this.tabs.get(tabId);
    if (running === undefined) void this.run(tabId);
    else running.again = true;
  }

  /** The tab itself told of something. */
  now(tabId: number): void {
    const running = this.tabs.get(tabId);
    this.soon(tabId);
    if (running === undefined) return;
    running.urgent = true;
    running.hurry?.();
  }

  private async run(tabId: number): Promise<void> {
    const running: Refreshing = { again: true, hurry: null, urgent: false };
    this.tabs.set(tabId, running);
    while (running.again) {
      running.again = false;
      running.urgent = false;
      await this.show(tabId).catch((error: unknown) => {
        console.error('What is shown of a tab could not be brought up to date.', error);
      });
      if (!running.urgent) await this.pause(running);
    }
    this.tabs.delete(tabId);
  }

  private async pause(running: Refreshing): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, PAUSE);
      running.hurry = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    running.hurry = null;
  }
}
