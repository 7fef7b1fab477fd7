import type { PageReport } from '../../src/exposure/exposure.ts';
import { text } from '../ui/text.ts';
import { FlagHint } from './flag-hint.tsx';
import { SiteAccessHint } from './site-access-hint.tsx';

interface VisibilityHintProps {
  report: PageReport & { kind: 'https' };
  firefox: boolean;
  requestSiteAccess: () => Promise<boolean>;
  onAccessGiven: () => void;
}

/** Where the certificate could not be seen: what the browser does by default, and what to do. */
export function VisibilityHint({ report, firefox, requestSiteAccess, onAccessGiven }: VisibilityHintProps) {
  const unknown = report.page.main.issuer.is === 'unknown';
  // What was seen before the access was withdrawn stays; what comes now is not seen.
  if (!unknown && report.siteAccess) return null;
  const { channels } = report.page.main;
  const asksNobody = channels.ocsp.state === 'not-expected' && channels.crl.state === 'not-expected';
  return (
    <section class="notice" aria-labelledby="visibility-title">
      <h2 id="visibility-title">{text('whatToDo')}</h2>
      {unknown && asksNobody && <p>{text('asksNobodyByDefault')}</p>}
      <WhatToDo
        visibility={report.siteAccess ? report.visibility : 'no-site-access'}
        firefox={firefox}
        requestSiteAccess={requestSiteAccess}
        onAccessGiven={onAccessGiven}
      />
    </section>
  );
}

type WhatToDoProps = Omit<VisibilityHintProps, 'report'> & {
  visibility: VisibilityHintProps['report']['visibility'];
};

function WhatToDo({ visibility, firefox, requestSiteAccess, onAccessGiven }: WhatToDoProps) {
  switch (visibility) {
    case 'hidden-by-browser':
      return <FlagHint />;
    case 'browser-too-old':
      return <p>{firefox ? text('updateFirefox') : text('updateChromium')}</p>;
    case 'no-site-access':
      return (
        <SiteAccessHint
          firefox={firefox}
          requestSiteAccess={requestSiteAccess}
          onAccessGiven={onAccessGiven}
        />
      );
    case 'not-seen':
    case 'visible':
      return <p>{text('reloadToSee')}</p>;
    case 'unreadable':
      return <p>{text('certificateUnreadable')}</p>;
  }
}
