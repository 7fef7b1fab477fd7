import { generateKeyPairSync, X509Certificate } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readCertificate } from '../../../src/certificate/read.ts';
import { isSignedBy } from '../../../src/certificate/signature.ts';
import { certificateDer, ecKey, rsaKey, spkiOf, type KeyPair, type Shape } from './certificate-builder.ts';
import { bitString, integer, oid, sequence, tlv, type Bytes } from './der-builder.ts';

const rsa = rsaKey();
const p256 = ecKey('P-256');
const p384 = ecKey('P-384');

async function verification(shape: Shape, spki: Uint8Array) {
  return isSignedBy(await readCertificate(certificateDer(shape)), spki);
}

describe('isSignedBy', () => {
  it.each<[NonNullable<Shape['algorithm']>, string, KeyPair, KeyPair]>([
    ['rsaSha256', 'RSA', rsa, rsaKey()],
    ['rsaSha384', 'RSA', rsa, rsaKey()],
    ['rsaSha512', 'RSA', rsa, rsaKey()],
    ['ecdsaSha256', 'P-256', p256, ecKey('P-256')],
    ['ecdsaSha384', 'P-256', p256, ecKey('P-256')],
    ['ecdsaSha512', 'P-256', p256, ecKey('P-256')],
    ['ecdsaSha256', 'P-384', p384, ecKey('P-384')],
    ['ecdsaSha384', 'P-384', p384, ecKey('P-384')],
    ['ecdsaSha512', 'P-384', p384, ecKey('P-384')],
  ])('tells the right key from another: %s with %s', async (algorithm, _, signer, another) => {
    const shape = { algorithm, signer };
    expect(await verification(shape, spkiOf(signer))).toBe('verified');
    expect(await verification(shape, spkiOf(another))).toBe('not-verified');
    expect(new X509Certificate(certificateDer(shape)).verify(signer.publicKey)).toBe(true);
  });

  it('reads r and s of every length: 60 signatures with P-256', async () => {
    const results = await Promise.all(
      Array.from({ length: 60 }, () => verification({ signer: p256 }, spkiOf(p256))),
    );
    expect(new Set(results)).toEqual(new Set(['verified']));
  });

  const ed25519 = generateKeyPairSync('ed25519');
  const p521 = ecKey('P-521');
  const ownCurve = sequence(sequence(oid('1.2.840.10045.2.1'), sequence(integer(1))), bitString([4]));
  const offCurve = new Uint8Array(spkiOf(p256)).fill(0xff, -32);

  it.each<[string, Shape, Uint8Array]>([
    ['SHA-1', { algorithm: 'rsaSha1', signer: rsa }, spkiOf(rsa)],
    ['Ed25519', { algorithm: 'ed25519', signer: ed25519 }, spkiOf(ed25519)],
    ['P-521', { algorithm: 'ecdsaSha512', signer: p521 }, spkiOf(p521)],
    ['an RSA signature and an EC key', { algorithm: 'rsaSha256', signer: rsa }, spkiOf(p256)],
    ['an ECDSA signature and an RSA key', { algorithm: 'ecdsaSha256', signer: p256 }, spkiOf(rsa)],
    ['a curve of its own', { signer: p256 }, ownCurve],
    ['a point that is not on the curve', { signer: p256 }, offCurve],
    ['an RSA key that is none', { algorithm: 'rsaSha256', signer: rsa }, spkiOf(rsa).subarray(0, -1)],
    ['no key at all', { signer: p256 }, new Uint8Array()],
  ])('cannot verify, and does not say "not verified": %s', async (_, shape, spki) => {
    expect(await verification(shape, spki)).toBe('cannot-verify');
  });

  const tooLarge = integer(1, ...new Uint8Array(32));
  it.each<[string, Bytes]>([
    ['no octets', bitString()],
    ['not r and s', bitString([1, 2, 3])],
    ['one number', bitString(sequence(integer(1)))],
    ['three numbers', bitString(sequence(integer(1), integer(1), integer(1)))],
    ['zero', bitString(sequence(integer(0), integer(0)))],
    ['negative', bitString(sequence(integer(0xff), integer(1)))],
    ['larger than the curve', bitString(sequence(tooLarge, integer(1)))],
    ['bytes after the end', bitString([...sequence(integer(1), integer(1)), 0])],
    ['a number that is not the shortest', bitString(sequence(integer(0, 1), integer(1)))],
    ['no SEQUENCE', bitString(tlv(0x31, integer(1), integer(1)))],
  ])('a malformed ECDSA signature is not verified: %s', async (_, signature) => {
    expect(await verification({ signer: p256, signature }, spkiOf(p256))).toBe('not-verified');
  });

  it('an RSA signature of a wrong length is not verified', async () => {
    const shape: Shape = { algorithm: 'rsaSha256', signer: rsa, signature: bitString([1, 2, 3]) };
    expect(await verification(shape, spkiOf(rsa))).toBe('not-verified');
  });
});
