// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { openPopup } from './popup-view.tsx';
import { ASKED_AT, evidence, httpsReport, ISSUER, SAMPLE, seenLeaving } from './sample-reports.ts';

describe('what would be recorded', () => {
  it('is told in the conditional while nothing was seen', () => {
    const popup = openPopup(SAMPLE.common);
    const record = popup.getByRole('region', { name: "If your browser asks Let's Encrypt" });
    const data = [...record.querySelectorAll('.data li')].map((item) => item.textContent);
    expect(data).toEqual(['IP address', 'browser', 'operating system']);
    expect(record.textContent).toContain('may hold');
    expect(record.textContent).toContain('No profiles. Not sold.');
    expect(record.textContent).toContain('VPN');
  });

  it('keeps what the request itself shows apart from what the policy says is logged', () => {
    const shown = (report: keyof typeof SAMPLE) =>
      [...openPopup(SAMPLE[report]).container.querySelectorAll('.reveals li')].map(
        (item) => item.textContent,
      );
    expect(shown('common')).toEqual([
      'which list (CRL), shared by many certificates',
      'which CA, not which site (issuer fetch)',
    ]);
    expect(shown('asked')).toEqual(['which certificate, and so which site (OCSP)']);
    expect(shown('hidden')).toEqual(['which certificate, and so which site (OCSP)']);
  });

  it('links the policy for the one and the standard for the other', () => {
    const popup = openPopup(SAMPLE.asked);
    const links = [...popup.getByRole('list', { name: 'Sources' }).querySelectorAll('a')];
    expect(links.map(({ href }) => href)).toEqual([
      'https://letsencrypt.org/privacy/#relying-party',
      'https://www.rfc-editor.org/rfc/rfc6960#section-4.1.1',
    ]);
  });

  it('names the time and the host of the latest contact, and counts the others', () => {
    const later = { ...seenLeaving, at: ASKED_AT + 60_000 };
    const main = evidence({ ocsp: true, builtInRoot: false, contacts: [seenLeaving] });
    const cdn = evidence({ host: 'cdn.example', ocsp: true, builtInRoot: false, contacts: [later] });
    const popup = openPopup(httpsReport(main, [cdn]));
    const record = popup.getByRole('region', { name: 'Asked at 14:03, ye1.o.lencr.org' });
    expect(record.textContent).toContain('And 1 more time on this page.');
    const lines = [...record.querySelectorAll('.contact-details ol li')].map((line) => line.textContent);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain('14:03: seen leaving for ye1.o.lencr.org (OCSP).');
    expect(lines[0]).toContain('normally gone before 29 November 2026');
    expect(lines[0]).toContain('the edition of 6 July 2026');
    expect(record.textContent).toContain('Whether a request arrived is unknown.');
    expect(record.textContent).toContain('content delivery network');
  });

  it('leaves out a contact with another CA, which stands in the hosts table alone', () => {
    const theirs = { ...seenLeaving, endpoint: 'http://ocsp.example-trust.example/' };
    const other = evidence({ host: 'cdn.example', issuer: ISSUER.other, ocsp: true, contacts: [theirs] });
    const popup = openPopup(httpsReport(evidence(), [other]));
    expect(popup.getByRole('region', { name: "If your browser asks Let's Encrypt" })).toBeTruthy();
    expect(popup.words()).toContain('normally under 7 days');
    expect(popup.words()).toContain('seen leaving, 14:02');
  });

  it('says "tried" of what the browser only reports to have tried', () => {
    expect(
      openPopup(SAMPLE.tried).getByRole('region', { name: 'Tried at 14:02, ye1.o.lencr.org' }),
    ).toBeTruthy();
  });
});

describe('how long it is kept', () => {
  it('is a limit and never a promise', () => {
    const section = openPopup(SAMPLE.common).getByRole('region', { name: 'How long it is kept' });
    expect(section.textContent).toContain('normally under 7 days');
    expect(section.textContent).toContain('Log entries are normally deleted in less than 7 days.');
    expect(section.textContent).toContain('Longer only while investigating software failures or abuse.');
  });

  it('has a date, counted from the last contact, once there was one', () => {
    const later = { ...seenLeaving, at: ASKED_AT + 2 * 86_400_000 };
    const main = evidence({ ocsp: true, builtInRoot: false, contacts: [seenLeaving] });
    const cdn = evidence({ host: 'cdn.example', ocsp: true, builtInRoot: false, contacts: [later] });
    expect(openPopup(SAMPLE.asked).words()).toContain('normally gone before 29 November 2026');
    expect(openPopup(httpsReport(main, [cdn])).words()).toContain('normally gone before 1 December 2026');
  });
});

describe('rights', () => {
  it('are one quiet link while nothing was seen', () => {
    const popup = openPopup(SAMPLE.common);
    expect(popup.getByRole('link', { name: 'Your rights' }).getAttribute('href')).toBe(
      '../options/index.html#rights',
    );
    expect(popup.queryByRole('link', { name: 'Delete' })).toBeNull();
  });

  it('are four ways after a contact', () => {
    const popup = openPopup(SAMPLE.asked);
    const ways = ['Ask for a copy', 'Correct', 'Delete', 'Object'].map((name) =>
      popup.getByRole('link', { name }).getAttribute('href'),
    );
    expect(ways).toEqual(
      ['access', 'rectification', 'erasure', 'objection'].map(
        (right) => `../options/index.html#rights-${right}`,
      ),
    );
  });
});

describe('where the policy does not apply', () => {
  it('another CA gets none of its statements', () => {
    const popup = openPopup(SAMPLE.other);
    expect(popup.words()).toContain('its own privacy policy');
    expect(popup.words()).not.toMatch(/7 days|IP address/);
    expect(popup.queryByText('Your rights')).toBeNull();
  });

  it("Let's Encrypt's own site shows what a visitor leaves, this site's part first", () => {
    const popup = openPopup(SAMPLE.ownSite);
    const visitor = popup.getByRole('region', { name: 'What you leave here as a visitor' });
    expect(visitor.querySelector('dt')?.textContent).toBe('Forum on this page');
    expect(visitor.textContent).toContain('Civilized Discourse Construction Kit');
    expect(visitor.textContent).toContain('DonorBox');
    expect(popup.words()).not.toContain('7 days');
    expect(popup.getByRole('link', { name: 'More on visitors' }).getAttribute('href')).toBe(
      '../options/index.html#policy-visitor',
    );
  });
});
