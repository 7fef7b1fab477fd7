// @vitest-environment happy-dom
/** Names that strangers chose, and records that do not fit, in the places besides the popup's issuer and endpoints. */
import './fake-browser.ts';
import { cleanup, render, waitFor } from '@testing-library/preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { UnmatchedChecks } from '../../../extension/options/overview/unmatched-checks.tsx';
import { FindingOfCompanion } from '../../../extension/popup/companion-finding.tsx';
import { PAGE_STATE_TITLE, pageTitle } from '../../../extension/ui/page-state.ts';
import { HOSTILE_TEXTS } from '../../fuzz/hostile-texts.ts';
import { fakeStorage } from './fake-storage.ts';
import { FOREIGN, findings, issuersNamed } from './hostile-findings.ts';
import { evidence, httpsReport, NOW } from './sample-reports.ts';

const NAMES = HOSTILE_TEXTS.map((name) => [name.slice(0, 40), name] as const);
const CHECK = {
  channel: 'ocsp',
  endpoint: 'http://o.example/',
  at: NOW,
  private: false,
  candidates: ['https://site.example'],
};

beforeEach(() => {
  cleanup();
  fakeStorage.session.clear();
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});

async function checksShown(...checks: unknown[]): Promise<Element> {
  await fakeStorage.session.set({ 'unmatched:checks': checks });
  const { container } = render(<UnmatchedChecks now={NOW} />);
  await waitFor(() => expect(container.textContent).not.toBe(''));
  return container;
}

describe('the checks that no site was found for', () => {
  it.each(NAMES)('show an endpoint inert: %j', async (_, name) => {
    const container = await checksShown(
      { ...CHECK, endpoint: name },
      { ...CHECK, endpoint: `http://${name}/` },
    );
    expect(container.querySelectorAll('tbody tr')).toHaveLength(2);
    expect(findings(container)).toEqual([]);
  });

  it.each([
    ['a time that no date can hold', { at: 1e300 }],
    ['a site that is no address', { candidates: ['nonsense'] }],
    ['a site with a broken address', { candidates: ['https://['] }],
    ['a channel that does not exist', { channel: 'telepathy' }],
  ])('are none where a record has %s', async (_, change) => {
    const container = await checksShown({ ...CHECK, ...change });
    expect(container.querySelector('table')).toBeNull();
    expect(await fakeStorage.session.get()).toEqual({});
  });
});

describe('the finding of the companion', () => {
  it.each(NAMES)('shows what a server or a CA named inert: %j', (_, name) => {
    for (const issuer of issuersNamed(name)) {
      const { container } = render(
        <FindingOfCompanion
          finding={{
            at: NOW,
            outcome: {
              is: 'saw',
              sha256: name,
              issuer,
              certificate: {
                sha256: name,
                serialNumber: name,
                notBefore: '2026-09-01T00:00:00Z',
                notAfter: '2026-11-30T00:00:00Z',
                mustStaple: false,
              },
              tlsVersion: name,
              nodeRejects: name,
              staple: { is: 'none' },
              stapleSignature: null,
              handshakeMilliseconds: 12,
            },
          }}
          browserSaw={null}
          extensionId="a"
          now={NOW}
        />,
      );
      expect(container.querySelectorAll(FOREIGN)).toHaveLength(0);
      expect(findings(container)).toEqual([]);
      cleanup();
    }
  });
});

describe("the toolbar's title", () => {
  it.each(NAMES)(
    'is one of a few sentences, whatever a page, its CA or its endpoints are called: %j',
    (_, name) => {
      const titles: string[] = [...Object.values(PAGE_STATE_TITLE), 'titleOwnSite'];
      for (const issuer of issuersNamed(name))
        expect(titles).toContain(pageTitle(httpsReport(evidence({ issuer, host: 'site.example' }))));
    },
  );
});
