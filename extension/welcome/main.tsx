import { render } from 'preact';
import { isFirefox } from '../platform/browser.ts';
import { thisBrowser } from '../platform/identity.ts';
import { hasSiteAccess, requestSiteAccess } from '../platform/permissions.ts';
import { describeDocument } from '../ui/document-language.ts';
import { text } from '../ui/text.ts';
import { Welcome } from './welcome.tsx';

async function start(place: HTMLElement): Promise<void> {
  const [{ platform }, siteAccess] = await Promise.all([thisBrowser(), hasSiteAccess()]);
  render(
    <Welcome
      firefox={isFirefox}
      android={platform === 'android'}
      siteAccess={siteAccess}
      requestSiteAccess={requestSiteAccess}
    />,
    place,
  );
}

describeDocument(text('welcomePageTitle'));
const root = document.getElementById('root');
if (root !== null) void start(root);
