import { describe, expect, it } from 'vitest';
import { PROTOCOL, readAnswer, type Answer } from '../../../src/companion/protocol.ts';

const sighting: Answer = {
  type: 'sighting',
  id: 7,
  certificatesAsNodeReports: ['MIIB'],
  tlsVersion: 'TLSv1.3',
  nodeRejects: null,
  staple: { is: 'none' },
  ocspResponse: null,
  handshakeMilliseconds: 12,
};
const failure: Answer = { type: 'failure', id: null, why: 'no-tls', message: 'spoke HTTP' };
const hello: Answer = { type: 'hello', protocol: PROTOCOL, version: '0.1.0' };

describe('what comes from the companion', () => {
  it.each<Answer>([
    hello,
    { type: 'refusal', protocols: [1, 2] },
    failure,
    sighting,
    { ...sighting, staple: { is: 'unfit' }, ocspResponse: 'MAA=' },
    {
      ...sighting,
      staple: {
        is: 'answer',
        producedAt: '2026-11-22T14:00:00Z',
        thisUpdate: '2026-11-22T14:00:00Z',
        nextUpdate: null,
        status: 'good',
      },
    },
  ])('is understood: $type', (answer) => {
    expect(readAnswer(answer)).toEqual(answer);
  });

  it.each([
    null,
    'hello',
    {},
    { ...hello, protocol: PROTOCOL + 1 },
    { ...hello, version: '1'.repeat(41) },
    { type: 'refusal' },
    { ...failure, why: 'of another kind' },
    { ...sighting, id: -1 },
    { ...sighting, id: 1.5 },
    { ...sighting, certificatesAsNodeReports: [] },
    { ...sighting, certificatesAsNodeReports: ['<b>'] },
    { ...sighting, ocspResponse: '<b>' },
    { ...sighting, staple: { is: 'answer', status: 'good' } },
    { ...sighting, handshakeMilliseconds: '12' },
  ])('is nothing where it says something else: %j', (message) => {
    expect(readAnswer(message)).toBeNull();
  });
});
