// @vitest-environment happy-dom
import './fake-browser.ts';
import { cleanup, render } from '@testing-library/preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { BrowserFacts } from '../../../extension/options/overview/browser-facts.ts';
import { Checking } from '../../../extension/options/overview/checking.tsx';
import { WhatIsSeen } from '../../../extension/options/overview/what-is-seen.tsx';
import type { Browser } from '../../../src/revocation/browser.ts';
import { chromium, firefox } from './sample-reports.ts';

beforeEach(cleanup);

/** What is said under each title. */
function facts(container: Element): Record<string, string> {
  return Object.fromEntries(
    [...container.querySelectorAll('.facts > div')].map((fact) => [
      fact.querySelector('dt')?.textContent ?? '',
      fact.querySelector('dd')?.textContent ?? '',
    ]),
  );
}

function seen(given: Partial<BrowserFacts>, inFirefox: boolean): string {
  const known = { browser: firefox.browser, siteAccess: true, certificates: null, ...given };
  cleanup();
  return facts(render(<WhatIsSeen facts={known} firefox={inFirefox} />).container)['Certificates'] ?? '';
}

function checks(browser: Browser) {
  cleanup();
  return render(<Checking browser={browser} />).container;
}

describe('what the browser shows', () => {
  it('depends on access to sites first', () => {
    expect(seen({ siteAccess: false, certificates: 'shown' }, true)).toContain('no access to sites');
    expect(seen({ siteAccess: false, certificates: 'shown' }, false)).toContain('no access to sites');
  });

  it('is told apart in Chromium: shown, hidden with the address of the flag, too old, not known', () => {
    expect(seen({ certificates: 'shown' }, false)).toContain('without its chain');
    expect(seen({ certificates: 'hidden' }, false)).toContain('chrome://flags/#web-request-security-info');
    expect(seen({ certificates: 'too-old' }, false)).toContain('from 144 on');
    expect(seen({ certificates: null }, false)).toContain('Not known yet');
    expect(seen({ certificates: 'shown' }, true)).toContain('whole chain');
  });

  it.each([
    ['Microsoft Edge', 'edge:'],
    ['Brave', 'brave:'],
    ['Google Chrome', 'chrome:'],
    ['A browser of tomorrow', 'chrome:'],
  ])("gives the flag's address as %s writes it", (name, scheme) => {
    const brands = ['Not)A;Brand', 'Chromium', name].map((brand) => ({ brand, version: '156' }));
    vi.stubGlobal('navigator', { userAgentData: { brands }, userAgent: '' });
    expect(seen({ certificates: 'hidden' }, false)).toContain(`${scheme}//flags/#web-request-security-info`);
    vi.unstubAllGlobals();
  });
});

describe('how the browser checks', () => {
  it('is told apart by the root in Firefox, each with its source', () => {
    const container = checks(firefox.browser);
    const ocsp = facts(container)['OCSP'] ?? '';
    expect(ocsp).toContain('came with the browser: not used');
    expect(ocsp).toContain('administrator added: used whenever');
    expect(ocsp).toContain('about:config');
    expect(facts(container)['CRL']).toContain('Not used.');
    for (const channel of container.querySelectorAll('dd'))
      expect(channel.querySelector('.source')).not.toBeNull();
    expect(container.textContent).toContain('asks no CA');
  });

  it('names the rare fetch of Chromium', () => {
    expect(facts(checks(chromium.browser))['Issuer fetch']).toContain('rare cases');
  });

  it('claims nothing of a browser that is not known', () => {
    const container = checks({ name: 'unknown', engine: 'unknown', version: null, platform: 'unknown' });
    for (const fact of Object.values(facts(container))) expect(fact).toContain('Not known');
    expect(container.textContent).not.toContain('asks no CA');
  });
});
