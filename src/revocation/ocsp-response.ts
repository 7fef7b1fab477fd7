/** What an OCSP response says (RFC 6960, 4.2.1). Who signed it is not checked here. */
import { bytesOf, childrenOf, contentOf, elementAt, TAG, type Element } from '../certificate/der.ts';
import { checkDer } from '../certificate/der-check.ts';
import { hex } from '../certificate/hex.ts';
import { serialText } from '../certificate/serial-number.ts';
import { readTime } from '../certificate/time.ts';

export type CertificateStatus = 'good' | 'revoked' | 'unknown';

/** The answer about one certificate. Times: ISO 8601, UTC, whole seconds. */
export interface SingleResponse {
  /** As `Certificate.serialNumber` writes it. */
  serialNumber: string;
  status: CertificateStatus;
  thisUpdate: string;
  /** null: newer information may be had at any time. */
  nextUpdate: string | null;
}

export interface OcspResponse {
  producedAt: string;
  responses: SingleResponse[];
}

/** id-pkix-ocsp-basic, 1.3.6.1.5.5.7.48.1.1, as an OBJECT IDENTIFIER. */
const BASIC = '06092b0601050507300101';
const ENUMERATED = 0x0a;
const GENERALIZED_TIME = 0x18;
/** [n], constructed. */
const EXPLICIT = [0xa0, 0xa1, 0xa2] as const;
/** CertStatus: [0] NULL, [1] RevokedInfo, [2] NULL, all IMPLICIT. */
const STATUS: Readonly<Record<number, CertificateStatus>> = {
  0x80: 'good',
  0xa1: 'revoked',
  0x82: 'unknown',
};

/**
 * Reads an OCSPResponse.
 *
 * @param der one DER element and nothing else
 * @returns null for a response whose status is an error (RFC 6960, 2.3): it says nothing of any certificate
 * @throws when the bytes are no DER, no OCSP response, or not of the basic type
 */
export function readOcspResponse(der: Uint8Array): OcspResponse | null {
  const [status, bytes] = childrenOf(whole(der));
  if (status?.tag !== ENUMERATED) throw new RangeError('no OCSP response status');
  if (hex(contentOf(status)) !== '00') return null;
  const [type, response] = childrenOf(only(bytes, EXPLICIT[0]));
  if (type === undefined || hex(bytesOf(type)) !== BASIC) throw new RangeError('not a basic OCSP response');
  const basic = whole(contentOf(expect(response, TAG.octetString)));
  return readResponseData(expect(childrenOf(basic)[0], TAG.sequence));
}

function readResponseData(data: Element): OcspResponse {
  const fields = childrenOf(data);
  // version [0] is left out where it is v1, the only one there is; then comes responderID, [1] or [2].
  const start = fields[0]?.tag === EXPLICIT[0] ? 2 : 1;
  const [producedAt, responses] = fields.slice(start);
  return {
    producedAt: readTime(expect(producedAt, GENERALIZED_TIME)),
    responses: childrenOf(expect(responses, TAG.sequence)).map(readSingle),
  };
}

function readSingle(single: Element): SingleResponse {
  const [id, status, thisUpdate, next] = childrenOf(expect(single, TAG.sequence));
  const serial = expect(childrenOf(expect(id, TAG.sequence))[3], TAG.integer);
  const said = STATUS[status?.tag ?? 0];
  if (said === undefined) throw new RangeError('no certificate status');
  return {
    serialNumber: serialText(contentOf(serial)),
    status: said,
    thisUpdate: readTime(expect(thisUpdate, GENERALIZED_TIME)),
    // What may follow instead are extensions, [1].
    nextUpdate: next?.tag === EXPLICIT[0] ? readTime(only(next, EXPLICIT[0], GENERALIZED_TIME)) : null,
  };
}

/** The one element that bytes are, checked all the way down. */
function whole(der: Uint8Array): Element {
  if (checkDer(der).end !== der.length) throw new RangeError('bytes follow the end');
  return expect(elementAt(der, 0, der.length), TAG.sequence);
}

/** The one element within an explicit tag. */
function only(outer: Element | undefined, tag: number, inner: number = TAG.sequence): Element {
  const [content, ...others] = childrenOf(expect(outer, tag));
  if (others.length > 0) throw new RangeError('an explicit tag around several elements');
  return expect(content, inner);
}

function expect(element: Element | undefined, tag: number): Element {
  if (element?.tag !== tag) throw new RangeError(`no element ${tag.toString(16)} where one belongs`);
  return element;
}
