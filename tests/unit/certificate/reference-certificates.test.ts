/** The real certificates beside the project, against what openssl said of them when they were collected. */
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, it } from 'vitest';
import { UnreadableCertificate, type Certificate } from '../../../src/certificate/certificate.ts';
import { commonName } from '../../../src/certificate/name.ts';
import { readPem } from '../../../src/certificate/pem.ts';
import { readCertificate } from '../../../src/certificate/read.ts';
import { readJson, reference } from '../letsencrypt/reference.ts';

interface Entry {
  file: string;
  sha256?: string;
  subjectCN?: string;
  issuerCN?: string;
  notBefore?: string;
  notAfter?: string;
  serial?: string;
  ocspUrls: string[];
  caIssuersUrls: string[];
  crlUrls: string[];
  mustStaple: boolean;
  sanCount: number;
  ipSans: string[];
}

const index = reference('certificates/index.json', 'reading real certificates');

/** openssl reads it, and this project refuses: the signature algorithms inside and outside differ. */
const REFUSED = new Set(['adversarial/badsig-5.pem']);
/** The index has no extensions of it: its reader stumbled over malformed certificate policies, which we do not read. */
const WITHOUT_EXTENSIONS = new Set(['adversarial/staging-happy-hacker-3.pem']);

function seconds(date: string | undefined): number {
  return Date.parse(date ?? '');
}

function expected(entry: Entry): unknown {
  const { file, sha256, serial, ocspUrls, caIssuersUrls, crlUrls, mustStaple, sanCount, ipSans } = entry;
  if (sha256 === undefined || REFUSED.has(file)) return 'refused';
  const extensions = { ocspUrls, caIssuersUrls, crlUrls, mustStaple, sanCount, ipSans };
  return {
    sha256,
    subjectCN: entry.subjectCN ?? '',
    issuerCN: entry.issuerCN ?? '',
    notBefore: seconds(entry.notBefore),
    notAfter: seconds(entry.notAfter),
    serial,
    ...(WITHOUT_EXTENSIONS.has(file) ? {} : extensions),
  };
}

async function read(file: string, text: string): Promise<unknown> {
  const [block] = readPem(text);
  if (!block || 'error' in block) return 'refused';
  let certificate: Certificate;
  try {
    certificate = await readCertificate(block.der);
  } catch (error) {
    if (error instanceof UnreadableCertificate) return 'refused';
    throw error;
  }
  const { sha256, subject, issuer, validity, subjectAltName: names } = certificate;
  const { ocspUrls, caIssuersUrls, crlUrls, mustStaple } = certificate;
  if (names === 'unreadable') return 'unreadable alternative names';
  const sanCount = (names?.dns.length ?? 0) + (names?.ip.length ?? 0);
  const extensions = { ocspUrls, caIssuersUrls, crlUrls, mustStaple, sanCount, ipSans: names?.ip ?? [] };
  return {
    sha256,
    subjectCN: commonName(subject) ?? '',
    issuerCN: commonName(issuer) ?? '',
    notBefore: seconds(validity.notBefore),
    notAfter: seconds(validity.notAfter),
    serial: BigInt(`0x${certificate.serialNumber}`).toString(16),
    ...(WITHOUT_EXTENSIONS.has(file) ? {} : extensions),
  };
}

it.skipIf(index === null)('real certificates, genuine and not, are read as openssl read them', async () => {
  const entries = readJson(index ?? '') as Entry[];
  const folder = dirname(index ?? '');
  const ours: Record<string, unknown> = {};
  for (const { file } of entries) ours[file] = await read(file, readFileSync(`${folder}/${file}`, 'latin1'));
  expect(ours).toEqual(Object.fromEntries(entries.map((entry) => [entry.file, expected(entry)])));
  expect(Object.values(ours).filter((facts) => facts !== 'refused').length).toBeGreaterThan(50);
});
