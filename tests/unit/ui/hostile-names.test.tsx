// @vitest-environment happy-dom
/** Names that strangers wrote, shown in the popup: nothing but text, visible, and of a bearable length. */
import { describe, expect, it } from 'vitest';
import { openPopup } from './popup-view.tsx';
import { evidence, httpsReport } from './sample-reports.ts';
import { HOSTILE_TEXTS } from '../../fuzz/hostile-texts.ts';
import type { Issuer } from '../../../src/letsencrypt/issuer.ts';

/** Elements that the popup never has, and markup in a name might make. */
const FOREIGN =
  'script, style, iframe, object, embed, link, base, img:not(.emblem), [onerror], [onload], [style]';
/** Besides the isolates that the popup itself puts round names, and the line breaks between its elements. */
const INVISIBLE = /(?![\u2068\u2069])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;

function issuersNamed(name: string): Issuer[] {
  return [
    { is: 'other', authority: name, organization: name },
    { is: 'local', authority: name, organization: name },
    { is: 'claimed', authority: name, organization: name, why: 'no-known-key', localRoot: true },
    { is: 'proven', authority: name, environment: 'staging', proof: { by: 'root-key', root: name } },
  ];
}

function findings(container: Element): string[] {
  const attributes = [...container.querySelectorAll('*')].flatMap((element) =>
    element.getAttributeNames().map((name) => element.getAttribute(name) ?? ''),
  );
  return [
    ...[...container.querySelectorAll(FOREIGN)].map((element) => `an element: ${element.tagName}`),
    ...[container.textContent, ...attributes]
      .filter((text) => INVISIBLE.test(text))
      .map((text) => `an invisible character: ${text.slice(0, 200)}`),
    ...[...container.querySelectorAll('[href]')]
      .map((link) => link.getAttribute('href') ?? '')
      .filter((address) => !/^(?:https:\/\/|#|\.\.\/options\/index\.html)/.test(address))
      .map((address) => `a link: ${address}`),
    ...(container.textContent.length > 20_000 ? ['a text that is too long'] : []),
  ];
}

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
