// @vitest-environment happy-dom
import { cleanup, fireEvent } from '@testing-library/preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { openPopup } from './popup-view.tsx';
import { evidence, httpsReport, ISSUER, SAMPLE } from './sample-reports.ts';

const page = (host: string, ...others: string[]) =>
  httpsReport(
    evidence({ host }),
    others.map((other) => evidence({ host: other, issuer: ISSUER.other })),
  );
const own = (...list: string[]) => ({
  list,
  fixed: false,
  mark: vi.fn<(host: string, own: boolean) => void>(),
});

beforeEach(cleanup);

describe("a visitor of Let's Encrypt's and ISRG's sites", () => {
  const marked = (report: ReturnType<typeof page>) => {
    cleanup();
    const popup = openPopup(report);
    return [...popup.container.querySelectorAll('.visitor dt')]
      .filter((title) => title.querySelector('.here') !== null)
      .map((title) => title.firstChild?.textContent?.trim());
  };

  it('is told first of the kind of page that this is, by the hosts that took part', () => {
    expect(marked(page('letsencrypt.org'))).toEqual(['Website']);
    expect(marked(page('letsencrypt.org', 'donorbox.org', 'js.stripe.com'))).toEqual(['Donation']);
    expect(marked(page('letsencrypt.org', 'outreach.abetterinternet.org'))).toEqual(['Newsletter']);
    expect(marked(page('community.letsencrypt.org'))).toEqual(['Forum']);
    expect(marked(page('letsencrypt.org', 'www.google-analytics.com'))).toEqual(['Website']);
  });

  it('is told who else took part, and who runs a site for them', () => {
    const donation = openPopup(
      page('www.abetterinternet.org', 'donorbox.org', 'js.stripe.com', 'js.stripe.com'),
    );
    expect(donation.words()).toContain('each under its own policy: DonorBox and Stripe.');
    const status = openPopup(page('letsencrypt.status.io'));
    expect(status.words()).toContain('Status page, run by Status.io');
    expect(openPopup(page('letsencrypt.org')).words()).not.toContain('Also part of this page');
  });

  it('is told nothing of the kind elsewhere, whatever takes part', () => {
    expect(openPopup(page('example.org', 'donorbox.org')).words()).not.toContain('as a visitor');
  });
});

describe('a subscriber', () => {
  it('is told what is left, for how long, and that it may be published, on a site of their own', () => {
    const popup = openPopup(page('mine.example'), { ownSites: own('mine.example') });
    const told = popup.getByRole('region', { name: "What you leave as the site's operator" });
    expect(told.textContent).toContain('full logs of the requests');
    expect(told.textContent).toContain('at least 2 years');
    expect(told.textContent).toContain('The policy names no end.');
    expect(told.textContent).toContain('It may be published');
    expect(told.textContent).toContain('impossible to delete');
    expect(told.textContent).toContain("Let's Encrypt's privacy policy of 6 July 2026");
  });

  it('is told so where a page talks to the servers for issuing certificates', () => {
    expect(openPopup(page('panel.example', 'acme-v02.api.letsencrypt.org')).words()).toContain(
      'at least 2 years',
    );
    expect(
      openPopup(page('panel.example', 'acme-v02.api.letsencrypt.org.evil.example')).words(),
    ).not.toContain('2 years');
  });

  it('is not made of a customer of another CA', () => {
    const report = httpsReport(evidence({ host: 'mine.example', issuer: ISSUER.other }));
    const popup = openPopup(report, { ownSites: own('mine.example') });
    expect(popup.words()).toContain('Another CA issued its certificate');
    expect(popup.words()).not.toContain('2 years');
  });

  it('is nobody on a site that is not marked', () => {
    expect(openPopup(page('mine.example'), { ownSites: own('other.example') }).words()).not.toContain(
      'operator',
    );
  });
});

describe('the mark on a site of one’s own', () => {
  it('is set and taken by a tick', () => {
    const ownSites = own();
    const popup = openPopup(page('mine.example'), { ownSites });
    fireEvent.click(popup.getByLabelText('I run this site'));
    expect(ownSites.mark).toHaveBeenCalledWith('mine.example', true);
    const marked = own('mine.example');
    const again = openPopup(page('mine.example'), { ownSites: marked });
    fireEvent.click(again.getByLabelText('I run this site'));
    expect(marked.mark).toHaveBeenCalledWith('mine.example', false);
  });

  it("is not offered in private windows, without a site, and on Let's Encrypt's own", () => {
    expect(openPopup(page('mine.example')).queryByLabelText('I run this site')).toBeNull();
    expect(openPopup(SAMPLE.ownSite, { ownSites: own() }).queryByLabelText('I run this site')).toBeNull();
    expect(
      openPopup({ kind: 'not-a-site' }, { ownSites: own() }).queryByLabelText('I run this site'),
    ).toBeNull();
  });

  it('cannot be changed where an administrator gives the list', () => {
    const popup = openPopup(page('mine.example'), { ownSites: { ...own('mine.example'), fixed: true } });
    expect(popup.getByLabelText<HTMLInputElement>('I run this site').disabled).toBe(true);
    expect(popup.getByText('Set by your administrator.')).toBeTruthy();
  });
});
