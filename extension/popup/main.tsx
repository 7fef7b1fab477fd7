import { render } from 'preact';
import { newestEdition } from '../../src/policy/editions.ts';
import { isFirefox } from '../platform/browser.ts';
import { onReportChanged, requestReport } from '../platform/messages.ts';
import { hasPreciseWatch, requestSiteAccess } from '../platform/permissions.ts';
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
  const offersPreciseWatch = isFirefox && !(await hasPreciseWatch());
  render(<LivePopup source={source} now={Date.now()} offersPreciseWatch={offersPreciseWatch} />, place);
}

interface LivePopupProps {
  source: ReportSource;
  now: number;
  offersPreciseWatch: boolean;
}

function LivePopup({ source, now, offersPreciseWatch }: LivePopupProps) {
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
    />
  );
}

if (root !== null) void start(root);
