import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UnreadableCertificate } from '../../../src/certificate/certificate.ts';
import { readOcspResponse } from '../../../src/revocation/ocsp-response.ts';
import {
  integer,
  NULL,
  octetString,
  oid,
  sequence,
  text,
  tlv,
  type Bytes,
} from '../certificate/der-builder.ts';

const time = (digits: string) => text(0x18, digits);
const SHA1 = sequence(oid('1.3.14.3.2.26'), NULL);
const certificateId = (...serial: number[]) =>
  sequence(SHA1, octetString(new Uint8Array(20)), octetString(new Uint8Array(20)), integer(...serial));
const GOOD = tlv(0x80);
const REVOKED = tlv(0xa1, time('20260701000000Z'));
const UNKNOWN = tlv(0x82);

function response(singles: Bytes[], { version = false, status = 0 } = {}): Buffer {
  const data = sequence(
    ...(version ? [tlv(0xa0, integer(0))] : []),
    tlv(0xa2, octetString(new Uint8Array(20))),
    time('20260821100000Z'),
    sequence(...singles),
  );
  const basic = sequence(data, SHA1, tlv(0x03, [0, 1]));
  const bytes = tlv(0xa0, sequence(oid('1.3.6.1.5.5.7.48.1.1'), octetString(basic)));
  return sequence(tlv(0x0a, [status]), ...(status === 0 ? [bytes] : []));
}

const single = (status: Bytes, ...rest: Bytes[]) =>
  sequence(certificateId(0, 0x9a, 0xbc), status, time('20260821090000Z'), ...rest);

function outcome(der: Uint8Array): string {
  try {
    const read = readOcspResponse(der);
    return read === null || Array.isArray(read.responses) ? 'read' : 'something else';
  } catch (error) {
    return error instanceof UnreadableCertificate || error instanceof RangeError ? 'refused' : String(error);
  }
}

describe('an OCSP response', () => {
  it('tells its dates, the certificate and its status', () => {
    const next = tlv(0xa0, time('20260828090000Z'));
    expect(readOcspResponse(response([single(GOOD, next)]))).toEqual({
      producedAt: '2026-08-21T10:00:00Z',
      responses: [
        {
          serialNumber: '9abc',
          status: 'good',
          thisUpdate: '2026-08-21T09:00:00Z',
          nextUpdate: '2026-08-28T09:00:00Z',
        },
      ],
    });
  });

  it.each([
    ['good', GOOD],
    ['revoked', REVOKED],
    ['unknown', UNKNOWN],
  ])('says %s', (said, status) => {
    expect(readOcspResponse(response([single(status)]))?.responses[0]?.status).toBe(said);
  });

  it('may give no date of renewal, with or without extensions in its place', () => {
    const extensions = tlv(0xa1, sequence());
    const read = readOcspResponse(response([single(GOOD), single(GOOD, extensions)], { version: true }));
    expect(read?.responses.map(({ nextUpdate }) => nextUpdate)).toEqual([null, null]);
  });

  it('that reports an error says nothing of any certificate', () => {
    expect(readOcspResponse(response([], { status: 6 }))).toBeNull();
  });

  it('is refused when it is something else', () => {
    const whole = response([single(GOOD)]);
    expect(() => readOcspResponse(new Uint8Array())).toThrow('the bytes end too early');
    expect(() => readOcspResponse(Buffer.concat([whole, Buffer.of(0)]))).toThrow('bytes follow the end');
    expect(() => readOcspResponse(sequence(integer(0)))).toThrow('no OCSP response status');
    expect(() => readOcspResponse(response([single(tlv(0x83))]))).toThrow('no certificate status');
  });

  it('broken anywhere, is read or refused, and never anything else', () => {
    const whole = response([single(GOOD, tlv(0xa0, time('20260828090000Z')))]);
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), fc.nat(whole.length), (at, octet, length) => {
        const broken = Buffer.from(whole.subarray(0, length));
        if (at < length) broken[at] = octet;
        expect(['read', 'refused']).toContain(outcome(broken));
      }),
      { numRuns: 2000 },
    );
  });
});
