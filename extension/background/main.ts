/**
 * The background: a worker in Chromium, an event page in Firefox. Both are stopped when idle and started by the next
 * event, so every listener is registered here, synchronously, while the script is first run.
 */
import type { PageReport } from '../../src/exposure/exposure.ts';
import { browser, isFirefox } from '../platform/browser.ts';
import { answerCertificateVisibility } from '../platform/certificate-visibility.ts';
import { announceChange, answerReports } from '../platform/messages.ts';
import { onSiteAccessChanged } from '../platform/permissions.ts';
import { followSync } from '../platform/synced-settings.ts';
import { capability, learnCapability } from './capability.ts';
import { observeChromium } from './certificates.chromium.ts';
import { observeFirefox } from './certificates.firefox.ts';
import { reportOn } from './report.ts';
import { showOnToolbar } from './toolbar.ts';
import { Visits } from './visits.ts';
import { welcomeOnInstall } from './welcome.ts';

const visits = new Visits(refresh);
/** Tabs whose toolbar is being worked out, and whether they changed again meanwhile. */
const refreshing = new Map<number, 'once' | 'again'>();

if (isFirefox) observeFirefox(visits);
else observeChromium(visits, learnCapability);

answerReports(report);
answerCertificateVisibility(capability);
followSync();
welcomeOnInstall();

browser.tabs.onUpdated.addListener((tabId, change) => {
  if (change.status !== undefined || change.url !== undefined) refresh(tabId);
});
browser.tabs.onActivated.addListener(({ tabId }) => {
  refresh(tabId);
});
browser.tabs.onRemoved.addListener((tabId) => {
  visits.forget(tabId);
});
browser.tabs.onReplaced.addListener((added, removed) => {
  visits.rename(removed, added);
  refresh(added);
});
onSiteAccessChanged(() => {
  void refreshAll();
});
browser.runtime.onInstalled.addListener(() => {
  void refreshAll();
});
browser.runtime.onStartup.addListener(() => {
  void refreshAll();
});

async function report(tabId: number): Promise<PageReport> {
  return reportOn(tabId, await visits.get(tabId));
}

/** Brings the toolbar and open pages up to date. Changes that come meanwhile are taken together. */
function refresh(tabId: number): void {
  if (refreshing.has(tabId)) {
    refreshing.set(tabId, 'again');
    return;
  }
  refreshing.set(tabId, 'once');
  showCurrent(tabId).catch((error: unknown) => {
    console.error('The toolbar could not be brought up to date.', error);
  });
}

async function showCurrent(tabId: number): Promise<void> {
  try {
    await showOnToolbar(tabId, await report(tabId));
    await announceChange(tabId);
  } finally {
    const again = refreshing.get(tabId) === 'again';
    refreshing.delete(tabId);
    if (again) refresh(tabId);
  }
}

async function refreshAll(): Promise<void> {
  for (const { id } of await browser.tabs.query({})) if (id !== undefined) refresh(id);
}
