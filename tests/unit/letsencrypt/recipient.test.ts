import { expect, it } from 'vitest';
import type { Issuer } from '../../../src/letsencrypt/issuer.ts';
import { recipientOf } from '../../../src/letsencrypt/recipient.ts';

const names = { authority: 'A CA', organization: null };
const issuers: Record<string, Issuer> = {
  proven: { is: 'proven', authority: 'YE1', environment: 'production', proof: { by: 'authority-key' } },
  claimed: { is: 'claimed', ...names, why: 'no-known-key', localRoot: null },
  local: { is: 'local', ...names },
  other: { is: 'other', ...names },
  unknown: { is: 'unknown', why: 'not-seen' },
};

it.each(Object.entries(issuers))('the table of hosts decides first, whoever issued: %s', (_, issuer) => {
  expect(recipientOf('http://ye1.c.lencr.org/45.crl', issuer)).toBe('lets-encrypt');
  expect(recipientOf('http://crl.identrust.com/a.crl', issuer)).toBe('another');
});

it.each([
  ['proven', 'lets-encrypt'],
  ['claimed', 'unknown'],
  ['local', 'another'],
  ['other', 'another'],
  ['unknown', 'unknown'],
])('a host outside the table belongs to who named it: %s, %s', (is, recipient) => {
  const issuer = issuers[is];
  expect(issuer && recipientOf('http://ocsp.ca.example/', issuer)).toBe(recipient);
});

it('nobody receives what has no address', () => {
  for (const issuer of Object.values(issuers)) {
    expect(recipientOf(null, issuer)).toBe('unknown');
    expect(recipientOf('no URL', issuer)).toBe('unknown');
  }
});
