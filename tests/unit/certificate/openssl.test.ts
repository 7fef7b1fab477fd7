/** Every certificate of two Debian packages, read by this project and by openssl. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { UnreadableCertificate } from '../../../src/certificate/certificate.ts';
import { readPem } from '../../../src/certificate/pem.ts';
import { readCertificate } from '../../../src/certificate/read.ts';
import { factsOf, opensslFacts, type Facts } from './openssl.ts';

/** Where the two part, and why. Everything else must be the same. */
const DIFFERENCES: Readonly<Record<string, { we: string; why: string }>> = {
  'badasn1time.pem': { we: 'refuse: bad-time', why: 'a UTCTime with a year of four digits' },
  'v1_cert.pem': { we: 'refuse: algorithm-mismatch', why: 'MD5 in the signed part, SHA-1 outside of it' },
  'custom/invalid_version.pem': { we: 'refuse: not-a-certificate', why: 'version 8 does not exist' },
  'custom/invalid_utf8_common_name.pem': {
    we: 'read alone',
    why: 'openssl cannot print the name; here what is no UTF-8 becomes U+FFFD',
  },
  'PKITS_data/certs/BadSignedCACert.crt': {
    we: 'refuse: not-a-certificate',
    why: 'the signature is damaged so that it is no longer whole octets',
  },
  'PKITS_data/certs/InvalidDSASignatureTest6EE.crt': {
    we: 'refuse: not-a-certificate',
    why: 'the signature is damaged so that it is no longer whole octets',
  },
};

const SOURCES = [
  { debianPackage: 'ca-certificates', folder: '/usr/share/ca-certificates', atLeast: 100 },
  {
    debianPackage: 'python3-cryptography-vectors',
    folder: '/usr/lib/python3/dist-packages/cryptography_vectors/x509',
    atLeast: 500,
  },
];

/** The certificates of a folder; several in one file are told apart by a number. */
function certificatesOf(folder: string): { name: string; der: Uint8Array }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(pem|crt|der)$/.test(file))
    .toSorted()
    .flatMap((file) => {
      const bytes = new Uint8Array(readFileSync(`${folder}/${file}`));
      if (bytes[0] === 0x30 && (bytes[1] ?? 0) >= 0x80) return [{ name: file, der: bytes }];
      return readPem(Buffer.from(bytes).toString('latin1')).flatMap((block, index) =>
        'der' in block ? [{ name: index === 0 ? file : `${file}#${index}`, der: block.der }] : [],
      );
    });
}

async function ours(der: Uint8Array): Promise<Facts | { reason: string }> {
  try {
    return factsOf(await readCertificate(der));
  } catch (error) {
    if (error instanceof UnreadableCertificate) return { reason: error.reason };
    throw error;
  }
}

/** In which way the two part; null: both agree, or neither reads it. */
function difference(
  mine: Facts | { reason: string },
  theirs: Facts | null,
): { we: string; mine?: Facts } | null {
  if ('reason' in mine) return theirs === null ? null : { we: `refuse: ${mine.reason}` };
  if (theirs === null) return { we: 'read alone' };
  return isDeepStrictEqual(mine, theirs) ? null : { we: 'read otherwise', mine };
}

describe.each(SOURCES)('the certificates of $debianPackage', ({ debianPackage, folder, atLeast }) => {
  const installed = existsSync(folder);
  const required = process.env['CI'] !== undefined;
  if (!installed && !required) {
    console.log(
      `Skipped: the comparison with openssl needs Debian's ${debianPackage}, which is not installed.`,
    );
  }

  it.skipIf(!installed && !required)(
    'are read as openssl reads them',
    async () => {
      expect(installed, `${debianPackage} is installed`).toBe(true);
      const certificates = certificatesOf(folder);
      const theirs = await opensslFacts(certificates.map(({ der }) => der));
      const mine = await Promise.all(certificates.map(({ der }) => ours(der)));
      expect(theirs).toHaveLength(certificates.length);
      const found = certificates.flatMap(({ name }, index) => {
        const parted = difference(mine[index] ?? { reason: 'none' }, theirs[index] ?? null);
        return parted ? [[name, parted] as const] : [];
      });

      const names = new Set(certificates.map(({ name }) => name));
      const expected = Object.entries(DIFFERENCES).flatMap(([name, { we }]) =>
        names.has(name) ? [[name, { we }]] : [],
      );
      expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
      expect(certificates.length).toBeGreaterThanOrEqual(atLeast);
    },
    120_000,
  );
});
