/**
 * How long a certificate takes: to read it, to recognise it the first time (with its signature), and again.
 * `tsx tests/bench/certificate.bench.ts [--json]`. Aims: 2 ms for reading and recognising first, 0.02 ms again.
 */
import { createHash } from 'node:crypto';
import type { Certificate } from '../../src/certificate/certificate.ts';
import { readCertificate } from '../../src/certificate/read.ts';
import type { Authority } from '../../src/letsencrypt/authority.ts';
import { authorityFacts } from '../../src/letsencrypt/facts.ts';
import { createRecogniser } from '../../src/letsencrypt/recogniser.ts';
import {
  certificateDer,
  ecKey,
  extension,
  name,
  OID,
  PRINTABLE,
  rsaKey,
  spkiOf,
  type KeyPair,
  type Shape,
} from '../unit/certificate/certificate-builder.ts';
import { integer, octetString, oid, sequence, text, tlv } from '../unit/certificate/der-builder.ts';

const LEAVES = 300;
const ISSUER = 'Bench CA';

/** Leaves of the shape that Let's Encrypt issues, each with another serial number, so that none is known before. */
function leaves(algorithm: NonNullable<Shape['algorithm']>, signer: KeyPair): Uint8Array[] {
  const keyIdentifier = createHash('sha1').update(spkiOf(signer)).digest();
  const extensions = [
    extension(OID.keyUsage, tlv(0x03, [7, 0x80]), true),
    extension('2.5.29.37', sequence(oid('1.3.6.1.5.5.7.3.1'))),
    extension(OID.basicConstraints, sequence(), true),
    extension(OID.subjectKeyIdentifier, octetString(keyIdentifier)),
    extension(OID.authorityKeyIdentifier, sequence(tlv(0x80, keyIdentifier))),
    extension(
      OID.authorityInfoAccess,
      sequence(sequence(oid('1.3.6.1.5.5.7.48.2'), text(0x86, 'http://ca.example/'))),
    ),
    extension(OID.subjectAltName, sequence(text(0x82, 'www.example.org'), text(0x82, 'example.org'))),
    extension('2.5.29.32', sequence(sequence(oid('2.23.140.1.2.1')))),
    extension(
      OID.crlDistributionPoints,
      sequence(sequence(tlv(0xa0, tlv(0xa0, text(0x86, 'http://crl.example/1.crl'))))),
    ),
    extension('1.3.6.1.4.1.11129.2.4.2', octetString(new Uint8Array(240))),
  ];
  return Array.from({ length: LEAVES }, (_, number) =>
    certificateDer({
      algorithm,
      signer,
      extensions,
      issuer: name([OID.commonName, PRINTABLE, ISSUER]),
      serialNumber: integer(0x40, number >> 8, number & 0xff, ...keyIdentifier.subarray(0, 13)),
    }),
  );
}

function authority(signer: KeyPair): Authority {
  return {
    commonName: ISSUER,
    organization: null,
    country: null,
    role: 'intermediate',
    environment: 'production',
    status: 'active',
    spki: spkiOf(signer).toString('base64'),
    keyIdentifier: createHash('sha1').update(spkiOf(signer)).digest('hex'),
  };
}

function median(milliseconds: number[]): number {
  return milliseconds.toSorted((a, b) => a - b)[milliseconds.length >> 1] ?? NaN;
}

/** Milliseconds for each of the inputs, one after the other. */
async function timed<T, R>(inputs: readonly T[], work: (input: T) => Promise<R>): Promise<[number[], R[]]> {
  const times: number[] = [];
  const results: R[] = [];
  for (const input of inputs) {
    const started = performance.now();
    const result = await work(input);
    times.push(performance.now() - started);
    results.push(result);
  }
  return [times, results];
}

export interface CertificateResult {
  leaves: number;
  /** By the issuer's key. Milliseconds. */
  signedWith: Record<string, Row>;
}

interface Row {
  read: number;
  first: number;
  again: number;
}

async function measure(algorithm: NonNullable<Shape['algorithm']>, signer: KeyPair): Promise<Row> {
  const recognise = createRecogniser([...authorityFacts.authorities, authority(signer)]);
  const [read, certificates] = await timed(leaves(algorithm, signer), readCertificate);
  const recogniseProven = async (certificate: Certificate): Promise<void> => {
    const issuer = await recognise([certificate]);
    if (issuer.is !== 'proven') throw new Error(`the bench's own certificate is ${issuer.is}`);
  };
  const [first] = await timed(certificates, recogniseProven);
  const [again] = await timed(certificates, recogniseProven);
  return { read: median(read), first: median(first), again: median(again) };
}

const rows: Record<string, Row> = {
  'RSA-2048': await measure('rsaSha256', rsaKey()),
  'ECDSA-P-384': await measure('ecdsaSha384', ecKey('P-384')),
};

if (process.argv.includes('--json')) {
  console.log(JSON.stringify({ unit: 'ms', statistic: 'median', leaves: LEAVES, signedWith: rows }));
} else {
  console.log(`Median of ${LEAVES} certificates, in milliseconds`);
  console.log('signed with    read    recognise   read + recognise   again');
  for (const [signedWith, { read, first, again }] of Object.entries(rows)) {
    const cells = [
      read.toFixed(2).padStart(6),
      first.toFixed(2).padStart(12),
      (read + first).toFixed(2).padStart(18),
    ];
    console.log(`${signedWith.padEnd(12)} ${cells.join(' ')} ${again.toFixed(4).padStart(7)}`);
  }
  console.log('aim                                        2.00  0.0200');
}
