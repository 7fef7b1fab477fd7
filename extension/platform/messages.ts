/** What pages ask the background, and what it tells them. Everything is checked where it enters. */
import * as v from 'valibot';
import type { Runtime } from 'webextension-polyfill';
import type { PageReport } from '../../src/exposure/exposure.ts';
import { browser } from './browser.ts';

const Request = v.strictObject({
  type: v.literal('report'),
  tabId: v.pipe(v.number(), v.integer(), v.minValue(0)),
});
const Changed = v.strictObject({ type: v.literal('changed'), tabId: v.number() });
/** The background builds a report from checked parts, in this same version of the program: its kind tells enough. */
const Report = v.custom<PageReport>(
  (answer) => typeof answer === 'object' && answer !== null && 'kind' in answer,
  'The background gave no report.',
);

export type ReportRequest = v.InferOutput<typeof Request>;

/**
 * The report on a tab.
 *
 * @throws when the background does not answer, or answers with an error
 */
export async function requestReport(tabId: number): Promise<PageReport> {
  const answer: unknown = await browser.runtime.sendMessage({
    type: 'report',
    tabId,
  } satisfies ReportRequest);
  return v.parse(Report, answer);
}

/** Calls back whenever the report on a tab may have changed. Returns what ends it. */
export function onReportChanged(tabId: number, callback: () => void): () => void {
  const listener = (message: unknown): undefined => {
    const parsed = v.safeParse(Changed, message);
    if (parsed.success && parsed.output.tabId === tabId) callback();
  };
  browser.runtime.onMessage.addListener(listener);
  return () => browser.runtime.onMessage.removeListener(listener);
}

/** Tells open pages that the report on a tab may have changed. */
export async function announceChange(tabId: number): Promise<void> {
  try {
    await browser.runtime.sendMessage({ type: 'changed', tabId });
  } catch {
    // No page is open: the usual case.
  }
}

/**
 * Answers the extension's own pages. Messages from web pages, content scripts and other extensions, and those that
 * do not fit the schema, get no answer.
 */
export function answerReports(report: (tabId: number) => Promise<PageReport>): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    const parsed = v.safeParse(Request, message);
    if (!fromOwnPage(sender) || !parsed.success) return undefined;
    return report(parsed.output.tabId);
  });
}

/** Whether a message comes from one of the extension's own pages. */
export function fromOwnPage(sender: Runtime.MessageSender): boolean {
  return sender.id === browser.runtime.id && sender.url?.startsWith(browser.runtime.getURL('')) === true;
}
