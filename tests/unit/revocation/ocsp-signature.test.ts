import { createHash, createPrivateKey, sign } from 'node:crypto';
import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import { ExtendedKeyUsage, Extension, SubjectPublicKeyInfo } from '@peculiar/asn1-x509';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Certificate } from '../../../src/certificate/certificate.ts';
import { provenIssuerKey } from '../../../src/letsencrypt/issuer-key.ts';
import { verifyOcspResponse } from '../../../src/revocation/ocsp-signature.ts';
import {
  bitString,
  integer,
  NULL,
  octetString,
  oid,
  sequence,
  text,
  tlv,
} from '../certificate/der-builder.ts';
import { authorityOf, holder, leaf, leafDer, namesakeOf, type Holder } from '../letsencrypt/pki.ts';

const time = (digits: string) => text(0x18, digits);
const SHA1 = sequence(oid('1.3.14.3.2.26'), NULL);
const ECDSA_WITH_SHA256 = '1.2.840.10045.4.3.2';

function purpose(...purposes: string[]): Extension {
  const content = AsnConvert.serialize(new ExtendedKeyUsage(purposes));
  return new Extension({ extnID: '2.5.29.37', extnValue: new OctetString(content) });
}
const OCSP_SIGNING = purpose('1.3.6.1.5.5.7.3.9');
const SERVER_AUTH = purpose('1.3.6.1.5.5.7.3.1');

let ca: Holder;
let responder: Holder;
let certificate: Certificate;
let other: Certificate;

beforeAll(async () => {
  ca = await holder('YE1', "Let's Encrypt", 'US');
  responder = await holder('Responder');
  const site = await holder('site.example');
  [certificate, other] = await Promise.all([leaf(site, ca), leaf(site, ca)]);
});

interface Shape {
  about?: Certificate;
  /** Whose key the CertID names; default: the CA's. */
  issuerKey?: Holder;
  /** Hash of the name that the CertID has for the issuer; default: of the CA's. */
  issuerNameHash?: Buffer;
  /** Of the response in the OCSPResponse; default: basic. */
  type?: string;
  producedAt?: string;
  /** Certificates of responders that the response brings along. */
  delegates?: Buffer[];
  algorithm?: string;
}

/** A response that says good, signed by `signer`. */
function response(signer: Holder, shape: Shape = {}): Buffer {
  const { about = certificate, issuerKey = ca, producedAt = '20260821100000Z', delegates = [] } = shape;
  const sha1 = (bytes: Uint8Array) => createHash('sha1').update(bytes).digest();
  const { subjectPublicKey } = AsnConvert.parse(issuerKey.key.spki, SubjectPublicKeyInfo);
  const id = sequence(
    SHA1,
    octetString(shape.issuerNameHash ?? sha1(about.issuer.der)),
    octetString(sha1(new Uint8Array(subjectPublicKey))),
    integer(...Buffer.from(about.serialNumber, 'hex')),
  );
  const data = sequence(
    tlv(0xa2, octetString(new Uint8Array(20))),
    time(producedAt),
    sequence(sequence(id, tlv(0x80), time('20260821090000Z'))),
  );
  const signature = sign(
    'sha256',
    data,
    createPrivateKey(signer.key.privateKey.export({ type: 'pkcs8', format: 'pem' })),
  );
  const basic = sequence(
    data,
    sequence(oid(shape.algorithm ?? ECDSA_WITH_SHA256)),
    bitString(signature),
    ...(delegates.length === 0 ? [] : [tlv(0xa0, sequence(...delegates))]),
  );
  const type = oid(shape.type ?? '1.3.6.1.5.5.7.48.1.1');
  return sequence(tlv(0x0a, [0]), tlv(0xa0, sequence(type, octetString(basic))));
}

const verify = (der: Uint8Array) => verifyOcspResponse(der, certificate, ca.key.spki);

describe('an OCSP response is vouched for', () => {
  it('by the CA that issued the certificate', async () => {
    expect(await verify(response(ca))).toBe('verified');
  });

  it('by a responder whom this CA authorised', async () => {
    const delegate = leafDer(responder, ca, { further: [OCSP_SIGNING] });
    expect(await verify(response(responder, { delegates: [delegate] }))).toBe('verified');
  });
});

describe('an OCSP response is vouched for by a responder', () => {
  it('who may do other things besides, and whose certificate comes among others', async () => {
    const signing = purpose('1.3.6.1.5.5.7.3.1', '1.3.6.1.5.5.7.3.9');
    const delegates = [leafDer(responder, ca), leafDer(responder, ca, { further: [signing] })];
    expect(await verify(response(responder, { delegates }))).toBe('verified');
  });

  it('whose certificate begins, or ends, in the second of the response', async () => {
    const delegates = [leafDer(responder, ca, { further: [OCSP_SIGNING] })];
    for (const producedAt of ['20260101000000Z', '20360101000000Z'])
      expect(await verify(response(responder, { delegates, producedAt }))).toBe('verified');
  });
});

describe('an OCSP response is not vouched for', () => {
  it('when somebody else signed it and brings the certificate of an authorised responder along', async () => {
    const delegates = [leafDer(responder, ca, { further: [OCSP_SIGNING] })];
    const stranger = await holder('Stranger');
    expect(await verify(response(stranger, { delegates }))).toBe('not-verified');
  });

  it('when it names another CA as the issuer, with the same key', async () => {
    const issuerNameHash = Buffer.alloc(20, 7);
    expect(await verify(response(ca, { issuerNameHash }))).toBe('not-verified');
  });

  it('by a responder whose certificate names another CA, with the same key', async () => {
    const delegates = [
      leafDer(responder, ca, { further: [OCSP_SIGNING], issuerName: { commonName: 'Another' } }),
    ];
    expect(await verify(response(responder, { delegates }))).toBe('not-verified');
  });

  it('by a responder whose certificate comes after more than anybody needs', async () => {
    const others = Array.from({ length: 20 }, () => leafDer(responder, ca));
    const delegates = [...others, leafDer(responder, ca, { further: [OCSP_SIGNING] })];
    expect(await verify(response(responder, { delegates }))).toBe('not-verified');
  });

  it('when somebody else signed it', async () => {
    expect(await verify(response(responder))).toBe('not-verified');
  });

  it('when a byte of it was changed', async () => {
    const der = response(ca);
    const at = der.indexOf(Buffer.from('20260821090000Z'));
    der[at + 3] = 0x37;
    expect(await verify(der)).toBe('not-verified');
  });

  it('when it is about another certificate, or names another key as the issuer', async () => {
    expect(await verify(response(ca, { about: other }))).toBe('not-verified');
    expect(await verify(response(ca, { issuerKey: responder }))).toBe('not-verified');
  });

  it('by any holder of a server certificate of this CA', async () => {
    for (const further of [[], [SERVER_AUTH]]) {
      const delegate = leafDer(responder, ca, { further });
      expect(await verify(response(responder, { delegates: [delegate] }))).toBe('not-verified');
    }
  });

  it('by a responder whom somebody of the same name authorised', async () => {
    const delegate = leafDer(responder, await namesakeOf(ca), { further: [OCSP_SIGNING] });
    expect(await verify(response(responder, { delegates: [delegate] }))).toBe('not-verified');
  });

  it('by a responder whose certificate was not valid yet, or no more', async () => {
    const delegate = leafDer(responder, ca, { further: [OCSP_SIGNING] });
    for (const producedAt of ['20251231235959Z', '20360101000001Z'])
      expect(await verify(response(responder, { delegates: [delegate], producedAt }))).toBe('not-verified');
  });
});

it('what cannot be read or calculated is neither', async () => {
  expect(await verify(new Uint8Array())).toBe('cannot-verify');
  expect(await verify(sequence(tlv(0x0a, [6])))).toBe('cannot-verify');
  expect(await verify(response(ca, { type: '1.3.6.1.5.5.7.48.1.2' }))).toBe('cannot-verify');
  // SHA-1 with RSA.
  expect(await verify(response(ca, { algorithm: '1.2.840.113549.1.1.5' }))).toBe('cannot-verify');
});

it('the key is that of the CA in the table that signed, never one that only bears its name', async () => {
  const namesake = await namesakeOf(ca);
  const table = [authorityOf(namesake, 'intermediate'), authorityOf(ca, 'intermediate')];
  expect(Buffer.from((await provenIssuerKey(certificate, table)) ?? [])).toEqual(ca.key.spki);
  expect(await provenIssuerKey(certificate, table.slice(0, 1))).toBeNull();
});
