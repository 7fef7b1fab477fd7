import { render } from 'preact';
import { newestEdition } from '../../src/policy/editions.ts';
import { isFirefox } from '../platform/browser.ts';
import { onReportChanged, requestReport } from '../platform/messages.ts';
import { requestSiteAccess } from '../platform/permissions.ts';
import { currentTab } from '../platform/tabs.ts';
import { describeDocument } from '../ui/document-language.ts';
import { usePageReport, type ReportSource } from './page-report.ts';
import { Popup } from './popup.tsx';
import { tabOfAddress } from './tab-of-address.ts';

describeDocument();
const root = document.getElementById('root');
const addressedTab = tabOfAddress(location.search);
// In a tab of its own the page may be wider than a popup.
if (addressedTab !== null) document.documentElement.classList.add('in-tab');

async function start(place: HTMLElement): Promise<void> {
  const tabId = addressedTab ?? (await currentTab())?.id ?? null;
  const source: ReportSource =
    tabId === null
      ? { request: () => Promise.resolve({ kind: 'not-a-site' }), onChanged: () => () => {} }
      : {
          request: () => requestReport(tabId),
          onChanged: (callback) => onReportChanged(tabId, callback),
        };
  render(<LivePopup source={source} now={Date.now()} />, place);
}

function LivePopup({ source, now }: { source: ReportSource; now: number }) {
  const { state, retry } = usePageReport(source);
  return (
    <Popup
      state={state}
      onRetry={retry}
      edition={newestEdition()}
      firefox={isFirefox}
      now={now}
      requestSiteAccess={requestSiteAccess}
    />
  );
}

if (root !== null) void start(root);
