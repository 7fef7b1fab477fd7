/** The frame of an OCSP response of the basic type (RFC 6960, 4.2.1). */
import { bytesOf, childrenOf, contentOf, elementAt, TAG, type Element } from '../certificate/der.ts';
import { checkDer } from '../certificate/der-check.ts';
import { hex } from '../certificate/hex.ts';

/** id-pkix-ocsp-basic, 1.3.6.1.5.5.7.48.1.1, as an OBJECT IDENTIFIER. */
const BASIC = '06092b0601050507300101';
const ENUMERATED = 0x0a;
/** [n], constructed. */
export const EXPLICIT = [0xa0, 0xa1, 0xa2] as const;

/**
 * The fields of BasicOCSPResponse: tbsResponseData, signatureAlgorithm, signature and perhaps certs.
 *
 * @param der one DER element and nothing else
 * @returns null for a response whose status is an error (RFC 6960, 2.3): it says nothing of any certificate
 * @throws when the bytes are no DER, no OCSP response, or not of the basic type
 */
export function basicResponseFields(der: Uint8Array): Element[] | null {
  const [status, bytes] = childrenOf(whole(der));
  if (status?.tag !== ENUMERATED) throw new RangeError('no OCSP response status');
  if (hex(contentOf(status)) !== '00') return null;
  const [type, response] = childrenOf(only(bytes, EXPLICIT[0]));
  if (type === undefined || hex(bytesOf(type)) !== BASIC) throw new RangeError('not a basic OCSP response');
  return childrenOf(whole(contentOf(expect(response, TAG.octetString))));
}

/** The list of SingleResponse in a ResponseData, and when it was produced. @throws RangeError for anything else */
export function responseDataFields(data: Element | undefined): {
  producedAt: Element | undefined;
  responses: Element[];
} {
  const fields = childrenOf(expect(data, TAG.sequence));
  // version [0] is left out where it is v1, the only one there is; then comes responderID, [1] or [2].
  const start = fields[0]?.tag === EXPLICIT[0] ? 2 : 1;
  const [producedAt, responses] = fields.slice(start);
  return { producedAt, responses: childrenOf(expect(responses, TAG.sequence)) };
}

/** The one element within an explicit tag. @throws RangeError for anything else */
export function only(outer: Element | undefined, tag: number, inner: number = TAG.sequence): Element {
  const [content, ...others] = childrenOf(expect(outer, tag));
  if (others.length > 0) throw new RangeError('an explicit tag around several elements');
  return expect(content, inner);
}

/** The element itself. @throws RangeError where it is missing or has another tag */
export function expect(element: Element | undefined, tag: number): Element {
  if (element?.tag !== tag) throw new RangeError(`no element ${tag.toString(16)} where one belongs`);
  return element;
}

/** The one element that bytes are, checked all the way down. */
function whole(der: Uint8Array): Element {
  if (checkDer(der).end !== der.length) throw new RangeError('bytes follow the end');
  return expect(elementAt(der, 0, der.length), TAG.sequence);
}
