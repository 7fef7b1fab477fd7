/**
 * The background: a worker in Chromium, an event page in Firefox. Both are stopped when idle and started by the next
 * event, so every listener is registered here, synchronously, while the script is first run.
 */
import type { PageReport } from '../../src/exposure/exposure.ts';
import { browser, isFirefox } from '../platform/browser.ts';
import { answerCertificateVisibility } from '../platform/certificate-visibility.ts';
import { answerReports } from '../platform/messages.ts';
import { onSiteAccessChanged } from '../platform/permissions.ts';
import { followSync } from '../platform/synced-settings.ts';
import { capability, learnCapability } from './capability.ts';
import { observeChromium } from './certificates.chromium.ts';
import { observeFirefox } from './certificates.firefox.ts';
import { Companion } from './companion.chromium.ts';
import { watchDepartures } from './contacts.firefox.ts';
import { Contacts } from './contacts.ts';
import { learnedOf } from './learned.ts';
import { recordUnmatchedInHistory, startHistory } from './history.ts';
import { followPageOnly } from './page-only.ts';
import { reportOn } from './report.ts';
import { followTabs } from './tab-events.ts';
import { Telling } from './telling.ts';
import { Visits } from './visits.ts';
import { welcomeOnInstall } from './welcome.ts';

const visits = new Visits({
  changed: (tabId, shown) => {
    telling.changed(tabId, shown);
  },
  closing: (tabId, visit) => telling.closing(tabId, visit),
});
// Written out: the constant `isFirefox` would leave the import in Firefox's build, which must not have it.
const companion =
  import.meta.env.MODE === 'firefox'
    ? null
    : new Companion((tabId) => {
        telling.now(tabId);
      });
const telling = new Telling(visits, companion);

if (isFirefox) {
  followPageOnly(observeFirefox(visits));
  const contacts = new Contacts(
    (place, contact) => {
      visits.addContact(place, contact);
      telling.now(place.tabId);
    },
    (check) => {
      void recordUnmatchedInHistory(check);
    },
  );
  void contacts.takeOver(Date.now());
  visits.recorded = (...response) => {
    contacts.learned(learnedOf(...response));
  };
  watchDepartures(contacts);
} else followPageOnly(observeChromium(visits, learnCapability));

answerReports(report);
startHistory();
answerCertificateVisibility(capability);
followSync();
welcomeOnInstall();

followTabs(visits, (tabId, loading) => {
  telling.tabTold(tabId, loading);
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

// An earlier background may have died between a tab's last event and what the toolbar was to say of it.
void refreshAll({ active: true });

async function report(tabId: number): Promise<PageReport> {
  const visit = await visits.get(tabId);
  const { report: seen } = await reportOn(tabId, visit, await visits.trouble(tabId));
  if (companion === null) return seen;
  return companion.beside(tabId, seen).catch((error: unknown) => {
    console.warn('What the companion found could not be looked up.', error);
    return seen;
  });
}

async function refreshAll(which: { active?: true } = {}): Promise<void> {
  for (const { id } of await browser.tabs.query(which)) if (id !== undefined) telling.tabTold(id, false);
}
