/** The TLS feature extension (RFC 7633), which the library's X.509 schemas leave out. */
import { AsnArray, AsnPropTypes, AsnType, AsnTypeTypes } from '@peculiar/asn1-schema';
import { parseDer } from './asn1.ts';

/** `Features ::= SEQUENCE OF INTEGER`: numbers of TLS extensions that the server must offer. */
class TlsFeatures extends AsnArray<number | string | undefined> {}

// Applied as a function: the library's decorators are of the kind that TypeScript calls experimental.
AsnType({ type: AsnTypeTypes.Sequence, itemType: AsnPropTypes.Integer })(TlsFeatures);

/** status_request (RFC 6066, 8): the server must staple an OCSP response. */
const STATUS_REQUEST = 5;

/**
 * Whether the features include status_request, "must-staple".
 *
 * @param der the extension's content.
 * @throws when it is malformed.
 */
export function mustStaple(der: Uint8Array): boolean {
  const features = [...parseDer(der, TlsFeatures)];
  // What the library gives for an item that is no INTEGER; a long INTEGER comes as text.
  if (features.includes(undefined)) throw new RangeError('a feature that is no number');
  return features.includes(STATUS_REQUEST);
}
