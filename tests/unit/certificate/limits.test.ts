/** Certificates that are as large as they may be and made to be slow. */
import { describe, expect, it } from 'vitest';
import type { Certificate } from '../../../src/certificate/certificate.ts';
import { readCertificate } from '../../../src/certificate/read.ts';
import { OID, withExtensions } from './certificate-builder.ts';
import { integer, oid, sequence, text, tlv, type Bytes } from './der-builder.ts';

const OCSP = '1.3.6.1.5.5.7.48.1';
const access = sequence(oid(OCSP), text(0x86, 'h'));
const point = sequence(tlv(0xa0, tlv(0xa0, text(0x86, 'h'))));

function many(count: number, element: Bytes): Buffer {
  return sequence(...Array.from({ length: count }, () => element));
}

/** Milliseconds; the fastest of some runs, since a busy machine adds to each. */
async function timeToRead(der: Uint8Array): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < 5; run++) {
    const started = performance.now();
    await readCertificate(der);
    times.push(performance.now() - started);
  }
  return Math.min(...times);
}

describe('an extension of very many parts', () => {
  it.each<[string, string, Bytes, keyof Certificate]>([
    ['authority information access', OID.authorityInfoAccess, many(3500, access), 'ocspUrls'],
    ['CRL distribution points', OID.crlDistributionPoints, many(6000, point), 'crlUrls'],
    ['TLS feature', OID.tlsFeature, many(20_000, integer(5)), 'mustStaple'],
  ])('is unreadable, and said to be so at once: %s', async (_, type, content, field) => {
    const der = withExtensions([type, content]);
    expect((await readCertificate(der))[field]).toBe('unreadable');
    expect(await timeToRead(der)).toBeLessThan(50);
  });

  it('is read where there are as many as one may have', async () => {
    const der = withExtensions([OID.authorityInfoAccess, many(100, access)]);
    expect((await readCertificate(der)).ocspUrls).toHaveLength(100);
  });
});
