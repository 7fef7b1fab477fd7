/** What a hostile name may have done to a page. */
import type { Issuer } from '../../../src/letsencrypt/issuer.ts';

/** Elements that the pages never have, and markup in a name might make. */
export const FOREIGN =
  'script, style, iframe, object, embed, link, base, img:not(.emblem), [onerror], [onload], [style]';
/** Besides the isolates that the pages themselves put round names, and the line breaks between its elements. */
const INVISIBLE = /(?![\u2068\u2069])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;

/** Issuers of every kind that a stranger can give a name. */
export function issuersNamed(name: string): Issuer[] {
  return [
    { is: 'other', authority: name, organization: name },
    { is: 'local', authority: name, organization: name },
    { is: 'claimed', authority: name, organization: name, why: 'no-known-key', localRoot: true },
    { is: 'proven', authority: name, environment: 'staging', proof: { by: 'root-key', root: name } },
  ];
}

/** What in a page is not mere visible text of a bearable length. */
export function findings(container: Element): string[] {
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
