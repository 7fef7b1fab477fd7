/** Which certificates an OCSP request asks about (RFC 6960, 4.1.1). */

interface Element {
  tag: number;
  content: Buffer;
}

/** The elements inside a constructed DER value. Throws on lengths that run over the end. */
function elements(der: Buffer): Element[] {
  const found: Element[] = [];
  let at = 0;
  while (at < der.length) {
    const tag = der.readUInt8(at);
    const first = der.readUInt8(at + 1);
    const octets = first < 0x80 ? 0 : first & 0x7f;
    const length = octets === 0 ? first : der.readUIntBE(at + 2, octets);
    const start = at + 2 + octets;
    if (start + length > der.length) throw new RangeError('DER length runs over the end');
    found.push({ tag, content: der.subarray(start, start + length) });
    at = start + length;
  }
  return found;
}

const SEQUENCE = 0x30;
const INTEGER = 0x02;

function inside(element: Element | undefined): Element[] {
  return element === undefined ? [] : elements(element.content);
}

/**
 * The serial numbers in a DER OCSPRequest, lower-case hex without the sign octet. Throws a RangeError where the bytes are
 * no DER.
 */
export function requestedSerials(der: Buffer): string[] {
  const [request] = elements(der);
  const [toBeSigned] = inside(request);
  // version and requestorName are tagged; requestList is the one SEQUENCE among them.
  const list = inside(toBeSigned).find((element) => element.tag === SEQUENCE);
  return inside(list).flatMap((single) => {
    const [certificateId] = inside(single);
    const serial = inside(certificateId).find((element) => element.tag === INTEGER);
    return serial === undefined ? [] : [serial.content.toString('hex').replace(/^00(?=.)/, '')];
  });
}
