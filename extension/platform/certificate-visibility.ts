/** Whether Chromium shows this extension certificates: only the background learns that, from the responses it sees. */
import * as v from 'valibot';
import type { Runtime } from 'webextension-polyfill';
import { browser } from './browser.ts';
import { fromOwnPage } from './messages.ts';

const Request = v.strictObject({ type: v.literal('certificate-visibility') });
/** null: no https response was seen yet. */
const Answer = v.nullable(v.picklist(['shown', 'hidden', 'too-old']));

export type CertificateVisibility = v.InferOutput<typeof Answer>;

/** @throws when the background does not answer */
export async function requestCertificateVisibility(): Promise<CertificateVisibility> {
  return v.parse(Answer, await browser.runtime.sendMessage({ type: 'certificate-visibility' }));
}

/** Answers the extension's own pages; for the background, synchronously when it starts. */
export function answerCertificateVisibility(learned: () => Promise<CertificateVisibility>): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) =>
    fromOwnPage(sender) && v.is(Request, message) ? learned() : undefined,
  );
}
