/** The report for people, line by line. */
import { describe, expect, it } from 'vitest';
import { isCertificateFile } from '../../../src/inspect/certificate-files.ts';
import { connectionReport, type Connection } from '../../../src/inspect/connection.ts';
import type { Readable } from '../../../src/inspect/inspection.ts';
import { count, reportOf } from '../../../src/inspect/report.ts';

const CERTIFICATE: Readable = {
  file: 'dir/file.pem',
  index: 1,
  readable: true,
  subject: { commonName: 'www.example.org' },
  issuer: { commonName: 'YE1', organization: "Let's Encrypt" },
  serialNumber: '0a0b',
  sha256: 'ab'.repeat(32),
  validity: { notBefore: '2026-07-06T00:00:00Z', notAfter: '2026-10-04T00:00:00Z' },
  ocspUrls: [],
  crlUrls: ['http://ye1.c.lencr.org/1.crl', 'http://ye1.c.lencr.org/2.crl'],
  caIssuersUrls: ['http://ye1.i.lencr.org/'],
  mustStaple: false,
  letsEncrypt: { is: 'proven', authority: 'YE1', environment: 'production' },
};

/** What the report says behind a label. */
function said(label: string, more: Partial<Readable>): string | undefined {
  const line = reportOf({ ...CERTIFICATE, ...more })
    .split('\n')
    .find((candidate) => candidate.startsWith(`  ${label} `));
  return line?.slice(17);
}

describe('the report on a certificate', () => {
  it('is this', () => {
    expect(reportOf(CERTIFICATE)).toBe(`dir/file.pem, certificate 2
  Subject        www.example.org
  Issuer         YE1, Let's Encrypt
  Let's Encrypt  proven, signed by YE1
  Valid          2026-07-06T00:00:00Z to 2026-10-04T00:00:00Z
  Serial number  0a0b
  SHA-256        ${'ab'.repeat(32)}
  OCSP           none named
  CRL            http://ye1.c.lencr.org/1.crl http://ye1.c.lencr.org/2.crl
  CA issuers     http://ye1.i.lencr.org/
  Must-staple    no`);
  });

  it('says what is missing, and what cannot be read', () => {
    expect(said('Subject', { subject: { commonName: null } })).toBe('no common name');
    expect(said('Issuer', { issuer: { commonName: null, organization: null } })).toBe('no name');
    expect(said('Issuer', { issuer: { commonName: null, organization: 'Example Trust' } })).toBe(
      'Example Trust',
    );
    expect(said('Issuer', { issuer: { commonName: 'CA 1', organization: null } })).toBe('CA 1');
    expect(said('OCSP', { ocspUrls: null })).toBe('cannot be read');
    expect(said('Must-staple', { mustStaple: null })).toBe('cannot be read');
    expect(said('Must-staple', { mustStaple: true })).toBe('yes');
  });

  it.each<[Readable['letsEncrypt'], string]>([
    [
      { is: 'proven', authority: 'Fake', environment: 'staging' },
      'proven, signed by Fake of the staging environment: a test certificate that browsers do not trust',
    ],
    [
      { is: 'claimed', authority: null, environment: null },
      "claimed and not proven: it names an unnamed CA, and no key of Let's Encrypt is known to have signed it",
    ],
    [{ is: 'no', authority: null, environment: null }, 'no, another CA'],
  ])('says of %j', (letsEncrypt, verdict) => {
    expect(said("Let's Encrypt", { letsEncrypt })).toBe(verdict);
  });

  it('says of one that cannot be read why', () => {
    const unreadable = { file: 'a.der', index: 0, readable: false as const, error: 'not-der: ends early' };
    expect(reportOf(unreadable)).toBe('a.der, certificate 1\n  Unreadable: not-der: ends early');
    const none = { proven: 0, claimed: 0, no: 0, unreadable: 0 };
    expect(count(none, [unreadable, CERTIFICATE, CERTIFICATE])).toEqual({
      ...none,
      proven: 2,
      unreadable: 1,
    });
    expect(none.proven).toBe(0);
  });
});

describe('the report on a connection', () => {
  const CONNECTION: Connection = {
    tlsVersion: 'TLSv1.3',
    nodeRejects: null,
    staple: { is: 'none' },
    handshakeMilliseconds: 12,
  };
  const answer = {
    is: 'answer',
    producedAt: '2026-11-22T14:00:00Z',
    thisUpdate: '2026-11-22T13:00:00Z',
    nextUpdate: '2026-11-29T13:00:00Z',
    status: 'good',
  } as const;
  const staple = (given: Connection['staple']) =>
    connectionReport({ ...CONNECTION, staple: given })
      .split('\n')[2]
      ?.replace('OCSP staple     ', '');

  it('is this', () => {
    expect(connectionReport(CONNECTION)).toBe(`Connection      TLSv1.3, handshake in 12 ms
Node's verdict  nothing wrong
OCSP staple     none came
The certificates are as Node reports them: not necessarily the list that the server sent.`);
    const odd = connectionReport({ ...CONNECTION, tlsVersion: null, nodeRejects: 'CERT_HAS_EXPIRED' });
    expect(odd).toContain('unknown TLS, handshake');
    expect(odd).toContain("Node's verdict  CERT_HAS_EXPIRED");
  });

  it('says what was stapled', () => {
    expect(staple({ is: 'unfit' })).toBe('one came that does not fit the certificate or cannot be read');
    expect(staple(answer)).toBe(
      'good, made 2026-11-22T14:00:00Z, as of 2026-11-22T13:00:00Z, until 2026-11-29T13:00:00Z',
    );
    expect(staple({ ...answer, status: 'revoked', nextUpdate: null })).toBe(
      'revoked, made 2026-11-22T14:00:00Z, as of 2026-11-22T13:00:00Z, no end given',
    );
  });
});

describe('a file of a directory', () => {
  it.each(['a.pem', 'a.crt', 'A.CER', 'a.der', 'chain.txt'])('is read: %s', (name) => {
    expect(isCertificateFile(name)).toBe(true);
  });

  it.each(['pem', 'a.key', '.pem.bak', 'a.p7c', ''])('is passed over: %s', (name) => {
    expect(isCertificateFile(name)).toBe(false);
  });
});
