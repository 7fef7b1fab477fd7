import { useState } from 'preact/hooks';
import { text } from '../ui/text.ts';
import { FlagHint } from './flag-hint.tsx';

interface SiteAccessHintProps {
  firefox: boolean;
  requestSiteAccess: () => Promise<boolean>;
  onAccessGiven: () => void;
}

/** Access to sites is missing: why it is needed, and a button that asks the browser for it. */
export function SiteAccessHint({ firefox, requestSiteAccess, onAccessGiven }: SiteAccessHintProps) {
  const [refused, setRefused] = useState(false);
  const ask = () => {
    // Browsers ask the person only while the click is being handled: nothing may be awaited before this call.
    requestSiteAccess().then(
      (given) => (given ? onAccessGiven() : setRefused(true)),
      () => setRefused(true),
    );
  };
  return (
    <>
      {!firefox && <FlagHint thenAllow />}
      <p>{text('siteAccessWhy')}</p>
      <button type="button" class="button primary" onClick={ask}>
        {text('allow')}
      </button>
      <p class="aside">
        {firefox ? text('siteAccessTakenBackFirefox') : text('siteAccessTakenBackChromium')}
      </p>
      <output class="outcome">{refused && text('siteAccessRefused')}</output>
    </>
  );
}
