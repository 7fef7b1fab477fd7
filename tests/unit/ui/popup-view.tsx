/** The popup as a person meets it, for tests: what it says and what can be done with it. */
import './fake-browser.ts';
import { cleanup, render, within } from '@testing-library/preact';
import { vi } from 'vitest';
import type { PageReport } from '../../../src/exposure/exposure.ts';
import { newestEdition } from '../../../src/policy/editions.ts';
import type { ReportState } from '../../../extension/popup/page-report.ts';
import type { OwnSites } from '../../../extension/popup/own-site.tsx';
import { Popup } from '../../../extension/popup/popup.tsx';
import { NOW } from './sample-reports.ts';

export interface Surroundings {
  firefox?: boolean;
  now?: number;
  access?: boolean;
  offersPreciseWatch?: boolean;
  ownSites?: OwnSites;
}

export function openPopup(report: PageReport, surroundings: Surroundings = {}) {
  return openPopupIn({ phase: 'ready', report }, surroundings);
}

export function openPopupIn(state: ReportState, surroundings: Surroundings = {}) {
  cleanup();
  const onRetry = vi.fn<() => void>();
  const requestSiteAccess = vi.fn<() => Promise<boolean>>(() => Promise.resolve(surroundings.access ?? true));
  const { container } = render(
    <Popup
      state={state}
      onRetry={onRetry}
      edition={newestEdition()}
      firefox={surroundings.firefox ?? true}
      now={surroundings.now ?? NOW}
      requestSiteAccess={requestSiteAccess}
      offersPreciseWatch={surroundings.offersPreciseWatch ?? false}
      {...(surroundings.ownSites !== undefined && { ownSites: surroundings.ownSites })}
    />,
  );
  const view = within(document.body);
  return {
    ...view,
    container,
    onRetry,
    requestSiteAccess,
    /** The answer in its one sentence, as a screen reader announces it. */
    answer: () => view.getAllByRole('status')[0]?.textContent ?? '',
    /** The emblem's state in words. */
    emblem: () => view.getByRole('img').getAttribute('alt'),
    /** Everything that stands on the page. */
    words: () => container.textContent,
    addresses: () => [...container.querySelectorAll('[href]')].map((link) => link.getAttribute('href') ?? ''),
  };
}
