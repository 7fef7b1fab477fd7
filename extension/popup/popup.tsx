import type { PolicyEdition } from '../../src/policy/edition.ts';
import type { CompanionAccess } from './companion.tsx';
import { EditionFooter } from './edition-footer.tsx';
import { Failure } from './failure.tsx';
import type { OwnSites } from './own-site.tsx';
import type { ReportState } from './page-report.ts';
import { PageFindings } from './page-findings.tsx';
import { PopupHeader } from './popup-header.tsx';
import { Skeleton } from './skeleton.tsx';

/** What the popup knows besides the report; all of it is fixed while it is open. */
export interface PopupSurroundings {
  edition: PolicyEdition;
  firefox: boolean;
  /** Milliseconds since the epoch. */
  now: number;
  /** Asks the browser for access to sites; has to run inside a click. True: given. */
  requestSiteAccess: () => Promise<boolean>;
  /** Firefox: the precise watch could be turned on. */
  offersPreciseWatch?: boolean;
  /** Absent in private windows: what is marked there would be kept. */
  ownSites?: OwnSites;
  /** Show the reasons without being asked. */
  reasonsOpen?: boolean;
  /** Chromium: absent in private windows, where the companion is never asked. */
  companion?: CompanionAccess;
}

export function Popup({
  state,
  onRetry,
  ...surroundings
}: PopupSurroundings & { state: ReportState; onRetry: () => void }) {
  const { edition, now } = surroundings;
  const factsOf = state.phase === 'ready' && 'factsOf' in state.report ? state.report.factsOf : null;
  return (
    <div class="popup">
      <PopupHeader report={state.phase === 'ready' ? state.report : null} />
      <main>
        {state.phase === 'loading' && <Skeleton />}
        {state.phase === 'failed' && <Failure onRetry={onRetry} />}
        {state.phase === 'ready' && (
          <PageFindings report={state.report} onAccessGiven={onRetry} {...surroundings} />
        )}
      </main>
      <EditionFooter edition={edition} factsOf={factsOf} now={now} />
    </div>
  );
}
