// @vitest-environment happy-dom
/** Names that strangers wrote, shown in the popup: nothing but text, visible, and of a bearable length. */
import { describe, expect, it } from 'vitest';
import { openPopup } from './popup-view.tsx';
import { evidence, httpsReport } from './sample-reports.ts';
import { HOSTILE_TEXTS } from '../../fuzz/hostile-texts.ts';
import { findings, issuersNamed } from './hostile-findings.ts';

describe('a hostile name', () => {
  it.each(HOSTILE_TEXTS.map((name) => [name.slice(0, 40), name]))('of an issuer is inert: %j', (_, name) => {
    for (const issuer of issuersNamed(name)) {
      const { container } = openPopup(
        httpsReport(evidence({ issuer }), [evidence({ host: 'b.example', issuer })]),
      );
      expect(findings(container)).toEqual([]);
    }
  });

  it.each(HOSTILE_TEXTS.map((name) => [name.slice(0, 40), name]))(
    'in an endpoint is inert: %j',
    (_, name) => {
      for (const address of [
        name,
        `http://${name}/`,
        `http://ocsp.example/${name}`,
        'https://elsewhere.example/',
      ]) {
        const site = evidence({ builtInRoot: false, triedAt: 1 });
        const certificate = site.certificate && {
          ...site.certificate,
          endpoints: { ocsp: [address], crl: [address], issuer: [address] },
        };
        const contacts = (['ocsp', 'crl', 'issuer'] as const).map((channel) => ({
          channel,
          endpoint: address,
          at: 1,
          means: 'proxy-request' as const,
        }));
        const { container } = openPopup(httpsReport({ ...site, certificate, contacts }));
        expect(findings(container)).toEqual([]);
      }
    },
  );

  it('of a host that looks like another shows as the ASCII that it is', () => {
    const lookalike = new URL('https://l\u0435tsencrypt.org').hostname;
    const popup = openPopup(
      httpsReport(evidence({ host: lookalike }), [evidence({ host: `www.${lookalike}` })]),
    );
    expect(popup.words()).toContain('xn--');
    expect(popup.words()).not.toContain('\u0435');
  });
});
