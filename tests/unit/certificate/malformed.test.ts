/** Certificates that are DER and wrong: each fault has words that say which. */
import { describe, expect, it } from 'vitest';
import { UnreadableCertificate } from '../../../src/certificate/certificate.ts';
import { readCertificate } from '../../../src/certificate/read.ts';
import { ALGORITHMS, certificateDer, name, OID, UTC_TIME, UTF8, type Shape } from './certificate-builder.ts';
import { bitString, integer, NULL, octetString, oid, sequence, text, tlv } from './der-builder.ts';

async function refusal(der: Uint8Array): Promise<string> {
  try {
    await readCertificate(der);
    return 'readable';
  } catch (error) {
    if (error instanceof UnreadableCertificate) return `${error.reason}: ${error.message}`;
    throw error;
  }
}

const time = text(UTC_TIME, '260706000000Z');
const identifier = ALGORITHMS.ecdsaSha256.identifier;
const common = oid(OID.commonName);
const value = text(UTF8, 'x');

describe('a certificate is refused', () => {
  it.each<[string, Uint8Array, string]>([
    ['without bytes', new Uint8Array(), 'empty: there are no bytes'],
    ['that is too large', new Uint8Array(65_537), 'too-large: 65537 bytes; the limit is 65536'],
    [
      'with more after it',
      Buffer.concat([certificateDer(), Uint8Array.of(1, 2, 3)]),
      'trailing-bytes: 3 bytes follow the certificate',
    ],
    ['of another type', octetString([1]), 'not-a-certificate: it is DER and not a certificate'],
    ['of one part', sequence(sequence()), 'not-a-certificate: it is DER and not a certificate'],
    ['of two parts', sequence(sequence(), identifier), 'not-a-certificate: it is DER and not a certificate'],
    [
      'of four parts',
      sequence(sequence(), identifier, bitString([1]), NULL),
      'not-a-certificate: it is DER and not a certificate',
    ],
    [
      'whose first part is no SEQUENCE',
      sequence(octetString(), identifier, bitString([1])),
      'not-a-certificate: it is DER and not a certificate',
    ],
    [
      'whose second part is no SEQUENCE',
      sequence(sequence(), octetString(), bitString([1])),
      'not-a-certificate: it is DER and not a certificate',
    ],
    [
      'whose third part is no BIT STRING',
      sequence(sequence(), identifier, octetString([0, 1])),
      'not-a-certificate: it is DER and not a certificate',
    ],
    [
      'made of a SET',
      tlv(0x31, sequence(), identifier, bitString([1])),
      'not-a-certificate: it is DER and not a certificate',
    ],
  ])('%s', async (_, der, message) => {
    expect(await refusal(der)).toBe(message);
  });

  it.each<[string, Shape, string]>([
    [
      'whose algorithms differ',
      { outerAlgorithm: ALGORITHMS.rsaSha256.identifier },
      'algorithm-mismatch: the outer signature algorithm differs from the inner one',
    ],
    [
      'whose signature has seven bits',
      { signature: tlv(0x03, [1, 0x80]) },
      'not-a-certificate: the signature is not whole octets',
    ],
    [
      'of version 4',
      { version: tlv(0xa0, integer(3)) },
      'not-a-certificate: the version is none of 1, 2 and 3',
    ],
    [
      'of a version of two octets',
      { version: tlv(0xa0, integer(0x01, 0x00)) },
      'not-a-certificate: the version is none of 1, 2 and 3',
    ],
    [
      'of two versions',
      { version: tlv(0xa0, integer(2), integer(2)) },
      'not-a-certificate: the version is none of 1, 2 and 3',
    ],
    [
      'of a version that is no number',
      { version: tlv(0xa0, octetString([2])) },
      'not-a-certificate: the version is none of 1, 2 and 3',
    ],
    [
      'without a version in its field',
      { version: tlv(0xa0) },
      'not-a-certificate: the version is none of 1, 2 and 3',
    ],
    [
      'without a serial number',
      { serialNumber: octetString([1]) },
      'not-a-certificate: the serial number is missing',
    ],
    ['whose issuer is no SEQUENCE', { issuer: NULL }, 'not-a-certificate: the issuer is missing'],
    ['whose subject is no SEQUENCE', { subject: NULL }, 'not-a-certificate: the subject is missing'],
    ['without a public key', { spki: NULL }, 'not-a-certificate: the public key is missing'],
    ['whose key is none', { spki: sequence(integer(1)) }, 'not-a-certificate: the public key cannot be read'],
    [
      'with a field after the last',
      { more: [integer(1)] },
      'not-a-certificate: it has fields that no certificate has',
    ],
    [
      'with a time that is none',
      { notBefore: text(UTC_TIME, '2607') },
      'bad-time: "2607" is not a time that RFC 5280 allows',
    ],
    ['with one time', { notAfter: [] }, 'not-a-certificate: the validity is not two times'],
    [
      'with three times',
      { notAfter: Buffer.concat([time, time]) },
      'not-a-certificate: the validity is not two times',
    ],
    [
      'whose issuer has a name that is not in a SET',
      { issuer: sequence(sequence(sequence(common, value))) },
      'not-a-certificate: the issuer name cannot be read: RangeError: a relative distinguished name is not a SET',
    ],
    ...(
      [
        ['with an attribute that is no SEQUENCE', tlv(0x31, tlv(0x31, common, value))],
        ['with an attribute without a type', tlv(0x31, sequence(value, value))],
        ['with an attribute without a value', tlv(0x31, sequence(common))],
        ['with an attribute of three parts', tlv(0x31, sequence(common, value, value))],
        ['with an empty attribute', tlv(0x31, sequence())],
      ] as const
    ).map(([what, relativeName]): [string, Shape, string] => [
      what,
      { subject: sequence(relativeName) },
      'not-a-certificate: the subject name cannot be read: RangeError: an attribute is not a type and a value',
    ]),
    [
      'with an extension that is no SEQUENCE',
      { extensions: [integer(1)] },
      'not-a-certificate: the extensions cannot be read: RangeError: one of them is not a SEQUENCE',
    ],
    [
      'with an extension without an identifier',
      { extensions: [sequence(octetString([1]), octetString([1]))] },
      'not-a-certificate: the extensions cannot be read: RangeError: one of them has no identifier',
    ],
    [
      'with an empty extension',
      { extensions: [sequence()] },
      'not-a-certificate: the extensions cannot be read: RangeError: one of them has no identifier',
    ],
    [
      'with two lists of extensions',
      { more: [tlv(0xa3, sequence(), sequence())] },
      'not-a-certificate: the extensions cannot be read: RangeError: they are not one SEQUENCE',
    ],
    [
      'with extensions that are no list',
      { more: [tlv(0xa3, octetString())] },
      'not-a-certificate: the extensions cannot be read: RangeError: they are not one SEQUENCE',
    ],
    [
      'with no list where extensions stand',
      { more: [tlv(0xa3)] },
      'not-a-certificate: the extensions cannot be read: RangeError: they are not one SEQUENCE',
    ],
  ])('%s', async (_, shape, message) => {
    expect(await refusal(certificateDer(shape))).toBe(message);
  });

  it('with what was behind it, for who looks for the fault', async () => {
    const error: unknown = await readCertificate(certificateDer({ subject: sequence(NULL) })).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toMatchObject({ name: 'UnreadableCertificate', cause: expect.any(RangeError) });
  });
});

describe('a certificate is read', () => {
  it.each<[string, Shape]>([
    ['of version 1, which is not written', { version: [] }],
    ['of version 2', { version: tlv(0xa0, integer(1)) }],
    ['with identifiers of its issuer and its subject', { more: [tlv(0x81, [0, 1]), tlv(0x82, [0, 1])] }],
    [
      'with a name of several attributes in one SET',
      { subject: sequence(tlv(0x31, sequence(common, value), sequence(oid(OID.organization), value))) },
    ],
    ['with an empty list of extensions', { extensions: [] }],
    [
      'whose key is of an unknown kind',
      { spki: sequence(sequence(oid('1.3.101.112')), bitString(new Uint8Array(32))) },
    ],
  ])('%s', async (_, shape) => {
    expect(await refusal(certificateDer(shape))).toBe('readable');
  });

  it('with several attributes, in their order', async () => {
    const subject = name(
      [OID.organization, UTF8, 'one'],
      [OID.commonName, UTF8, 'two'],
      [OID.commonName, UTF8, 'three'],
    );
    const certificate = await readCertificate(certificateDer({ subject }));
    expect(certificate.subject.attributes.map((attribute) => attribute.value)).toEqual([
      'one',
      'two',
      'three',
    ]);
  });
});
