/** Damaged certificates: whatever happens to the bytes, nothing but a typed error, and never a false proof. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UnreadableCertificate, type Certificate } from '../../../src/certificate/certificate.ts';
import { readCertificate } from '../../../src/certificate/read.ts';
import { isSignedBy } from '../../../src/certificate/signature.ts';
import { certificateDer, extension, name, OID, SIGNER, spkiOf, UTF8 } from './certificate-builder.ts';
import { boolean, octetString, oid, sequence, text, tlv } from './der-builder.ts';

const original = new Uint8Array(
  certificateDer({
    subject: name([OID.commonName, UTF8, 'www.example.org'], [OID.commonName, 0x1e, [0, 0x41, 0, 0x42]]),
    extensions: [
      extension(OID.basicConstraints, sequence(boolean(true)), true),
      extension(OID.keyUsage, tlv(0x03, [1, 0x86]), true),
      extension(OID.subjectKeyIdentifier, octetString([1, 2, 3, 4])),
      extension(OID.authorityKeyIdentifier, sequence(tlv(0x80, [5, 6, 7, 8]))),
      extension(
        OID.authorityInfoAccess,
        sequence(sequence(oid('1.3.6.1.5.5.7.48.1'), text(0x86, 'http://o.example'))),
      ),
      extension(
        OID.crlDistributionPoints,
        sequence(sequence(tlv(0xa0, tlv(0xa0, text(0x86, 'http://c.example'))))),
      ),
      extension(OID.subjectAltName, sequence(text(0x82, 'a.example'), tlv(0x87, [192, 0, 2, 1]))),
      extension(OID.tlsFeature, sequence(tlv(0x02, [5]))),
    ],
  }),
);
const spki = spkiOf(SIGNER);

/** The certificate, or null when it was refused with a typed error; anything else is a failure of the test. */
async function readOrRefuse(der: Uint8Array): Promise<Certificate | null> {
  try {
    return await readCertificate(der);
  } catch (error) {
    if (error instanceof UnreadableCertificate && error.message !== '') return null;
    throw error;
  }
}

async function isFalselyVerified(der: Uint8Array): Promise<boolean> {
  const certificate = await readOrRefuse(der);
  return certificate !== null && (await isSignedBy(certificate, spki)) === 'verified';
}

const offset = fc.nat(original.length - 1);
const edit = fc.oneof(
  fc.record({
    kind: fc.constant('set' as const),
    at: offset,
    octets: fc.uint8Array({ minLength: 1, maxLength: 4 }),
  }),
  fc.record({
    kind: fc.constant('insert' as const),
    at: offset,
    octets: fc.uint8Array({ minLength: 1, maxLength: 8 }),
  }),
  fc.record({
    kind: fc.constant('delete' as const),
    at: offset,
    octets: fc.uint8Array({ minLength: 1, maxLength: 8 }),
  }),
);
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

function apply(der: Uint8Array, { kind, at, octets }: Edit): Uint8Array {
  const removed = kind === 'insert' ? 0 : octets.length;
  const added = kind === 'delete' ? [] : octets;
  return Uint8Array.from([...der.subarray(0, at), ...added, ...der.subarray(at + removed)]);
}

describe('a damaged certificate', () => {
  it('is itself sound before it is damaged', async () => {
    const certificate = await readCertificate(original);
    expect(Object.values(certificate)).not.toContain('unreadable');
    expect(await isSignedBy(certificate, spki)).toBe('verified');
  });

  it('with any one bit of it changed is refused or does not verify', async () => {
    const verified: number[] = [];
    for (let bit = 0; bit < original.length * 8; bit++) {
      const der = new Uint8Array(original);
      der[bit >> 3] = (der[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      if (await isFalselyVerified(der)) verified.push(bit);
    }
    expect(verified).toEqual([]);
  }, 60_000);

  it('cut off anywhere is refused', async () => {
    for (let length = 0; length < original.length; length++) {
      expect(await readOrRefuse(original.subarray(0, length))).toBeNull();
    }
  });

  it('edited anywhere is refused or does not verify', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 3 }), async (edits) => {
        const der = edits.reduce(apply, original);
        fc.pre(Buffer.compare(der, original) !== 0);
        expect(await isFalselyVerified(der)).toBe(false);
      }),
      { numRuns: 2000 },
    );
  }, 60_000);

  it('replaced by anything at all is refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 600 }), async (der) => {
        expect(await readOrRefuse(der)).toBeNull();
      }),
      { numRuns: 1000 },
    );
  });
});

describe('an extension with any content', () => {
  it.each(Object.entries(OID))('%s', async (_, type) => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 60 }), fc.boolean(), async (octets, wrapped) => {
        const content = wrapped ? sequence(octets) : octets;
        const certificate = await readOrRefuse(certificateDer({ extensions: [extension(type, content)] }));
        expect(certificate?.sha256).toMatch(/^[0-9a-f]{64}$/);
      }),
      { numRuns: 150 },
    );
  });
});
