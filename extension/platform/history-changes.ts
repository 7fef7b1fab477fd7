/** Open pages hear of each change of the history that the background or another page made. */
import * as v from 'valibot';
import { browser } from './browser.ts';

const ChangeSchema = v.union([
  v.literal('erased'),
  /** A request that no page could be matched with was added or erased. */
  v.literal('unmatched'),
  /** The entry that was made or changed. */
  v.object({ day: v.string(), site: v.string() }),
]);
const MessageSchema = v.strictObject({ type: v.literal('history-changed'), change: ChangeSchema });

export type HistoryChange = v.InferOutput<typeof ChangeSchema>;

/** Tells every other page of the extension. */
export function announceHistoryChange(change: HistoryChange): void {
  const message = { type: 'history-changed', change } satisfies v.InferInput<typeof MessageSchema>;
  browser.runtime.sendMessage(message).catch(() => {
    // No page is open: the usual case.
  });
}

const here = new Set<(change: HistoryChange) => void>();

/** Tells this page alone, which hears nothing of what it announces. */
export function tellThisPage(change: HistoryChange): void {
  for (const callback of here) callback(change);
}

/** Calls back with each change that was made elsewhere, or told to this page. Returns what ends it. */
export function onHistoryChanged(callback: (change: HistoryChange) => void): () => void {
  here.add(callback);
  const listener = (message: unknown): undefined => {
    const parsed = v.safeParse(MessageSchema, message);
    if (parsed.success) callback(parsed.output.change);
  };
  browser.runtime.onMessage.addListener(listener);
  return () => {
    here.delete(callback);
    browser.runtime.onMessage.removeListener(listener);
  };
}
