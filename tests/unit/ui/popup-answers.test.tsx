// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { PageReport } from '../../../src/exposure/exposure.ts';
import { openPopup } from './popup-view.tsx';
import { evidence, firefox, httpsReport, ISSUER, SAMPLE, seenLeaving } from './sample-reports.ts';

describe('the answer', () => {
  it.each<[keyof typeof SAMPLE, string, string]>([
    [
      'common',
      "Let's Encrypt was probably not asked about this visit.",
      "Let's Encrypt was probably not asked",
    ],
    [
      'commonChromium',
      "Let's Encrypt was probably not asked about this visit.",
      "Let's Encrypt was probably not asked",
    ],
    ['asked', "Let's Encrypt was asked about this visit.", "Let's Encrypt was asked"],
    ['tried', "Your browser tried to ask Let's Encrypt about this visit.", "Let's Encrypt was asked"],
    [
      'mayHaveAsked',
      "Let's Encrypt may have been asked about this visit.",
      "Let's Encrypt may have been asked",
    ],
    [
      'other',
      'Another CA issued this certificate: Example Trust TLS CA 1 (Example Trust Ltd).',
      "No Let's Encrypt certificate",
    ],
    ['local', "A local CA issued this certificate, not Let's Encrypt.", "No Let's Encrypt certificate"],
    [
      'ownSite',
      "You are talking to Let's Encrypt: this is one of its own sites.",
      "Let's Encrypt's own site",
    ],
    [
      'hidden',
      "The certificate could not be seen, so it cannot be told whether Let's Encrypt was asked.",
      "Cannot tell whether Let's Encrypt was asked",
    ],
    ['http', 'This page came without TLS: there is no certificate to ask about.', 'No TLS, or not a site'],
    [
      'notVisible',
      'The extension may not look at this page, so nothing is known about it.',
      "Cannot tell whether Let's Encrypt was asked",
    ],
    [
      'notASite',
      'No site here: this is a page of the browser, a file or an empty tab.',
      'No TLS, or not a site',
    ],
  ])('for %s', (name, answer, emblem) => {
    const popup = openPopup(SAMPLE[name]);
    expect(popup.answer()).toBe(answer);
    expect(popup.emblem()).toBe(emblem);
  });

  it('says that one host of several could not be told', () => {
    const hosts = [
      evidence({ host: 'cdn.example', issuer: { is: 'unknown', why: 'not-seen' }, builtInRoot: null }),
    ];
    const popup = openPopup(httpsReport(evidence(), hosts));
    expect(popup.answer()).toBe(
      "It cannot be told for every host on this page whether Let's Encrypt was asked.",
    );
  });

  it('counts what a page without TLS brought in', () => {
    const cdn = evidence({ host: 'cdn.example', ocsp: true, builtInRoot: false, contacts: [seenLeaving] });
    const https = httpsReport(evidence({ issuer: ISSUER.other }), [cdn], firefox);
    if (https.kind !== 'https') throw new Error('not the page meant');
    const http: PageReport = {
      kind: 'http',
      host: 'plain.example',
      page: https.page,
      factsOf: https.factsOf,
    };
    const popup = openPopup(http);
    expect(popup.answer()).toBe("Let's Encrypt was asked about this visit.");
    expect(popup.emblem()).toBe("Let's Encrypt was asked");
  });
});

describe('how we know', () => {
  it('gives every reason with its source, one step away', () => {
    const popup = openPopup(SAMPLE.common);
    const details = popup.getByText('How we know', { exact: false }).closest('details');
    expect(details?.open).toBe(false);
    const reasons = [...(details?.querySelectorAll('li') ?? [])];
    expect(popup.getByText('(4 reasons)')).toBeTruthy();
    expect(reasons).toHaveLength(4);
    expect(reasons[0]?.textContent).toContain('the key of its CA YE1 verifies the signature.');
    for (const reason of reasons) expect(reason.querySelector('.source')?.textContent).toMatch(/\w/);
    const chains = popup.getByText(/Chains of Trust, 21 August 2026/).closest('a');
    expect(chains?.getAttribute('href')).toBe('https://letsencrypt.org/certificates/');
    expect(chains?.rel).toContain('noreferrer');
  });
});
