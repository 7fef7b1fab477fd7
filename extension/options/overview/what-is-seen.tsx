import { FlagAddress } from '../../ui/flag-address.tsx';
import { text } from '../../ui/text.ts';
import type { BrowserFacts } from './browser-facts.ts';

/** What this browser shows an extension, kind by kind. */
export function WhatIsSeen({ facts, firefox }: { facts: BrowserFacts; firefox: boolean }) {
  return (
    <dl class="facts">
      <div>
        <dt>{text('seenCertificates')}</dt>
        <dd>
          <Certificates facts={facts} firefox={firefox} />
        </dd>
      </div>
      <div>
        <dt>{text('seenTries')}</dt>
        <dd>{firefox ? text('seenTriesFirefox') : text('seenTriesChromium')}</dd>
      </div>
      <div>
        <dt>{text('seenRequests')}</dt>
        <dd>{firefox ? text('seenRequestsFirefox') : text('seenRequestsChromium')}</dd>
      </div>
      <div>
        <dt>{text('seenArrival')}</dt>
        <dd>{text('seenArrivalNever')}</dd>
      </div>
    </dl>
  );
}

function Certificates({ facts, firefox }: { facts: BrowserFacts; firefox: boolean }) {
  if (!facts.siteAccess) return <>{text('seenCertificatesNoAccess')}</>;
  if (firefox) return <>{text('seenCertificatesFirefox')}</>;
  switch (facts.certificates) {
    case 'shown':
      return <>{text('seenCertificatesShown')}</>;
    case 'hidden':
      return (
        <>
          {text('seenCertificatesHidden')}
          <FlagAddress />
        </>
      );
    case 'too-old':
      return <>{text('seenCertificatesTooOld')}</>;
    case null:
      return <>{text('seenCertificatesNotYet')}</>;
  }
}
