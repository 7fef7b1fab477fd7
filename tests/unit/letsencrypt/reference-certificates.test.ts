/** Every certificate of the reference material, against the released table. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { Certificate } from '../../../src/certificate/certificate.ts';
import { UnreadableCertificate } from '../../../src/certificate/certificate.ts';
import { commonName, organization } from '../../../src/certificate/name.ts';
import { readPem } from '../../../src/certificate/pem.ts';
import { readCertificate } from '../../../src/certificate/read.ts';
import { authorityFacts } from '../../../src/letsencrypt/facts.ts';
import { recognise } from '../../../src/letsencrypt/recognise.ts';
import { readJson, reference } from './reference.ts';

const { authorities } = authorityFacts;
const folder = reference('certificates', 'recognising the reference certificates');
const here = folder ?? '';

const Index = v.array(
  v.object({
    file: v.string(),
    issuerCN: v.optional(v.string()),
    expected: v.object({
      is: v.string(),
      authority: v.optional(v.string()),
      environment: v.optional(v.string()),
    }),
  }),
);
const index = folder === null ? [] : v.parse(Index, readJson(join(folder, 'index.json')));
const listed = (name: string) => index.filter(({ file }) => file.startsWith(`${name}/`));

/** The readable certificates of a PEM file. */
async function certificates(file: string): Promise<Certificate[]> {
  const read = readPem(readFileSync(file, 'utf8')).map(async (block) => {
    if ('error' in block) return [];
    try {
      return [await readCertificate(block.der)];
    } catch (error) {
      if (error instanceof UnreadableCertificate) return [];
      throw error;
    }
  });
  return (await Promise.all(read)).flat();
}

async function only(file: string): Promise<Certificate> {
  const [certificate] = await certificates(join(here, file));
  if (certificate === undefined) throw new Error(`${file} holds no readable certificate`);
  return certificate;
}

function filesBelow(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).flatMap((name) => filesBelow(join(path, name)));
}

describe.skipIf(folder === null)('the reference certificates', () => {
  it('are all there', () => {
    expect([listed('genuine').length, listed('staging').length, listed('adversarial').length]).toEqual([
      48, 3, 19,
    ]);
  });

  it('that are genuine are proven, by the CA and in the environment that the index names', async () => {
    for (const { file, expected, issuerCN } of [...listed('genuine'), ...listed('staging')]) {
      expect([file, await recognise([await only(file)], authorities)]).toEqual([
        file,
        {
          is: 'proven',
          authority: expected.authority ?? issuerCN,
          environment: expected.environment,
          proof: { by: 'authority-key' },
        },
      ]);
    }
  });

  it('with one bit changed are not proven', async () => {
    for (const { file } of [...listed('genuine'), ...listed('staging')]) {
      const certificate = await only(file);
      const signed = Uint8Array.from(certificate.signed);
      const middle = signed.length >> 1;
      signed[middle] = (signed[middle] ?? 0) ^ 0x10;
      expect(await recognise([{ ...certificate, signed }], authorities)).toMatchObject({
        is: 'claimed',
        why: 'signature-fails',
      });
    }
  });

  it('that are forged or broken prove nothing, alone or with the genuine CA certificates beside them', async () => {
    const cas = await Promise.all(
      ['ca/gen-y/int-ye2.der', 'ca/2024/r11.der', 'ca/isrgrootx1.der', 'ca/trustid-x3-root.der'].map((file) =>
        readCertificate(readFileSync(join(here, file))),
      ),
    );
    let readable = 0;
    for (const { file } of listed('adversarial')) {
      for (const certificate of await certificates(join(here, file))) {
        readable += 1;
        for (const chain of [[certificate], [certificate, ...cas], [certificate, certificate]]) {
          expect([file, (await recognise(chain, authorities)).is]).not.toEqual([file, 'proven']);
        }
      }
    }
    expect(readable).toBeGreaterThan(5);
  });

  it('of CAs are in the table, and each is issued by its root or by another operator', async () => {
    const found = { proven: 0, other: 0 };
    for (const file of filesBelow(join(here, 'ca')).filter((name) => name.endsWith('.der'))) {
      const certificate = await readCertificate(readFileSync(file));
      const subject = commonName(certificate.subject);
      const issuer = commonName(certificate.issuer);
      const another = organization(certificate.issuer) === 'Digital Signature Trust Co.';
      const listing = authorities.filter(({ spki }) =>
        Buffer.from(certificate.publicKey.spki).equals(Buffer.from(spki, 'base64')),
      );
      const outside = subject === 'DST Root CA X3' || subject === 'ISRG Root OCSP X1';
      expect([file, listing.some((authority) => authority.commonName === subject)]).toEqual([file, !outside]);

      const { is, ...names } = { authority: null, ...(await recognise([certificate], authorities)) };
      expect([file, is, names.authority]).toEqual([file, another ? 'other' : 'proven', issuer]);
      found[another ? 'other' : 'proven'] += 1;
    }
    expect(found.proven).toBeGreaterThan(60);
    expect(found.other).toBeGreaterThan(5);
  });
});
