/**
 * The reports on a tab. The first is asked for at once, while the popup still reads its settings: a background that
 * sleeps takes a while to wake. What changes before the popup listens is not missed.
 */
import type { PageReport } from '../../src/exposure/exposure.ts';
import { onReportChanged, requestReport } from '../platform/messages.ts';
import type { ReportSource } from './page-report.ts';

/** Milliseconds: an answer that comes sooner is the first thing drawn; a skeleton before it would only flicker. */
const SOON = 50;

export class TabReports implements ReportSource {
  early: PageReport | null = null;
  private first: Promise<PageReport> | null;
  private missed = false;
  private callback: (() => void) | null = null;

  constructor(private readonly tabId: number) {
    onReportChanged(tabId, () => {
      if (this.callback === null) this.missed = true;
      else this.callback();
    });
    this.first = requestReport(tabId);
    // Whoever asks for it hears of the failure.
    this.first.catch(() => undefined);
  }

  /** Resolves when the first report is there, or cannot be had soon. */
  async soon(): Promise<void> {
    const first = this.first?.catch(() => null) ?? null;
    const late = new Promise<null>((resolve) => setTimeout(resolve, SOON, null));
    this.early = await Promise.race([first, late]);
    if (this.early !== null) this.first = null;
  }

  request(): Promise<PageReport> {
    const report = this.first ?? requestReport(this.tabId);
    this.first = null;
    return report;
  }

  onChanged(callback: () => void): () => void {
    this.callback = callback;
    if (this.missed) callback();
    this.missed = false;
    return () => {
      this.callback = null;
    };
  }
}
