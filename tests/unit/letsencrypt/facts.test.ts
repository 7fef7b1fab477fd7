import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { AuthorityFactsSchema } from '../../../src/letsencrypt/authorities-schema.ts';
import { authorityFacts } from '../../../src/letsencrypt/facts.ts';
import { readJson, reference } from './reference.ts';

/** The reference's record of a CA: what the facts were made from. */
const Reference = v.object({
  evaluatedAt: v.string(),
  source: v.object({ certificatesPageLastmod: v.string() }),
  cas: v.array(
    v.object({
      subjectDN: v.string(),
      environment: v.string(),
      role: v.string(),
      status: v.string(),
      ski: v.string(),
      spkiBase64: v.string(),
      spkiSha256Hex: v.string(),
    }),
  ),
});

/** C=US, O=Let's Encrypt, CN=YE1 → as the reference writes it. */
function written(authority: (typeof authorityFacts.authorities)[number]): string {
  const { country, organization, commonName } = authority;
  const parts = [country && `C=${country}`, organization && `O=${organization}`, `CN=${commonName}`];
  return parts.filter((part) => part !== null).join(', ');
}

describe('the table of authorities', () => {
  it.each([
    ['a role that no CA has', { role: 'ocsp-signer' }],
    ['an unknown environment', { environment: 'test' }],
    ['a key that is no base64', { spki: 'not a key' }],
    ['a key identifier that is no hexadecimal', { keyIdentifier: 'BB:20' }],
    ['a member that nothing reads', { note: 'x' }],
  ])('is refused with %s', (_, change) => {
    const { success } = v.safeParse(AuthorityFactsSchema, authorityFacts);
    const [first, ...rest] = authorityFacts.authorities;
    const changed = { ...authorityFacts, authorities: [{ ...first, ...change }, ...rest] };
    expect([success, v.safeParse(AuthorityFactsSchema, changed).success]).toEqual([true, false]);
  });

  it('lists no CA twice, a CA being a name together with a key', () => {
    const cas = authorityFacts.authorities.map((authority) => `${written(authority)} ${authority.spki}`);
    expect(new Set(cas).size).toBe(cas.length);
  });

  it('has neither another operator’s root nor a signer of OCSP responses', () => {
    const names = authorityFacts.authorities.map(({ commonName }) => commonName).join('\n');
    expect(names).not.toMatch(/DST|OCSP/);
    expect(names).toContain('ISRG Root X1');
  });

  it('is imported by one module, so that a test build changes every copy of it', () => {
    const root = fileURLToPath(new URL('../../../', import.meta.url));
    const importers = ['src', 'extension', 'companion']
      .filter((room) => existsSync(root + room))
      .flatMap((room) =>
        readdirSync(root + room, { recursive: true, encoding: 'utf8' }).map((file) => `${room}/${file}`),
      )
      .filter((file) => /\.tsx?$/.test(file))
      .filter((file) => /from '[^']*\/authorities\.json'/.test(readFileSync(root + file, 'utf8')));
    expect(importers).toEqual(['src/letsencrypt/facts.ts']);
  });

  const file = reference(
    'data/lets-encrypt-cas.json',
    'comparing the table of authorities with its reference',
  );
  it.skipIf(file === null)('agrees with the reference in every CA that can issue, and has no other', () => {
    const { cas, evaluatedAt, source } = v.parse(Reference, readJson(file ?? ''));
    const expected = cas.filter(({ role }) => role === 'root' || role === 'intermediate');
    const { authorities } = authorityFacts;
    expect(
      authorities.map((authority) => ({
        subjectDN: written(authority),
        environment: authority.environment,
        role: authority.role,
        status: authority.status,
        ski: authority.keyIdentifier,
        spkiBase64: authority.spki,
        spkiSha256Hex: createHash('sha256').update(authority.spki, 'base64').digest('hex'),
      })),
    ).toEqual(expected);
    expect(authorityFacts.asOf).toBe(evaluatedAt);
    expect(authorityFacts.source.date).toBe(source.certificatesPageLastmod);
  });
});
