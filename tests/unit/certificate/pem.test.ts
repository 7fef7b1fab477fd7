import { describe, expect, it } from 'vitest';
import { readPem } from '../../../src/certificate/pem.ts';
import { certificateDer } from './certificate-builder.ts';

const first = certificateDer();
const second = certificateDer({ subject: [0x30, 0x00] });

function pem(der: Buffer, label = 'CERTIFICATE'): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}

function results(text: string): (string | Buffer)[] {
  return readPem(text).map((block) => ('der' in block ? Buffer.from(block.der) : block.error));
}

describe('readPem', () => {
  it('finds every certificate of a text, in order, whatever stands around and between', () => {
    const key = pem(Buffer.from('not a certificate'), 'PRIVATE KEY');
    const text = `\uFEFFSubject: first\n${pem(first)}-- between --\n${key}${pem(second)}\n-----\nthe end`;
    expect(results(text)).toEqual([first, second]);
  });

  it('reads Windows line ends, indented lines, one long line, and the older label', () => {
    const indented = pem(first).replaceAll('\n', '\r\n  ');
    const oneLine = `-----BEGIN X509 CERTIFICATE-----${second.toString('base64')}-----END X509 CERTIFICATE-----`;
    expect(results(indented + oneLine)).toEqual([first, second]);
  });

  it('finds nothing in a text without certificates', () => {
    expect(results('')).toEqual([]);
    expect(results(pem(first, 'CERTIFICATE REQUEST'))).toEqual([]);
  });

  it.each([
    ['foreign characters', 'MIIB...AA==', /contains "\."/],
    ['a cut', 'MIIBA', /multiple of 4/],
    ['an end in the middle', 'MA==MAAA', /goes on after its end/],
    ['nothing', '', /empty/],
  ])('says what is wrong with base64 and goes on with the next: %s', (_, base64, message) => {
    const text = `-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----\n${pem(first)}`;
    expect(results(text)).toEqual([expect.stringMatching(message), first]);
  });

  it('says that a block has no end and goes on with the next', () => {
    const endless = pem(second).split('-----END')[0] ?? '';
    expect(results(endless + pem(first))).toEqual([expect.stringContaining('no END line'), first]);
    expect(results(endless)).toEqual([expect.stringContaining('no END line')]);
  });

  it('takes a long text of beginnings without ends in its stride', () => {
    const started = performance.now();
    expect(readPem('-----BEGIN CERTIFICATE-----\n'.repeat(50_000))).toHaveLength(50_000);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
