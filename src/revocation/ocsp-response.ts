/** What an OCSP response says (RFC 6960, 4.2.1). Who signed it: ocsp-signature.ts. */
import { childrenOf, contentOf, TAG, type Element } from '../certificate/der.ts';
import { serialText } from '../certificate/serial-number.ts';
import { readTime } from '../certificate/time.ts';
import { basicResponseFields, EXPLICIT, expect, only, responseDataFields } from './basic-response.ts';

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

const GENERALIZED_TIME = 0x18;
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
  const fields = basicResponseFields(der);
  if (fields === null) return null;
  const { producedAt, responses } = responseDataFields(fields[0]);
  return {
    producedAt: readTime(expect(producedAt, GENERALIZED_TIME)),
    responses: responses.map(readSingle),
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
