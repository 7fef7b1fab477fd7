import { createHash, verify, X509Certificate } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { UnreadableCertificate, type UnreadableReason } from '../../../src/certificate/certificate.ts';
import { MAX_CERTIFICATE_BYTES, readCertificate } from '../../../src/certificate/read.ts';
import {
  certificateDer,
  ecKey,
  extension,
  OID,
  rsaKey,
  SIGNER,
  spkiOf,
  UTC_TIME,
} from './certificate-builder.ts';
import { bitString, integer, octetString, oid, sequence, text, tlv } from './der-builder.ts';

const GENERALIZED_TIME = 0x18;

async function reasonFor(der: Uint8Array): Promise<UnreadableReason | 'readable'> {
  try {
    await readCertificate(der);
    return 'readable';
  } catch (error) {
    if (error instanceof UnreadableCertificate) return error.reason;
    throw error;
  }
}

function padded(size: number): Buffer {
  return certificateDer({
    extensions: [extension('1.2.3.4', new Uint8Array(size))],
    signature: bitString([1]),
  });
}

describe('readCertificate', () => {
  it('agrees with Node about a plain certificate', async () => {
    const der = certificateDer();
    const certificate = await readCertificate(der);
    const node = new X509Certificate(der);
    expect(certificate.sha256).toBe(node.fingerprint256.replaceAll(':', '').toLowerCase());
    expect(certificate.serialNumber.toUpperCase()).toBe(node.serialNumber);
    expect(Date.parse(certificate.validity.notBefore)).toBe(Date.parse(node.validFrom));
    expect(Date.parse(certificate.validity.notAfter)).toBe(Date.parse(node.validTo));
    expect(Buffer.from(certificate.publicKey.spki)).toEqual(
      node.publicKey.export({ type: 'spki', format: 'der' }),
    );
    expect(certificate.issuer.attributes.map(({ value }) => value)).toEqual([
      'Example Trust',
      'Example CA 1',
    ]);
    expect(certificate.subject.attributes).toEqual([{ type: OID.commonName, value: 'www.example.org' }]);
  });

  it('keeps the very bytes that were signed, and shares no memory with its input', async () => {
    const der = certificateDer();
    const input = new Uint8Array(der);
    const reading = readCertificate(input);
    input.fill(0);
    const { sha256, signed, signature } = await reading;
    expect(verify('sha256', signed, SIGNER.publicKey, signature.value)).toBe(true);
    expect(der.indexOf(signed)).toBe(4);
    expect(sha256).toBe(createHash('sha256').update(der).digest('hex'));
    expect(signed.buffer.byteLength).toBe(signed.length);
  });

  it('survives structuredClone', async () => {
    const certificate = await readCertificate(certificateDer());
    expect(structuredClone(certificate)).toEqual(certificate);
  });

  it.each([
    ['RSA', rsaKey(), '1.2.840.113549.1.1.1', null],
    ['P-384', ecKey('P-384'), '1.2.840.10045.2.1', '1.3.132.0.34'],
  ])('names the kind of an %s key', async (_, key, algorithm, curve) => {
    const certificate = await readCertificate(certificateDer({ spki: spkiOf(key) }));
    expect(certificate.publicKey).toMatchObject({ algorithm, curve });
  });

  it.each([
    ['a sign octet is left out', integer(0x00, 0xfa, 0xce), 'face'],
    ['digits come in pairs', integer(0x0a), '0a'],
    ['zero', integer(0), '00'],
    ['negative', integer(0xff), '-01'],
    ['negative, two octets', integer(0x80, 0x01), '-7fff'],
  ])('writes serial numbers as openssl does: %s', async (_, serialNumber, expected) => {
    expect((await readCertificate(certificateDer({ serialNumber }))).serialNumber).toBe(expected);
  });

  it.each([
    ['UTCTime up to 2049', UTC_TIME, '491231235959Z', '2049-12-31T23:59:59Z'],
    ['UTCTime from 1950', UTC_TIME, '500101000000Z', '1950-01-01T00:00:00Z'],
    ['GeneralizedTime', GENERALIZED_TIME, '20500101000000Z', '2050-01-01T00:00:00Z'],
    ['no expiry (RFC 5280, 4.1.2.5)', GENERALIZED_TIME, '99991231235959Z', '9999-12-31T23:59:59Z'],
    ['a leap day', UTC_TIME, '280229120000Z', '2028-02-29T12:00:00Z'],
  ])('reads times: %s', async (_, tag, written, expected) => {
    const certificate = await readCertificate(certificateDer({ notAfter: text(tag, written) }));
    expect(certificate.validity.notAfter).toBe(expected);
  });

  it.each([
    ['without seconds', UTC_TIME, '2607060000Z'],
    ['with an offset', UTC_TIME, '260706000000+0200'],
    ['a month that does not exist', UTC_TIME, '261306000000Z'],
    ['a day that does not exist', UTC_TIME, '260230000000Z'],
    ['hour 24', UTC_TIME, '260706240000Z'],
    ['second 60', UTC_TIME, '260706000060Z'],
    ['fractions', GENERALIZED_TIME, '20260706000000.5Z'],
    ['four-digit year in UTCTime', UTC_TIME, '20260706000000Z'],
    ['no time at all', 0x0c, '260706000000Z'],
  ])('refuses times that RFC 5280 does not allow: %s', async (_, tag, written) => {
    expect(await reasonFor(certificateDer({ notBefore: text(tag, written) }))).toBe('bad-time');
  });

  // What each fault is called is in malformed.test.ts.
  it.each<[string, Uint8Array, UnreadableReason]>([
    ['one byte', Uint8Array.of(0x30), 'not-der'],
    ['text', Buffer.from('-----BEGIN CERTIFICATE-----'), 'not-der'],
    ['a certificate cut short', certificateDer().subarray(0, -1), 'not-der'],
    ['another SEQUENCE', sequence(integer(1)), 'not-a-certificate'],
    ['a certificate within a string', octetString(certificateDer()), 'not-a-certificate'],
    [
      'fields in the wrong order',
      certificateDer({ more: [tlv(0x81, [0])], extensions: [] }),
      'not-a-certificate',
    ],
    [
      'other outer parameters',
      certificateDer({ outerAlgorithm: sequence(oid('1.2.840.10045.4.3.2'), tlv(0x05)) }),
      'algorithm-mismatch',
    ],
  ])('refuses %s', async (_, der, reason) => {
    expect(await reasonFor(der)).toBe(reason);
  });

  it('reads a certificate of exactly 64 KiB', async () => {
    const der = padded(MAX_CERTIFICATE_BYTES - padded(60_000).length + 60_000);
    expect(der).toHaveLength(MAX_CERTIFICATE_BYTES);
    expect(await reasonFor(der)).toBe('readable');
  });
});

describe('readCertificate holds its input to DER', () => {
  const der = certificateDer();

  it.each([
    ['an indefinite length', Buffer.from([0x30, 0x80, ...der.subarray(4), 0, 0])],
    ['a length longer than needed', Buffer.from([0x30, 0x83, 0, ...der.subarray(2)])],
    ['a length of 4 GiB', Buffer.from([0x30, 0x84, 0xff, 0xff, 0xff, 0xff, ...der.subarray(4)])],
    ['a length of 126 octets', Buffer.from([0x30, 0xfe, ...der.subarray(4)])],
    ['a tag number above 30', certificateDer({ more: [[0x3f, 0x85, 0x01, 0]] })],
    ['a primitive SEQUENCE', certificateDer({ more: [tlv(0x10)] })],
    ['a string made of parts', certificateDer({ subject: tlv(0x24, octetString([1])) })],
    ['an INTEGER longer than needed', certificateDer({ serialNumber: integer(0, 1) })],
    ['an INTEGER without content', certificateDer({ serialNumber: integer() })],
    ['an end-of-contents mark', certificateDer({ more: [[0, 0]] })],
    ['a child that ends after its parent', certificateDer({ subject: [0x30, 0x02, 0x31, 0x7f] })],
    [
      'a BOOLEAN of 1',
      certificateDer({ extensions: [sequence(oid(OID.keyUsage), tlv(0x01, [1]), octetString([]))] }),
    ],
  ])('refuses %s', async (_, bytes) => {
    expect(await reasonFor(bytes)).toBe('not-der');
  });

  it('refuses 10,000 levels of nesting without running out of stack', async () => {
    let nested: Buffer = Buffer.alloc(0);
    for (let level = 0; level < 10_000; level++) nested = sequence(nested);
    expect(await reasonFor(certificateDer({ subject: nested }))).toBe('not-der');
  });

  it('refuses an object identifier of 60,000 bytes at once', async () => {
    const long = new Uint8Array(60_000).fill(0xff).fill(0x7f, 59_999);
    const started = performance.now();
    expect(await reasonFor(certificateDer({ spki: sequence(sequence(tlv(0x06, long)), bitString()) }))).toBe(
      'not-der',
    );
    expect(performance.now() - started).toBeLessThan(500);
  });
});
