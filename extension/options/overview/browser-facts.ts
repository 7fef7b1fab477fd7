/** What is known of this browser while the page is open: asked for once, and again when access to sites changes. */
import { useEffect, useState } from 'preact/hooks';
import type { Browser } from '../../../src/revocation/browser.ts';
import { isFirefox } from '../../platform/browser.ts';
import {
  requestCertificateVisibility,
  type CertificateVisibility,
} from '../../platform/certificate-visibility.ts';
import { thisBrowser } from '../../platform/identity.ts';
import { hasSiteAccess, onSiteAccessChanged } from '../../platform/permissions.ts';

export interface BrowserFacts {
  browser: Browser;
  siteAccess: boolean;
  /** Firefox shows them wherever there is access. null: not known yet. */
  certificates: CertificateVisibility;
}

/** null until they are known. */
export function useBrowserFacts(): BrowserFacts | null {
  const [facts, setFacts] = useState<BrowserFacts | null>(null);
  useEffect(() => {
    const renew = () => {
      gather().then(setFacts, (error: unknown) => {
        console.warn('What this browser shows could not be found out.', error);
      });
    };
    renew();
    onSiteAccessChanged(renew);
  }, []);
  return facts;
}

async function gather(): Promise<BrowserFacts> {
  const [browser, siteAccess, certificates] = await Promise.all([
    thisBrowser(),
    hasSiteAccess(),
    certificateVisibility(),
  ]);
  return { browser, siteAccess, certificates };
}

async function certificateVisibility(): Promise<CertificateVisibility> {
  if (isFirefox) return 'shown';
  return requestCertificateVisibility().catch(() => null);
}
