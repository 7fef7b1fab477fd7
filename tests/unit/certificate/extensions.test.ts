import { describe, expect, it } from 'vitest';
import type { Certificate } from '../../../src/certificate/certificate.ts';
import { readCertificate } from '../../../src/certificate/read.ts';
import { certificateDer, extension, name, OID, UTF8, withExtensions } from './certificate-builder.ts';
import { boolean, integer, octetString, oid, sequence, text, tlv, type Bytes } from './der-builder.ts';

const OCSP = oid('1.3.6.1.5.5.7.48.1');
const CA_ISSUERS = oid('1.3.6.1.5.5.7.48.2');

const uri = (address: string): Buffer => text(0x86, address);
const dns = (host: string): Buffer => text(0x82, host);
const ip = (...octets: number[]): Buffer => tlv(0x87, octets);
const access = (method: Bytes, location: Bytes): Buffer => sequence(method, location);
const fullName = (...names: Bytes[]): Buffer => sequence(tlv(0xa0, tlv(0xa0, ...names)));
const directoryName = tlv(0xa4, name([OID.commonName, UTF8, 'a directory']));

async function reading(type: string, content: Bytes): Promise<Certificate> {
  return readCertificate(withExtensions([type, content]));
}

describe('extensions', () => {
  it('are absent from a certificate without any', async () => {
    expect(await readCertificate(certificateDer())).toMatchObject({
      subjectAltName: null,
      ocspUrls: [],
      caIssuersUrls: [],
      crlUrls: [],
      mustStaple: false,
      authorityKeyIdentifier: null,
      subjectKeyIdentifier: null,
      basicConstraints: null,
      keyUsage: null,
      ctPoison: false,
    });
  });

  it('names the endpoints of both access methods, in order, URIs only', async () => {
    const content = sequence(
      access(OCSP, uri('http://ocsp.example/1')),
      access(CA_ISSUERS, uri('http://ca.example/')),
      access(OCSP, directoryName),
      access(oid('1.2.3'), uri('http://else.example/')),
      access(OCSP, uri('ldap://ocsp.example/2')),
    );
    const { ocspUrls, caIssuersUrls } = await reading(OID.authorityInfoAccess, content);
    expect(ocspUrls).toEqual(['http://ocsp.example/1', 'ldap://ocsp.example/2']);
    expect(caIssuersUrls).toEqual(['http://ca.example/']);
  });

  it('names CRL distribution points of every form', async () => {
    const reasons = tlv(0x81, [0x01, 0x06]);
    const crlIssuer = tlv(0xa2, directoryName);
    const relativeName = sequence(
      tlv(0xa0, tlv(0xa1, sequence(oid(OID.commonName), text(UTF8, 'x')))),
      crlIssuer,
    );
    const content = sequence(
      fullName(uri('http://crl.example/1'), uri('http://crl.example/2')),
      fullName(directoryName),
      relativeName,
      sequence(tlv(0xa0, tlv(0xa0, uri('http://crl.example/3'))), reasons, crlIssuer),
      sequence(crlIssuer),
    );
    const { crlUrls } = await reading(OID.crlDistributionPoints, content);
    expect(crlUrls).toEqual(['http://crl.example/1', 'http://crl.example/2', 'http://crl.example/3']);
  });

  it('reads alternative names: DNS and IP, whatever else stands among them', async () => {
    const otherName = tlv(0xa0, oid('1.2.3'), tlv(0xa0, text(UTF8, 'x')));
    const partyName = tlv(0xa5, tlv(0xa1, text(UTF8, 'party')));
    const content = sequence(
      otherName,
      text(0x81, 'a@example.org'),
      dns('*.example.org'),
      partyName,
      ip(192, 0, 2, 1),
      directoryName,
      ip(0x20, 0x01, 0x0d, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1),
      dns('xn--bcher-kva.example'),
      ip(...new Uint8Array(16)),
      ip(0x20, 0x01, 0x0d, 0xb8, 0, 0, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1),
    );
    expect((await reading(OID.subjectAltName, content)).subjectAltName).toEqual({
      dns: ['*.example.org', 'xn--bcher-kva.example'],
      ip: ['192.0.2.1', '2001:db8::1', '::', '2001:db8:0:1:1:1:1:1'],
    });
  });

  it.each([
    ['status_request', sequence(integer(5)), true],
    ['status_request among others', sequence(integer(17), integer(5)), true],
    ['status_request_v2 alone', sequence(integer(17)), false],
    ['a very large number', sequence(integer(5, 0, 0, 0, 0, 0)), false],
    ['nothing', sequence(), false],
  ])('TLS feature: %s', async (_, content, expected) => {
    expect((await reading(OID.tlsFeature, content)).mustStaple).toBe(expected);
  });

  it.each([
    ['a CA without limit', sequence(boolean(true)), { ca: true, pathLength: null }],
    ['a CA with a limit', sequence(boolean(true), integer(1, 2)), { ca: true, pathLength: 258 }],
    ['an end entity', sequence(), { ca: false, pathLength: null }],
    ['an end entity that says so', sequence(boolean(false)), { ca: false, pathLength: null }],
  ])('basic constraints: %s', async (_, content, expected) => {
    expect((await reading(OID.basicConstraints, content)).basicConstraints).toEqual(expected);
  });

  it.each([
    ['digitalSignature', [7, 0x80], { digitalSignature: true, keyCertSign: false, cRLSign: false }],
    ['keyCertSign and cRLSign', [1, 0x06], { digitalSignature: false, keyCertSign: true, cRLSign: true }],
    ['keyEncipherment', [5, 0x20], { digitalSignature: false, keyCertSign: false, cRLSign: false }],
    ['decipherOnly', [7, 0x00, 0x80], { digitalSignature: false, keyCertSign: false, cRLSign: false }],
  ])('key usage: %s', async (_, bits, expected) => {
    expect((await reading(OID.keyUsage, tlv(0x03, bits))).keyUsage).toEqual(expected);
  });

  it('reads key identifiers', async () => {
    const der = withExtensions(
      [OID.subjectKeyIdentifier, octetString([0x0a, 0xbc])],
      [
        OID.authorityKeyIdentifier,
        sequence(tlv(0x80, [0xde, 0xf0]), tlv(0xa1, directoryName), tlv(0x82, [1])),
      ],
    );
    expect(await readCertificate(der)).toMatchObject({
      subjectKeyIdentifier: '0abc',
      authorityKeyIdentifier: 'def0',
    });
  });

  it('notices the precertificate poison', async () => {
    expect((await reading(OID.ctPoison, tlv(0x05))).ctPoison).toBe(true);
  });

  it('reads an extension that says whether it is critical', async () => {
    const der = certificateDer({
      extensions: [
        extension(OID.basicConstraints, sequence(boolean(true)), true),
        extension(OID.subjectAltName, sequence(dns('a.example')), false),
      ],
    });
    expect(await readCertificate(der)).toMatchObject({
      basicConstraints: { ca: true },
      subjectAltName: { dns: ['a.example'] },
    });
  });
});

const MALFORMED: [string, string, Bytes, (keyof Certificate)[]][] = [
  ['alternative names: a wrong IP length', OID.subjectAltName, sequence(ip(1, 2, 3)), ['subjectAltName']],
  [
    'alternative names: an address and mask',
    OID.subjectAltName,
    sequence(ip(...new Uint8Array(32))),
    ['subjectAltName'],
  ],
  ['alternative names: no ASCII', OID.subjectAltName, sequence(text(0x82, [0xfc])), ['subjectAltName']],
  ['alternative names: an unknown kind', OID.subjectAltName, sequence(tlv(0x89, [])), ['subjectAltName']],
  ['alternative names: not a list', OID.subjectAltName, dns('a.example'), ['subjectAltName']],
  ['access: cut short', OID.authorityInfoAccess, [0x30, 0x05], ['ocspUrls', 'caIssuersUrls']],
  ['access: no location', OID.authorityInfoAccess, sequence(sequence(OCSP)), ['ocspUrls', 'caIssuersUrls']],
  ['access: not DER', OID.authorityInfoAccess, [0x30, 0x80, 0, 0], ['ocspUrls', 'caIssuersUrls']],
  ['OCSP: no ASCII', OID.authorityInfoAccess, sequence(access(OCSP, text(0x86, [0xfc]))), ['ocspUrls']],
  ['CRL: no ASCII', OID.crlDistributionPoints, sequence(fullName(text(0x86, [0xfc]))), ['crlUrls']],
  ['CRL: bytes after the end', OID.crlDistributionPoints, [...sequence(), 0], ['crlUrls']],
  ['CRL: not a point', OID.crlDistributionPoints, sequence(integer(1)), ['crlUrls']],
  ['TLS feature: no number', OID.tlsFeature, sequence(boolean(true)), ['mustStaple']],
  ['TLS feature: not a list', OID.tlsFeature, integer(5), ['mustStaple']],
  [
    'basic constraints: order',
    OID.basicConstraints,
    sequence(integer(1), boolean(true)),
    ['basicConstraints'],
  ],
  [
    'basic constraints: twice CA',
    OID.basicConstraints,
    sequence(boolean(false), boolean(true)),
    ['basicConstraints'],
  ],
  [
    'basic constraints: negative',
    OID.basicConstraints,
    sequence(boolean(true), integer(0xff)),
    ['basicConstraints'],
  ],
  ['basic constraints: huge', OID.basicConstraints, sequence(integer(1, 0, 0, 0, 0)), ['basicConstraints']],
  ['basic constraints: bytes after', OID.basicConstraints, [...sequence(), 0], ['basicConstraints']],
  ['key usage: not bits', OID.keyUsage, sequence(), ['keyUsage']],
  ['subject key: not octets', OID.subjectKeyIdentifier, integer(1), ['subjectKeyIdentifier']],
  ['authority key: not a SEQUENCE', OID.authorityKeyIdentifier, octetString([1]), ['authorityKeyIdentifier']],
  ['empty', OID.keyUsage, [], ['keyUsage']],
];

describe('a malformed extension makes its own fields unreadable, nothing else', () => {
  it.each(MALFORMED)('%s', async (_, type, content, fields) => {
    const certificate = await reading(type, content);
    const unreadable = Object.entries(certificate).flatMap(([field, value]) =>
      value === 'unreadable' ? [field] : [],
    );
    expect(unreadable.toSorted()).toEqual([...fields].toSorted());
  });

  it('an extension that is there twice says nothing (RFC 5280, 4.2)', async () => {
    const der = withExtensions(
      [OID.basicConstraints, sequence()],
      [OID.basicConstraints, sequence(boolean(true))],
      [OID.subjectAltName, sequence(dns('a.example'))],
    );
    const certificate = await readCertificate(der);
    expect(certificate.basicConstraints).toBe('unreadable');
    expect(certificate.subjectAltName).toEqual({ dns: ['a.example'], ip: [] });
  });

  it('one whose value is not wrapped in an OCTET STRING', async () => {
    const der = certificateDer({ extensions: [sequence(oid(OID.keyUsage), tlv(0x03, [7, 0x80]))] });
    expect((await readCertificate(der)).keyUsage).toBe('unreadable');
  });

  it('one nested too deep', async () => {
    let nested = directoryName;
    for (let level = 0; level < 5000; level++) nested = sequence(nested);
    expect((await reading(OID.crlDistributionPoints, nested)).crlUrls).toBe('unreadable');
  });
});
