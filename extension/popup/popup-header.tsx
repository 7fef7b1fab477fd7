import type { PageReport } from '../../src/exposure/exposure.ts';
import { HostileName } from '../ui/hostile-name.tsx';
import { optionsAddress } from '../ui/options-address.ts';
import { pageState, pageTitle } from '../ui/page-state.ts';
import { StateEmblem } from '../ui/state-emblem.tsx';
import { text } from '../ui/text.ts';

/** The emblem in its state, the page's host, and the ways to the options page. Before the report: no state at all. */
export function PopupHeader({ report }: { report: PageReport | null }) {
  return (
    <header class="popup-header">
      {report === null ? (
        <span class="emblem-place" />
      ) : (
        <StateEmblem state={pageState(report)} name={text(pageTitle(report))} />
      )}
      <h1>
        {report !== null && 'host' in report ? <HostileName name={report.host} /> : text('extension_name')}
      </h1>
      <nav aria-label={text('moreLabel')}>
        <a
          class="icon-link"
          href={optionsAddress('overview')}
          target="_blank"
          title={text('openOptions')}
          aria-label={text('openOptions')}
        >
          <SlidersDrawing />
        </a>
        <a
          class="icon-link"
          href={optionsAddress('answers')}
          target="_blank"
          title={text('openHelp')}
          aria-label={text('openHelp')}
        >
          <span aria-hidden="true">?</span>
        </a>
      </nav>
    </header>
  );
}

function SlidersDrawing() {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <g fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round">
        <path d="M2 4.5h6M12 4.5h2M2 11.5h2M8 11.5h6" />
        <circle cx="10" cy="4.5" r="2" />
        <circle cx="6" cy="11.5" r="2" />
      </g>
    </svg>
  );
}
