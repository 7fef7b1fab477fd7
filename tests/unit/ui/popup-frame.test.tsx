// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { fireEvent } from '@testing-library/preact';
import { openPopup, openPopupIn } from './popup-view.tsx';
import { evidence, httpsReport, ISSUER, SAMPLE } from './sample-reports.ts';

describe('before the answer is known', () => {
  it('shows no state at all', () => {
    const popup = openPopupIn({ phase: 'loading' });
    expect(popup.queryByRole('img')).toBeNull();
    expect(popup.getByRole('status').textContent).toBe('Looking at this page…');
    expect(popup.words()).not.toMatch(/asked|certificate/i);
  });

  it('says plainly when the background does not answer, with a way to try again', () => {
    const popup = openPopupIn({ phase: 'failed' });
    expect(popup.getByRole('alert').textContent).toBe('The extension did not answer.');
    fireEvent.click(popup.getByRole('button', { name: 'Try again' }));
    expect(popup.onRetry).toHaveBeenCalledOnce();
  });
});

describe('round the answer', () => {
  it('stand the host and the ways to the options page', () => {
    const popup = openPopup(SAMPLE.common);
    expect(popup.getByRole('heading', { level: 1 }).textContent).toBe('example.org');
    const way = (name: string) => popup.getByRole('link', { name }).getAttribute('href');
    expect(way('Policy, rights and about this extension')).toBe('../options/index.html#overview');
    expect(way('Help: what the answers mean')).toBe('../options/index.html#answers');
  });

  it('name the edition, the original and who is not behind this', () => {
    const popup = openPopup(SAMPLE.notASite);
    const footer = popup.getByRole('contentinfo');
    expect(footer.textContent).toContain('Policy of 6 July 2026 (newest known)');
    expect(footer.textContent).toContain("Not affiliated with Let's Encrypt or ISRG.");
    expect(popup.getByRole('link', { name: /full/ }).getAttribute('href')).toBe(
      'https://letsencrypt.org/privacy/',
    );
  });

  it('say when the facts are older than a year, and not before', () => {
    const at = (day: string) => openPopup(SAMPLE.common, { now: Date.parse(day) }).words();
    expect(at('2027-08-01')).not.toContain('more than a year old');
    expect(at('2027-09-01')).toContain('more than a year old (21 August 2026)');
  });
});

describe('the hosts of the page', () => {
  it('are counted, and listed with issuer, proof and channels', () => {
    const popup = openPopup(SAMPLE.common);
    const details = popup.getByText('4 hosts on this page', { exact: false }).closest('details');
    expect(details?.querySelector('summary')?.textContent).toBe("4 hosts on this page · 2 Let's Encrypt");
    const rows = [...(details?.querySelectorAll('tbody tr') ?? [])].map((row) =>
      [...row.children].map((cell) => cell.textContent),
    );
    expect(rows[0]).toEqual([
      "example.orgLet's Encrypt YE1, proven by its key",
      'not named',
      'not used',
      'not used',
    ]);
    expect(rows[2]?.[0]).toBe('fonts.example.netExample Trust TLS CA 1 (Example Trust Ltd)');
    const columns = [...(details?.querySelectorAll('thead th') ?? [])].map((cell) => cell.textContent);
    expect(columns).toEqual(['Host and issuer', 'OCSP', 'CRL', 'Issuer fetch']);
  });

  it('show a contact with its time in the cell of its channel', () => {
    const cells = [...openPopup(SAMPLE.asked).container.querySelectorAll('tbody td')];
    expect(cells[0]?.textContent).toBe('seen leaving, 14:02');
  });

  it('say how many are not listed', () => {
    const report = httpsReport(evidence());
    if (report.kind !== 'https') throw new Error('not the page meant');
    const popup = openPopup({ ...report, page: { ...report.page, omittedHosts: 3 } });
    expect(popup.words()).toContain('4 hosts on this page');
    expect(popup.words()).toContain('3 more hosts were seen and are not listed.');
  });
});

describe('what strangers wrote', () => {
  const hostile = {
    ...ISSUER.other,
    authority: '<img src=x onerror=alert(1)>\u202E',
    organization: 'Evil\u200BCorp',
  };
  const longName = `${'very-long.'.repeat(20)}example`;

  it('is text, never markup, and its invisible characters are shown', () => {
    const popup = openPopup(httpsReport(evidence({ issuer: hostile })));
    expect(popup.answer()).toContain('<img src=x onerror=alert(1)>[U+202E] (Evil[U+200B]Corp)');
    expect(popup.container.querySelectorAll('img')).toHaveLength(1);
  });

  it('is cut when long, and whole in the tooltip', () => {
    const popup = openPopup(httpsReport(evidence({ host: longName })));
    const name = popup.getByRole('heading', { level: 1 }).querySelector('bdi');
    expect(name?.textContent).toHaveLength(80);
    expect(name?.title).toBe(longName);
  });

  it('keeps an internationalised host in its ASCII form', () => {
    const popup = openPopup(httpsReport(evidence({ host: 'xn--pple-43d.example' })));
    expect(popup.getByRole('heading', { level: 1 }).textContent).toBe('xn--pple-43d.example');
  });
});

it.each(Object.keys(SAMPLE) as (keyof typeof SAMPLE)[])('%s puts no visited site into an address', (name) => {
  const allowed = /^(?:\.\.\/options\/index\.html#|https:\/\/[\w.-]+\/)/;
  const addresses = openPopup(SAMPLE[name]).addresses();
  expect(addresses.length).toBeGreaterThan(3);
  // Every sample's hosts are below `example`, but for Let's Encrypt's own forum.
  expect(addresses.filter((address) => !allowed.test(address) || /example|community/.test(address))).toEqual(
    [],
  );
});
