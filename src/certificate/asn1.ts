/** The ASN.1 library, held to DER. */
import { AsnParser } from '@peculiar/asn1-schema';
import { checkDer } from './der-check.ts';

/**
 * More elements than any extension has that is read with the library, which takes some 0.03 ms for each: a certificate
 * of 64 KiB with ten thousand of them would hold a page's browser up for a third of a second.
 */
const MAX_ELEMENTS = 500;

interface Schema<T> {
  new (): T;
}

/**
 * Reads DER by a schema.
 *
 * @param der one element and nothing after it.
 * @throws when the bytes are not DER, go on after their end, hold more than 500 elements, or do not follow the schema.
 * What is thrown differs; the caller says what it means.
 */
export function parseDer<T>(der: Uint8Array, schema: Schema<T>): T {
  if (checkDer(der).end !== der.length) throw new RangeError('bytes follow the end');
  // Content of OCTET and BIT STRINGs is opaque here: guessing at ASN.1 within it costs time and means nothing.
  return AsnParser.parse(der, schema, { berOptions: { parseEmbedded: false, maxNodes: MAX_ELEMENTS } });
}
