/** Are these bytes one DER element, all the way down? */
import { elementAt, notDer, TAG, type Element } from './der.ts';

/** Certificates nest 12 levels at most; the limit keeps recursive readers from running out of stack. */
const MAX_DEPTH = 32;
/** Arcs are numbers of any size: turning a very long one into decimal digits would take seconds. */
const MAX_IDENTIFIER = 64;
const CONSTRUCTED = 0x20;

/** Universal types with one encoding form each in DER (X.690, 8 and 10.2): true for SEQUENCE and SET. */
function formIsRight(tag: number): boolean {
  if (tag >= 0x40) return true;
  const isSequenceOrSet = (tag & 0x1f) === 0x10 || (tag & 0x1f) === 0x11;
  return isSequenceOrSet === ((tag & CONSTRUCTED) !== 0);
}

/** What is wrong with a primitive element's content; null: nothing. */
function faultOf({ source, tag, contentStart, end }: Element): string | null {
  const length = end - contentStart;
  const first = source[contentStart] ?? 0;
  const second = source[contentStart + 1] ?? 0;
  switch (tag) {
    case 0x00:
      return 'an end-of-contents mark';
    case TAG.boolean:
      return length === 1 && (first === 0x00 || first === 0xff)
        ? null
        : 'a BOOLEAN that is neither 00 nor FF';
    case TAG.integer:
      if (length === 0) return 'an INTEGER without content';
      // X.690, 8.3.2: the first nine bits are neither all zeros nor all ones.
      return length > 1 && ((first === 0x00 && second < 0x80) || (first === 0xff && second >= 0x80))
        ? 'an INTEGER that is not the shortest'
        : null;
    case TAG.bitString:
      return length === 0 || first > 7 || (length === 1 && first > 0) ? 'a malformed BIT STRING' : null;
    case TAG.null:
      return length === 0 ? null : 'a NULL with content';
    case TAG.objectIdentifier:
      if (length > MAX_IDENTIFIER) return `an OBJECT IDENTIFIER of more than ${MAX_IDENTIFIER} bytes`;
      return length === 0 || (source[end - 1] ?? 0) >= 0x80 ? 'a malformed OBJECT IDENTIFIER' : null;
    default:
      return null;
  }
}

/**
 * Walks every element of the one that starts `source`, without recursion, and returns that one. What stands inside
 * an OCTET STRING or BIT STRING is not looked at.
 *
 * @returns the outermost element; the caller decides about bytes after its end.
 * @throws UnreadableCertificate `not-der`, with the offset.
 */
export function checkDer(source: Uint8Array): Element {
  const outermost = elementAt(source, 0, source.length);
  const ends: number[] = [];
  for (let offset = 0; offset < outermost.end;) {
    const element = elementAt(source, offset, ends.at(-1) ?? outermost.end);
    if (!formIsRight(element.tag))
      throw notDer('a primitive type made of parts, or a SEQUENCE made of none', offset);
    const constructed = (element.tag & CONSTRUCTED) !== 0;
    const fault = constructed ? null : faultOf(element);
    if (fault !== null) throw notDer(fault, offset);
    if (constructed) {
      if (ends.length === MAX_DEPTH) throw notDer(`elements nested more than ${MAX_DEPTH} deep`, offset);
      ends.push(element.end);
      offset = element.contentStart;
    } else {
      offset = element.end;
    }
    while (ends.at(-1) === offset) ends.pop();
  }
  return outermost;
}
