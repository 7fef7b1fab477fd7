import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { newestEdition } from '../../src/policy/editions.ts';
import { isFirefox } from '../platform/browser.ts';
import { hasPreciseWatch, requestSiteAccess } from '../platform/permissions.ts';
import { changeSettings, onSettingsChanged, settingsInForce } from '../platform/settings.ts';
import { currentTab, isPrivateTab } from '../platform/tabs.ts';
import type { Settings } from '../../src/settings/settings.ts';
import { describeDocument } from '../ui/document-language.ts';
import type { CompanionAccess } from './companion.tsx';
import { companionAccess } from './companion-access.ts';
import { usePageReport, type ReportSource } from './page-report.ts';
import { Popup } from './popup.tsx';
import { TabReports } from './report-source.ts';
import { tabOfAddress } from './tab-of-address.ts';

describeDocument();
const root = document.getElementById('root');
const addressedTab = tabOfAddress(location.search);
// In a tab of its own the page may be wider than a popup.
if (addressedTab !== null) document.documentElement.classList.add('in-tab');

/** The tab that the popup is about; null: none. One that cannot be asked counts as private. */
async function chosenTab(): Promise<{ id: number; incognito: boolean } | null> {
  if (addressedTab === null) return currentTab();
  return { id: addressedTab, incognito: await isPrivateTab(addressedTab) };
}

const NO_TAB: ReportSource = {
  request: () => Promise.resolve({ kind: 'not-a-site' }),
  onChanged: () => () => {},
};

async function start(place: HTMLElement): Promise<void> {
  const tab = await chosenTab();
  const tabId = tab?.id ?? null;
  const privately = tab?.incognito ?? false;
  const reports = tabId === null ? null : new TabReports(tabId);
  const source = reports ?? NO_TAB;
  const [offersPreciseWatch, { settings, fixed }] = await Promise.all([
    hasPreciseWatch().then((has) => isFirefox && !has),
    settingsInForce(),
    reports?.soon(),
  ]);
  const companion =
    tabId === null ? null : await companionAccess(tabId, { privately, always: settings.companionAlways });
  render(
    <LivePopup
      source={source}
      now={Date.now()}
      offersPreciseWatch={offersPreciseWatch}
      settings={settings}
      privately={privately}
      ownSitesFixed={fixed.ownSites !== undefined}
      companion={companion}
    />,
    place,
  );
}

interface LivePopupProps {
  source: ReportSource;
  now: number;
  offersPreciseWatch: boolean;
  settings: Settings;
  /** The popup is about a private tab: nothing that would be kept is offered. */
  privately: boolean;
  ownSitesFixed: boolean;
  companion: CompanionAccess | null;
}

function LivePopup({
  source,
  now,
  offersPreciseWatch,
  settings: initial,
  privately,
  ownSitesFixed,
  companion,
}: LivePopupProps) {
  const [settings, setSettings] = useState(initial);
  useEffect(() => onSettingsChanged(setSettings), []);
  const mark = (host: string, own: boolean) => {
    const others = settings.ownSites.filter((site) => site !== host);
    void changeSettings({ ownSites: own ? [...others, host].toSorted() : others });
  };
  const { state, retry } = usePageReport(source);
  return (
    <Popup
      state={state}
      onRetry={retry}
      edition={newestEdition()}
      firefox={isFirefox}
      now={now}
      requestSiteAccess={requestSiteAccess}
      offersPreciseWatch={offersPreciseWatch}
      reasonsOpen={settings.reasonsOpen}
      {...(companion !== null && { companion })}
      {...(!privately && {
        ownSites: { list: settings.ownSites, fixed: ownSitesFixed, mark },
      })}
    />
  );
}

if (root !== null) void start(root);
