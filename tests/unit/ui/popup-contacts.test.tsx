// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/exposure/assess.ts';
import { assessPage } from '../../../src/exposure/page.ts';
import { openPopup } from './popup-view.tsx';
import {
  ASKED_AT,
  chromium,
  evidence,
  firefox,
  httpsReport,
  ISSUER,
  SAMPLE,
  seenLeaving,
} from './sample-reports.ts';

const WATCH = 'See such requests as they leave: the precise watch';

describe('the way to the precise watch', () => {
  it('is offered where OCSP was tried or is possible, in Firefox without it', () => {
    expect(openPopup(SAMPLE.tried, { offersPreciseWatch: true }).getByText(WATCH).getAttribute('href')).toBe(
      '../options/index.html#overview-precise-watch',
    );
    const seen = evidence({ ocsp: true, builtInRoot: false });
    const possible = httpsReport({
      ...seen,
      sighting: seen.sighting && { ...seen.sighting, usedOcsp: null },
    });
    expect(openPopup(possible, { offersPreciseWatch: true }).queryByText(WATCH)).toBeTruthy();
    const theirs = httpsReport(
      evidence({ issuer: ISSUER.other, ocsp: true, builtInRoot: false, triedAt: ASKED_AT }),
    );
    expect(openPopup(theirs, { offersPreciseWatch: true }).queryByText(WATCH)).toBeTruthy();
  });

  it('is not offered where it would show nothing more, or is on', () => {
    expect(openPopup(SAMPLE.common, { offersPreciseWatch: true }).queryByText(WATCH)).toBeNull();
    expect(openPopup(SAMPLE.asked, { offersPreciseWatch: true }).queryByText(WATCH)).toBeNull();
    expect(openPopup(SAMPLE.tried).queryByText(WATCH)).toBeNull();
  });
});

describe('what a contact leaves', () => {
  it('is "asked" as soon as one request was seen leaving, also beside later tries', () => {
    const main = evidence({ ocsp: true, builtInRoot: false, contacts: [seenLeaving] });
    const cdn = evidence({ host: 'cdn.example', ocsp: true, builtInRoot: false, triedAt: ASKED_AT + 60_000 });
    expect(openPopup(httpsReport(main, [cdn])).answer()).toBe("Let's Encrypt was asked about this visit.");
  });

  it('is told by the edition of that time, else by the newest known, and says which', () => {
    const old = { ...seenLeaving, at: new Date(2024, 5, 1, 12, 0).getTime() };
    const popup = openPopup(httpsReport(evidence({ ocsp: true, builtInRoot: false, contacts: [old] })));
    expect(popup.words()).toContain('The edition in force at that time is not included here');
    expect(popup.words()).toContain('normally gone before 8 June 2024');
  });
});

describe('Chromium', () => {
  it('says that its own checks cannot be seen, and what the certificate would allow', () => {
    const popup = openPopup(httpsReport(evidence({ ocsp: true, builtInRoot: null }), [], chromium), {
      firefox: false,
    });
    expect(popup.words()).toContain(
      'Chromium 156 does not show its own checks of certificates to any extension.',
    );
    expect(popup.words()).toContain(
      'would allow a request to ye1.o.lencr.org (OCSP), ye1.c.lencr.org (CRL) or ye1.i.lencr.org (Issuer fetch).',
    );
    expect(openPopup(SAMPLE.common).words()).not.toContain('to no extension');
  });
});

describe("a tab on a server of Let's Encrypt's CA", () => {
  it('is told apart from a check by the browser', () => {
    const main = assess({ ...evidence(), origin: 'http://ye1.c.lencr.org', certificate: null }, firefox);
    const { host } = main;
    const popup = openPopup({ kind: 'http', host, page: assessPage(main, [], 0), factsOf: '2026-08-21' });
    expect(popup.words()).toContain(
      'This tab asked it for a page; that is not a check of a certificate by the browser.',
    );
  });

  it('is told of a page that loads from one', () => {
    const popup = openPopup(httpsReport(evidence(), [evidence({ host: 'ye1.i.lencr.org' })]));
    expect(popup.words()).toContain('This page loaded something from ye1.i.lencr.org');
    expect(openPopup(SAMPLE.common).words()).not.toContain('This page loaded something from');
  });
});
