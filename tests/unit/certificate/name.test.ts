import { describe, expect, it } from 'vitest';
import { commonName, organization } from '../../../src/certificate/name.ts';
import { readCertificate } from '../../../src/certificate/read.ts';
import { certificateDer, name, OID, PRINTABLE, UTF8 } from './certificate-builder.ts';
import { boolean, integer, oid, sequence, text, tlv, type Bytes } from './der-builder.ts';

async function subjectOf(subject: Bytes) {
  return (await readCertificate(certificateDer({ subject }))).subject;
}

describe('names', () => {
  it.each<[string, number, string | Bytes, string]>([
    ['PrintableString', PRINTABLE, 'Example', 'Example'],
    ['UTF8String', UTF8, Buffer.from('Bücher 書'), 'Bücher 書'],
    ['UTF8String that is no UTF-8', UTF8, [0x61, 0xff, 0x62], 'a\uFFFDb'],
    ['IA5String', 0x16, 'a@b', 'a@b'],
    ['NumericString', 0x12, '12 3', '12 3'],
    ['TeletexString, read as Latin-1', 0x14, [0x42, 0xfc], 'Bü'],
    ['BMPString', 0x1e, [0x00, 0x42, 0x66, 0xf8], 'B書'],
    ['BMPString of odd length', 0x1e, [0x00, 0x42, 0x66], '#1e03004266'],
    ['UniversalString', 0x1c, [0, 0, 0, 0x42, 0, 1, 0xf5, 0x12], 'B🔒'],
    ['UniversalString beyond Unicode', 0x1c, [0x7f, 0, 0, 0x42], '\uFFFD'],
    ['UniversalString of odd length', 0x1c, [0, 0, 0, 0x42, 1], '#1c050000004201'],
    ['an empty string', UTF8, '', ''],
    ['no string but an OCTET STRING', 0x04, [1, 2], '#04020102'],
  ])('reads a value written as %s', async (_, tag, value, expected) => {
    expect(commonName(await subjectOf(name([OID.commonName, tag, value])))).toBe(expected);
  });

  it('reads a value that is no string at all', async () => {
    const odd = sequence(tlv(0x31, sequence(oid(OID.commonName), sequence(integer(1), boolean(true)))));
    expect(commonName(await subjectOf(odd))).toBe('#30060201010101ff');
  });

  it('keeps the order, several attributes in one set, and repeated ones; the first common name counts', async () => {
    const subject = sequence(
      tlv(0x31, sequence(oid(OID.commonName), text(UTF8, 'first')), sequence(oid('1.2.3'), text(UTF8, 'x'))),
      tlv(0x31, sequence(oid(OID.commonName), text(UTF8, 'second'))),
    );
    const read = await subjectOf(subject);
    expect(read.attributes).toEqual([
      { type: OID.commonName, value: 'first' },
      { type: '1.2.3', value: 'x' },
      { type: OID.commonName, value: 'second' },
    ]);
    expect(Buffer.from(read.der)).toEqual(subject);
    expect(commonName(read)).toBe('first');
    expect(organization(read)).toBeNull();
  });

  it('reads an empty name', async () => {
    const read = await subjectOf(sequence());
    expect(read.attributes).toEqual([]);
    expect(commonName(read)).toBeNull();
  });

  it('reads identifiers with large arcs', async () => {
    const large = tlv(0x06, [0x88, 0x37, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f]);
    const read = await subjectOf(sequence(tlv(0x31, sequence(large, text(UTF8, 'x')))));
    expect(read.attributes[0]?.type).toBe('2.999.1180591620717411303423');
  });
});
