import { KeyUsageFlags } from '@peculiar/asn1-x509';
import { describe, expect, it } from 'vitest';
import type { Certificate } from '../../../src/certificate/certificate.ts';
import { commonName } from '../../../src/certificate/name.ts';
import type { Issuer } from '../../../src/letsencrypt/issuer.ts';
import { createRecogniser, type Recogniser } from '../../../src/letsencrypt/recogniser.ts';
import { inspectCertificates, inspectFile } from '../../../src/inspect/inspect-file.ts';
import type { Inspection } from '../../../src/inspect/inspection.ts';
import { count, reportOf, summary } from '../../../src/inspect/report.ts';
import { authorityOf, holder, leafDer } from '../letsencrypt/pki.ts';
import { certificateDer, name, OID, UTF8, withExtensions } from '../certificate/certificate-builder.ts';
import { integer, oid, sequence, text } from '../certificate/der-builder.ts';

function pem(der: Buffer): string {
  return `-----BEGIN CERTIFICATE-----\n${der.toString('base64')}\n-----END CERTIFICATE-----\n`;
}

function inspect(
  content: string | Buffer,
  recognise = answering({ is: 'other', authority: null, organization: null }),
) {
  return inspectFile('dir/file.pem', new Uint8Array(Buffer.from(content)), recognise);
}

function answering(issuer: Issuer): Recogniser {
  return () => Promise.resolve(issuer);
}

function errors(inspections: Inspection[]): (string | null)[] {
  return inspections.map((inspection) => (inspection.readable ? null : inspection.error));
}

describe('a file', () => {
  it('of DER is one certificate', async () => {
    const der = withExtensions(
      [
        OID.authorityInfoAccess,
        sequence(
          sequence(oid('1.3.6.1.5.5.7.48.1'), text(0x86, 'http://o.example')),
          sequence(oid('1.3.6.1.5.5.7.48.2'), text(0x86, 'http://i.example')),
        ),
      ],
      [OID.tlsFeature, sequence(integer(5))],
    );
    expect(await inspect(der)).toEqual([
      {
        file: 'dir/file.pem',
        index: 0,
        readable: true,
        subject: { commonName: 'www.example.org' },
        issuer: { commonName: 'Example CA 1', organization: 'Example Trust' },
        serialNumber: '0a0b',
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        validity: { notBefore: '2026-07-06T00:00:00Z', notAfter: '2026-10-04T00:00:00Z' },
        ocspUrls: ['http://o.example'],
        caIssuersUrls: ['http://i.example'],
        crlUrls: [],
        mustStaple: true,
        letsEncrypt: { is: 'no', authority: null, environment: null },
      },
    ]);
  });

  it('of PEM is each of its certificates by its place, a damaged one among them', async () => {
    const damaged = '-----BEGIN CERTIFICATE-----\n....\n-----END CERTIFICATE-----\n';
    const inspections = await inspect(`0 text\n${pem(certificateDer())}${damaged}${pem(certificateDer())}`);
    expect(inspections.map(({ index, readable }) => [index, readable])).toEqual([
      [0, true],
      [1, false],
      [2, true],
    ]);
    expect(errors(inspections)[1]).toMatch(/^bad-pem: .*base64/);
  });

  it.each([
    ['', /^empty: /],
    ['no certificate here', /^no-certificate: /],
    [pem(Buffer.from([0x30, 0x82, 0x05, 0x6b])), /^not-der: /],
    [certificateDer().subarray(0, 100), /^not-der: /],
    [Buffer.concat([certificateDer(), Buffer.from('\n')]), /^trailing-bytes: /],
    [Buffer.alloc(16 * 1024 * 1024 + 1, 0x30), /^too-large: the file has more than 16 MiB$/],
    [Buffer.alloc(16 * 1024 * 1024, 0x20), /^no-certificate: /],
    // Text that begins with the first octet of a SEQUENCE, and a length that no certificate has.
    ['0', /^no-certificate: /],
    ['0 is what it begins with', /^no-certificate: /],
    [Buffer.from([0x30, 0x85, 1, 2, 3]), /^no-certificate: /],
    [Buffer.from([0x30, 0x80, 1, 2, 3]), /^not-der: /],
    [Buffer.from([0x30, 0x84, 1, 2, 3]), /^not-der: /],
    [Buffer.from([0x31, 0x82, 1, 2, 3]), /^no-certificate: /],
  ])('that holds none says why: %#', async (content, message) => {
    expect(errors(await inspect(content))).toEqual([expect.stringMatching(message)]);
  });

  it('says null of names that are absent and of an extension that cannot be read', async () => {
    const der = certificateDer({ issuer: sequence(), subject: sequence() });
    expect(await inspect(der)).toMatchObject([
      { subject: { commonName: null }, issuer: { commonName: null, organization: null } },
    ]);
    const malformed = withExtensions([OID.authorityInfoAccess, [0x30]], [OID.tlsFeature, integer(5)]);
    expect(await inspect(malformed)).toMatchObject([
      { ocspUrls: null, caIssuersUrls: null, crlUrls: [], mustStaple: null },
    ]);
  });
});

describe('recognition in a file', () => {
  it.each<[Issuer, unknown]>([
    [
      { is: 'proven', authority: 'YE1', environment: 'production', proof: { by: 'authority-key' } },
      { is: 'proven', authority: 'YE1', environment: 'production' },
    ],
    [
      { is: 'claimed', authority: 'R3', organization: null, why: 'signature-fails', localRoot: null },
      { is: 'claimed', authority: 'R3', environment: null },
    ],
    [
      { is: 'local', authority: 'Proxy', organization: null },
      { is: 'no', authority: null, environment: null },
    ],
    [
      { is: 'other', authority: 'Another', organization: null },
      { is: 'no', authority: null, environment: null },
    ],
  ])('says of %j', async (issuer, expected) => {
    expect(await inspect(certificateDer(), answering(issuer))).toMatchObject([{ letsEncrypt: expected }]);
  });

  it('proves a certificate through an unknown CA of the same file that a known root signed', async () => {
    const root = await holder('Test Root', 'Test');
    const intermediate = await holder('Test Intermediate', 'Test');
    const site = await holder('site.example');
    const leaf = leafDer(site, intermediate);
    const asCa = { basicConstraints: { ca: true }, keyUsage: KeyUsageFlags.keyCertSign };
    const ca = leafDer(intermediate, root, asCa);
    const recognise = createRecogniser([authorityOf(root, 'root')]);
    const proven = { is: 'proven', authority: 'Test Intermediate' };
    expect(await inspect(pem(ca) + pem(leaf), recognise)).toMatchObject([{}, { letsEncrypt: proven }]);
    expect(await inspect(pem(leaf), recognise)).toMatchObject([{ letsEncrypt: { is: 'no' } }]);
  });

  it('offers the certificates whose names lead upwards as issuers, and no others, even in a circle', async () => {
    const called = (subject: string, issuer: string): Buffer =>
      certificateDer({
        subject: name([OID.commonName, UTF8, subject]),
        issuer: name([OID.commonName, UTF8, issuer]),
      });
    const chains: Record<string, (string | null)[]> = {};
    const recognise = ([certificate, ...supplied]: readonly Certificate[]): Promise<Issuer> => {
      chains[(certificate && commonName(certificate.subject)) ?? ''] = supplied.map((ca) =>
        commonName(ca.subject),
      );
      return Promise.resolve({ is: 'other', authority: null, organization: null });
    };
    const ders = [
      called('root', 'middle'),
      called('stranger', 'else'),
      called('leaf', 'middle'),
      called('middle', 'root'),
    ];
    await inspect(ders.map(pem).join(''), recognise);
    expect(chains['leaf']).toEqual(['middle', 'root']);
    expect(chains['stranger']).toEqual([]);
  });
});

describe('a file of many CAs', () => {
  it('offers ten of them at most, nearest first, the certificate itself never, and each once', async () => {
    const called = (subject: string, issuer: string): Buffer =>
      certificateDer({
        subject: name([OID.commonName, UTF8, subject]),
        issuer: name([OID.commonName, UTF8, issuer]),
      });
    let offered: (string | null)[] = [];
    const recognise = ([certificate, ...supplied]: readonly Certificate[]): Promise<Issuer> => {
      if (certificate !== undefined && commonName(certificate.subject) === 'leaf')
        offered = supplied.map((ca) => commonName(ca.subject));
      return Promise.resolve({ is: 'other', authority: null, organization: null });
    };
    const line = Array.from({ length: 14 }, (_, at) => called(`ca ${at}`, `ca ${at + 1}`));
    await inspect([called('leaf', 'ca 0'), ...line].map(pem).join(''), recognise);
    expect(offered).toEqual(Array.from({ length: 10 }, (_, at) => `ca ${at}`));

    const crossSigned = Array.from({ length: 14 }, (_, at) => called('ca', `root ${at}`));
    await inspect([called('leaf', 'ca'), ...crossSigned].map(pem).join(''), recognise);
    expect(offered).toEqual(Array.from({ length: 10 }, () => 'ca'));

    const selfIssued = pem(called('leaf', 'leaf'));
    await inspect(selfIssued + selfIssued, recognise);
    expect(offered).toEqual([]);
  });
});

describe('what a fault of the program is', () => {
  it('no certificate that cannot be read: it is thrown', async () => {
    const broken: Recogniser = () => Promise.reject(new TypeError('out of order'));
    await expect(inspect(certificateDer(), broken)).rejects.toThrow(TypeError);
  });

  it('for an issuer of which nothing is known the answer is no', async () => {
    const unknown = answering({ is: 'unknown', why: 'unreadable' });
    expect(await inspect(certificateDer(), unknown)).toMatchObject([
      { letsEncrypt: { is: 'no', authority: null, environment: null } },
    ]);
  });

  it('certificates from a connection are read like those of a file', async () => {
    const recognise = answering({ is: 'other', authority: null, organization: null });
    const der = new Uint8Array(certificateDer());
    const [read, broken] = await inspectCertificates('host:443', [der, der.subarray(0, 9)], recognise);
    expect(read).toMatchObject({ file: 'host:443', index: 0, readable: true });
    expect(broken).toMatchObject({ file: 'host:443', index: 1, readable: false });
  });
});

describe('the report for people', () => {
  const staging: Issuer = {
    is: 'proven',
    authority: 'Fake',
    environment: 'staging',
    proof: { by: 'authority-key' },
  };

  async function report(der: Buffer, issuer: Issuer): Promise<string> {
    return (await inspect(der, answering(issuer))).map(reportOf).join('\n');
  }

  it('says who issued it, and that staging is a test', async () => {
    const shown = await report(certificateDer(), staging);
    expect(shown).toMatch(/^dir\/file\.pem, certificate 1\n/);
    expect(shown).toMatch(/Subject +www\.example\.org/);
    expect(shown).toMatch(/Let's Encrypt +proven, signed by Fake of the staging environment: a test/);
    expect(shown).toMatch(/OCSP +none named/);
  });

  it('does not let a claim pass for a proof', async () => {
    const claimed: Issuer = {
      is: 'claimed',
      authority: 'R3',
      organization: null,
      why: 'signature-fails',
      localRoot: null,
    };
    expect(await report(certificateDer(), claimed)).toMatch(/claimed and not proven: it names R3/);
  });

  it('shows hostile names inert, each on its own line', async () => {
    const hostile = "x\n  Let's Encrypt  proven\u001b[1A\u202E";
    const subject = name([OID.commonName, UTF8, Buffer.from(hostile)]);
    const other: Issuer = { is: 'other', authority: null, organization: null };
    const plain = await report(certificateDer(), other);
    const shown = await report(certificateDer({ subject }), other);
    expect(shown.split('\n')).toHaveLength(plain.split('\n').length);
    expect(shown.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(shown).toContain('\\u{a}');
  });

  it('sums up', async () => {
    const none = { proven: 0, claimed: 0, no: 0, unreadable: 0 };
    const tally = count(
      count(none, await inspect(certificateDer(), answering(staging))),
      await inspect('nothing'),
    );
    expect(summary(tally)).toBe("Let's Encrypt: 1 proven, 0 claimed, 0 no; 1 unreadable.");
  });
});
