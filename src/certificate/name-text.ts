/** The text of a name's attribute, whatever ASN.1 type it was written in. */
import { bytesOf, contentOf, type Element } from './der.ts';
import { hex } from './hex.ts';

function octetsAsCharacters(content: Uint8Array): string {
  let text = '';
  for (const octet of content) text += String.fromCharCode(octet);
  return text;
}

/** UniversalString: four octets a character (X.690, 8.23.5). */
function fourOctetCharacters(content: Uint8Array): string {
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  let text = '';
  for (let offset = 0; offset < content.length; offset += 4) {
    const point = view.getUint32(offset);
    const valid = point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
    text += valid ? String.fromCodePoint(point) : '\uFFFD';
  }
  return text;
}

/**
 * The text of an AttributeValue (RFC 5280, 4.1.2.4). Characters that cannot be decoded become U+FFFD; a value that
 * is no string at all becomes `#` and the hexadecimal of its DER, as RFC 4514, 2.4 writes it.
 */
export function textOf(value: Element): string {
  const content = contentOf(value);
  switch (value.tag) {
    case 0x0c: // UTF8String
      return new TextDecoder('utf-8', { ignoreBOM: true }).decode(content);
    case 0x12: // NumericString
    case 0x13: // PrintableString
    case 0x16: // IA5String
    case 0x1a: // VisibleString
    // TeletexString: T.61 on paper; in certificates it is Latin-1, and every verifier reads it so.
    case 0x14:
      return octetsAsCharacters(content);
    case 0x1e: // BMPString
      if (content.length % 2 === 0) return new TextDecoder('utf-16be', { ignoreBOM: true }).decode(content);
      break;
    case 0x1c: // UniversalString
      if (content.length % 4 === 0) return fourOctetCharacters(content);
      break;
    default:
  }
  return `#${hex(bytesOf(value))}`;
}
