import { useState } from 'preact/hooks';
import { giveBackSiteAccess, requestSiteAccess } from '../../platform/permissions.ts';
import { text } from '../../ui/text.ts';

/** Access to sites: given and given back. The facts above follow the browser's own word, not the click. */
export function SiteAccess({ given }: { given: boolean }) {
  const [refused, setRefused] = useState(false);
  const settle = (answer: Promise<boolean>) => {
    answer.then(
      (done) => setRefused(!done),
      () => setRefused(true),
    );
  };
  return (
    <section id="overview-site-access" aria-labelledby="overview-site-access-title">
      <h3 id="overview-site-access-title">{text('siteAccessTitle')}</h3>
      <p>{given ? text('siteAccessGiven') : text('siteAccessMissing')}</p>
      <p>
        {given ? (
          <button type="button" class="button" onClick={() => settle(giveBackSiteAccess())}>
            {text('siteAccessGiveBack')}
          </button>
        ) : (
          // Browsers ask only while the click is being handled: nothing is awaited before.
          <button type="button" class="button primary" onClick={() => settle(requestSiteAccess())}>
            {text('siteAccessAllow')}
          </button>
        )}
      </p>
      <output class="outcome">{refused && text('siteAccessUnchanged')}</output>
    </section>
  );
}
