/** An extension or a key that cannot be read spoils nothing else: the field says so. */
import { describe, expect, it } from 'vitest';
import type { Certificate } from '../../../src/certificate/certificate.ts';
import { readCertificate } from '../../../src/certificate/read.ts';
import { certificateDer, extension, OID, SIGNER, spkiOf, withExtensions } from './certificate-builder.ts';
import {
  bitString,
  boolean,
  integer,
  NULL,
  octetString,
  oid,
  sequence,
  text,
  tlv,
  type Bytes,
} from './der-builder.ts';

describe('an extension alone cannot be read', () => {
  const usage = Uint8Array.of(0x03, 2, 7, 0x80);
  const unreadable = async (entry: Bytes): Promise<unknown> =>
    (await readCertificate(certificateDer({ extensions: [entry] }))).keyUsage;

  it.each<[string, Bytes]>([
    ['without a value', sequence(oid(OID.keyUsage))],
    ['whose value is no OCTET STRING', sequence(oid(OID.keyUsage), bitString(usage))],
    ['with a value before its mark', sequence(oid(OID.keyUsage), octetString(usage), boolean(true))],
    ['with a mark that is no BOOLEAN', sequence(oid(OID.keyUsage), integer(1), octetString(usage))],
    ['with two marks', sequence(oid(OID.keyUsage), boolean(true), boolean(true), octetString(usage))],
    ['with a mark alone', sequence(oid(OID.keyUsage), boolean(true))],
  ])('%s', async (_, entry) => {
    expect(await unreadable(entry)).toBe('unreadable');
  });

  it('that is there twice', async () => {
    const twice = [extension(OID.keyUsage, usage), extension(OID.keyUsage, usage)];
    expect((await readCertificate(certificateDer({ extensions: twice }))).keyUsage).toBe('unreadable');
  });

  it('and is read with its mark, whichever it is', async () => {
    for (const critical of [undefined, true, false])
      expect(await unreadable(extension(OID.keyUsage, usage, critical))).not.toBe('unreadable');
  });
});

describe('the contents of an extension', () => {
  const dns = (text_: string) => text(0x82, text_);

  it.each<[string, string, Bytes, keyof Certificate]>([
    ['names that are no SEQUENCE', OID.subjectAltName, tlv(0x31, dns('a.example')), 'subjectAltName'],
    [
      'names with more after them',
      OID.subjectAltName,
      Buffer.concat([sequence(dns('a.example')), NULL]),
      'subjectAltName',
    ],
    ['a name of a kind that does not exist', OID.subjectAltName, sequence(text(0x89, 'a')), 'subjectAltName'],
    ['a name made of parts', OID.subjectAltName, sequence(tlv(0xa2, octetString([1]))), 'subjectAltName'],
    [
      'a name with other letters than ASCII',
      OID.subjectAltName,
      sequence(dns('b\u00fccher.example')),
      'subjectAltName',
    ],
    ['an address of five octets', OID.subjectAltName, sequence(tlv(0x87, [1, 2, 3, 4, 5])), 'subjectAltName'],
    ['constraints of a wrong type', OID.basicConstraints, tlv(0x31, boolean(true)), 'basicConstraints'],
    [
      'constraints with more after them',
      OID.basicConstraints,
      Buffer.concat([sequence(boolean(true)), NULL]),
      'basicConstraints',
    ],
    [
      'constraints in the wrong order',
      OID.basicConstraints,
      sequence(integer(1), boolean(true)),
      'basicConstraints',
    ],
    [
      'a negative path length',
      OID.basicConstraints,
      sequence(boolean(true), integer(0x80)),
      'basicConstraints',
    ],
    [
      'a path length of five octets',
      OID.basicConstraints,
      sequence(boolean(true), integer(1, 0, 0, 0, 0)),
      'basicConstraints',
    ],
    ['a feature that is no number', OID.tlsFeature, sequence(octetString([5])), 'mustStaple'],
    [
      'features with more after them',
      OID.tlsFeature,
      Buffer.concat([sequence(integer(5)), NULL]),
      'mustStaple',
    ],
  ])('cannot be %s', async (_, type, content, field) => {
    expect((await readCertificate(withExtensions([type, content])))[field]).toBe('unreadable');
  });

  it('may be at the edge of what is allowed', async () => {
    const constraints = async (...fields: Bytes[]) =>
      (await readCertificate(withExtensions([OID.basicConstraints, sequence(...fields)]))).basicConstraints;
    expect(await constraints(boolean(true), integer(0x7f, 0xff, 0xff, 0xff))).toEqual({
      ca: true,
      pathLength: 0x7fff_ffff,
    });
    expect(await constraints(integer(0))).toEqual({ ca: false, pathLength: 0 });
    expect(await constraints(boolean(false))).toEqual({ ca: false, pathLength: null });
    expect(await constraints()).toEqual({ ca: false, pathLength: null });
    const names = sequence(
      dns('a.example'),
      tlv(0x87, [192, 0, 2, 1]),
      text(0x81, 'b\u00fc@example'),
      tlv(0xa0, octetString([1])),
    );
    expect((await readCertificate(withExtensions([OID.subjectAltName, names]))).subjectAltName).toEqual({
      dns: ['a.example'],
      ip: ['192.0.2.1'],
    });
  });

  it('name the key by its algorithm, and by its curve where it has one', async () => {
    expect((await readCertificate(certificateDer({ spki: spkiOf(SIGNER) }))).publicKey).toMatchObject({
      algorithm: '1.2.840.10045.2.1',
      curve: '1.2.840.10045.3.1.7',
    });
    // A curve that is written out has no name.
    const explicit = sequence(sequence(oid('1.2.840.10045.2.1'), sequence(integer(1))), bitString([4]));
    expect((await readCertificate(certificateDer({ spki: explicit }))).publicKey).toMatchObject({
      curve: null,
    });
    const other = sequence(sequence(oid('1.3.101.112'), oid('1.2.3')), bitString([4]));
    expect((await readCertificate(certificateDer({ spki: other }))).publicKey).toMatchObject({ curve: null });
  });
});
