/** The rules of DER, one by one: what breaks each, where, and what is just within it. */
import { describe, expect, it } from 'vitest';
import { bytesOf, childrenOf, contentOf, elementAt } from '../../../src/certificate/der.ts';
import { checkDer } from '../../../src/certificate/der-check.ts';
import { dottedIdentifier } from '../../../src/certificate/object-identifier.ts';
import { concatenatedSignature } from '../../../src/certificate/ecdsa-signature.ts';
import { integer, NULL, octetString, oid, sequence, tlv, type Bytes } from './der-builder.ts';

/** What is said against the bytes; null: nothing. */
function fault(bytes: Bytes): string | null {
  try {
    checkDer(Uint8Array.from(bytes));
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

describe('an element', () => {
  it.each<[string, Bytes, string]>([
    ['no bytes', [], 'the bytes end too early at byte 0'],
    ['a tag alone', [0x30], 'the bytes end too early at byte 0'],
    ['a tag number above 30', [0x3f, 0x85, 0x01, 0], 'a tag number above 30 at byte 0'],
    ['an indefinite length', [0x30, 0x80, 0, 0], 'an indefinite length at byte 0'],
    ['a length of four octets', [0x04, 0x84, 1, 0, 0, 0], 'a length beyond the end at byte 0'],
    ['a length that is cut short', [0x04, 0x82, 1], 'the bytes end too early at byte 0'],
    [
      'a length in one octet too many',
      [0x04, 0x81, 0x7f, ...Array<number>(127).fill(0)],
      'a length that is not the shortest at byte 0',
    ],
    [
      'a length that begins with zeros',
      [0x04, 0x82, 0, 0xff, ...Array<number>(255).fill(0)],
      'a length that is not the shortest at byte 0',
    ],
    ['fewer bytes than it says', [0x04, 3, 1, 2], 'an element of 3 bytes where 2 are left at byte 0'],
    [
      'fewer bytes than it says within another',
      [0x30, 4, 0x04, 3, 1, 2],
      'an element of 3 bytes where 2 are left at byte 2',
    ],
    ['half an element within another', [0x30, 1, 0x04, 0], 'the bytes end too early at byte 2'],
    ['half a length within another', [0x30, 2, 0x04, 0x81, 0x80], 'the bytes end too early at byte 2'],
  ])('is not %s', (_, bytes, message) => {
    expect(fault(bytes)).toBe(message);
  });

  it.each([0, 1, 0x7f, 0x80, 0xff, 0x100, 0xffff, 0x1_0000])('may have %d bytes of content', (length) => {
    const bytes = octetString(new Uint8Array(length).fill(7));
    const element = elementAt(bytes, 0, bytes.length);
    expect(element).toMatchObject({ tag: 0x04, start: 0, end: bytes.length });
    expect(contentOf(element)).toEqual(new Uint8Array(length).fill(7));
    expect(fault(bytes)).toBeNull();
  });

  it('is found where it lies among others, as a copy', () => {
    const bytes = sequence(integer(1), sequence(NULL), integer(2));
    const children = childrenOf(elementAt(bytes, 0, bytes.length));
    expect(children.map(({ tag, start, end }) => [tag, start, end])).toEqual([
      [0x02, 2, 5],
      [0x30, 5, 9],
      [0x02, 9, 12],
    ]);
    const [first] = children;
    if (first === undefined) throw new Error('no child');
    const copy = bytesOf(first);
    bytes.fill(0);
    expect([...copy]).toEqual([0x02, 1, 1]);
  });

  it('is looked for up to the limit, whatever comes after', () => {
    const bytes = Uint8Array.from([0x04, 1, 7, 0x04, 1, 8]);
    expect(elementAt(bytes, 3, 6)).toMatchObject({ start: 3, end: 6 });
    expect(() => elementAt(bytes, 3, 5)).toThrow('an element of 1 bytes where 0 are left at byte 3');
    expect(() => elementAt(bytes, 3, 4)).toThrow('the bytes end too early at byte 3');
  });
});

describe('a value', () => {
  const boolean = 'a BOOLEAN that is neither 00 nor FF at byte 2';
  const longInteger = 'an INTEGER that is not the shortest at byte 2';
  const bits = 'a malformed BIT STRING at byte 2';
  const identifier = 'a malformed OBJECT IDENTIFIER at byte 2';
  const form = 'a primitive type made of parts, or a SEQUENCE made of none at byte 2';

  it.each<[string, Bytes, string]>([
    ['an end-of-contents mark', [0, 0], 'an end-of-contents mark at byte 2'],
    ['a BOOLEAN of 1', tlv(0x01, [1]), boolean],
    ['a BOOLEAN of two octets', tlv(0x01, [0xff, 0xff]), boolean],
    ['an empty BOOLEAN', tlv(0x01), boolean],
    ['an empty INTEGER', integer(), 'an INTEGER without content at byte 2'],
    ['an INTEGER with a zero too many', integer(0, 0x7f), longInteger],
    ['a negative INTEGER with an octet too many', integer(0xff, 0x80), longInteger],
    ['an empty BIT STRING', tlv(0x03), bits],
    ['a BIT STRING with eight unused bits', tlv(0x03, [8, 0]), bits],
    ['a BIT STRING without the bits that are unused', tlv(0x03, [1]), bits],
    ['a NULL with content', tlv(0x05, [0]), 'a NULL with content at byte 2'],
    ['an empty OBJECT IDENTIFIER', tlv(0x06), identifier],
    ['an OBJECT IDENTIFIER that is cut short', tlv(0x06, [0x2a, 0x80]), identifier],
    [
      'an OBJECT IDENTIFIER of 65 bytes',
      tlv(0x06, new Uint8Array(65)),
      'an OBJECT IDENTIFIER of more than 64 bytes at byte 2',
    ],
    ['a primitive SEQUENCE', tlv(0x10), form],
    ['a primitive SET', tlv(0x11), form],
    ['an OCTET STRING made of parts', tlv(0x24, octetString([1])), form],
    ['an INTEGER made of parts', tlv(0x22, integer(1)), form],
  ])('is not %s', (_, bytes, message) => {
    expect(fault(sequence(bytes))).toBe(message);
    // A fault counts wherever it stands.
    const deeper = message.replace(/\d+$/, (offset) => String(Number(offset) + 5));
    expect(fault(sequence(integer(1), sequence(bytes)))).toBe(deeper);
  });

  it.each<[string, Bytes]>([
    ['true and false', sequence(tlv(0x01, [0]), tlv(0x01, [0xff]))],
    ['an INTEGER whose zero makes it positive', integer(0, 0x80)],
    ['a negative INTEGER whose ones are needed', integer(0xff, 0x7f)],
    ['zero and minus one', sequence(integer(0), integer(0xff))],
    ['a BIT STRING without bits', tlv(0x03, [0])],
    ['a BIT STRING with seven unused bits', tlv(0x03, [7, 0x80])],
    ['a NULL', NULL],
    ['an OBJECT IDENTIFIER of 64 bytes', tlv(0x06, new Uint8Array(64))],
    ['an OBJECT IDENTIFIER whose last octet is 7F', tlv(0x06, [0x2a, 0x7f])],
    ['an empty SEQUENCE and an empty SET', sequence(sequence(), tlv(0x31))],
    ['types of a context, of either form', sequence(tlv(0x80, [1]), tlv(0xa0, integer(1)), tlv(0x40, [1]))],
  ])('is %s', (_, bytes) => {
    expect(fault(sequence(bytes))).toBeNull();
  });

  it('stands in at most 32 others', () => {
    const nested = (levels: number): Buffer => (levels === 0 ? integer(1) : sequence(nested(levels - 1)));
    expect(fault(nested(32))).toBeNull();
    expect(fault(nested(33))).toMatch(/^elements nested more than 32 deep at byte \d+$/);
    // Side by side they are as many as there is room for.
    expect(fault(sequence(...Array.from({ length: 100 }, () => nested(31))))).toBeNull();
  });

  it('may be followed by something, of which the caller decides', () => {
    expect(checkDer(Uint8Array.from([...integer(1), 0xff])).end).toBe(3);
  });
});

describe('an object identifier', () => {
  it.each(['0.39', '1.0', '1.39', '2.5.4.3', '2.47', '1.2.840.113549.1.1.11', '1.3.6.1.4.1.11129.2.4.3'])(
    'is written with dots: %s',
    (dotted) => {
      expect(dottedIdentifier(oid(dotted).subarray(2))).toBe(dotted);
    },
  );

  it('may have a second arc above 39 under 2, and arcs of any size', () => {
    expect(dottedIdentifier(Uint8Array.of(0x81, 0x00))).toBe('2.48');
    expect(dottedIdentifier(Uint8Array.of(0x2a, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f))).toBe(
      '1.2.9223372036854775807',
    );
  });

  it.each([
    ['nothing', [], 'the object identifier is cut short'],
    ['half an arc', [0x2a, 0x86], 'the object identifier is cut short'],
    [
      'an arc that begins with zeros',
      [0x2a, 0x80, 0x01],
      'an arc of the object identifier is not the shortest',
    ],
    [
      'a first arc that begins with zeros',
      [0x80, 0x2a],
      'an arc of the object identifier is not the shortest',
    ],
  ])('is not %s', (_, content, message) => {
    expect(() => dottedIdentifier(Uint8Array.from(content))).toThrow(new RangeError(message));
  });

  it('may have a zero within an arc', () => {
    expect(dottedIdentifier(Uint8Array.of(0x2a, 0x81, 0x80, 0x00))).toBe('1.2.16384');
  });
});

describe('an ECDSA signature', () => {
  const signature = (...numbers: Bytes[]) => concatenatedSignature(sequence(...numbers), 2);

  it('is its two numbers at full length', () => {
    expect(signature(integer(1), integer(0x7f, 0xff))).toEqual(Uint8Array.of(0, 1, 0x7f, 0xff));
    expect(signature(integer(0, 0xff, 0xfe), integer(2))).toEqual(Uint8Array.of(0xff, 0xfe, 0, 2));
  });

  it.each<[string, Uint8Array]>([
    ['a negative number', sequence(integer(0x80), integer(1))],
    ['a number too large for the curve', sequence(integer(1, 0, 0), integer(1))],
    ['one number', sequence(integer(1))],
    ['three numbers', sequence(integer(1), integer(1), integer(1))],
    ['other types', sequence(octetString([1]), octetString([1]))],
    ['an empty string for a number', sequence(integer(1), octetString())],
    ['a SET', tlv(0x31, integer(1), integer(1))],
    ['bytes after it', Buffer.concat([sequence(integer(1), integer(1)), NULL])],
    ['no DER', Uint8Array.of(0x30)],
  ])('is none with %s', (_, der) => {
    expect(concatenatedSignature(der, 2)).toBeNull();
  });
});
