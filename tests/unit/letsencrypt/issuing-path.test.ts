import { KeyUsageFlags } from '@peculiar/asn1-x509';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Authority } from '../../../src/letsencrypt/authority.ts';
import { recognise } from '../../../src/letsencrypt/recognise.ts';
import { authorityOf, caCertificate, holder, leaf, namesakeOf, type Holder, type Shape } from './pki.ts';

let root: Holder;
let stagingRoot: Holder;
let active: Holder;
/** A CA of Let's Encrypt that the table does not know yet. */
let newer: Holder;
let newerRoot: Holder;
/** Another operator, which cross-signed Let's Encrypt's root as IdenTrust once did. */
let otherOperator: Holder;
let site: Holder;
let victim: Holder;
let table: Authority[];

beforeAll(async () => {
  root = await holder('Test Root X1', 'Internet Security Research Group', 'US');
  stagingRoot = await holder('(STAGING) Test Pear X1', '(STAGING) Internet Security Research Group', 'US');
  active = await holder('TE1', "Let's Encrypt", 'US');
  newer = await holder('TZ1', "Let's Encrypt", 'US');
  newerRoot = await holder('Root TZ', 'ISRG', 'US');
  otherOperator = await holder('Test Root CA X3', 'Digital Signature Trust Co.');
  site = await holder('site.example');
  victim = await holder('victim.example');
  table = [
    authorityOf(root, 'root'),
    authorityOf(stagingRoot, 'root', 'staging'),
    authorityOf(active, 'intermediate'),
  ];
});

const proven = {
  is: 'proven',
  authority: 'TZ1',
  environment: 'production',
  proof: { by: 'root-key', root: 'Test Root X1' },
};

describe('an intermediate newer than the facts', () => {
  it('is proven when a root of the table signed it', async () => {
    const chain = [
      await leaf(site, newer),
      await caCertificate(newer, root, { basicConstraints: { ca: true, pathLength: 0 } }),
    ];
    expect(await recognise(chain, table)).toEqual(proven);
  });

  it('is staging when the staging root signed it', async () => {
    const chain = [await leaf(site, newer), await caCertificate(newer, stagingRoot)];
    expect(await recognise(chain, table)).toMatchObject({ is: 'proven', environment: 'staging' });
  });

  it('is proven through a newer root that a root of the table cross-signed, in any order of the chain', async () => {
    const [end, middle, cross] = [
      await leaf(site, newer),
      await caCertificate(newer, newerRoot, { basicConstraints: { ca: true, pathLength: 0 } }),
      await caCertificate(newerRoot, root, { basicConstraints: { ca: true, pathLength: 1 } }),
    ];
    const selfSigned = await caCertificate(newerRoot, newerRoot);
    const unrelated = await caCertificate(otherOperator, otherOperator);
    expect(await recognise([end, middle, cross], table)).toEqual(proven);
    expect(await recognise([end, unrelated, cross, selfSigned, middle], table)).toEqual(proven);
    expect(await recognise([end, middle, selfSigned], table)).toMatchObject({ is: 'claimed' });
  });

  it('is not proven without its certificate', async () => {
    expect(await recognise([await leaf(site, newer)], table)).toMatchObject({
      is: 'claimed',
      why: 'no-known-key',
    });
  });

  const flawed: [string, Shape][] = [
    ['basicConstraints are absent', { basicConstraints: null }],
    ['basicConstraints say that it is no CA', { basicConstraints: { ca: false } }],
    ['key usage is absent', { keyUsage: null }],
    ['key usage lacks keyCertSign', { keyUsage: KeyUsageFlags.digitalSignature | KeyUsageFlags.cRLSign }],
    ['it is a precertificate', { poison: true }],
    ['its issuer name is not the root’s', { issuerName: { commonName: 'Someone Else' } }],
  ];
  it.each(flawed)('proves nothing when %s', async (_, shape) => {
    const chain = [await leaf(site, newer), await caCertificate(newer, root, shape)];
    expect(await recognise(chain, table)).toMatchObject({ is: 'claimed' });
  });

  it('proves nothing when its extensions cannot be read', async () => {
    const end = await leaf(site, newer);
    const ca = await caCertificate(newer, root);
    for (const unreadable of [{ basicConstraints: 'unreadable' }, { keyUsage: 'unreadable' }] as const) {
      expect(await recognise([end, { ...ca, ...unreadable }], table)).toMatchObject({ is: 'claimed' });
    }
  });

  it('proves nothing under a name that is not its own', async () => {
    const chain = [
      await leaf(site, newer, { issuerName: { ...newer.name, commonName: 'TZ2' } }),
      await caCertificate(newer, root),
    ];
    expect(await recognise(chain, table)).toMatchObject({ is: 'claimed' });
  });

  it('proves nothing for a certificate that it did not sign', async () => {
    const impostor = await namesakeOf(newer);
    const chain = [await leaf(site, impostor), await caCertificate(newer, root)];
    expect(await recognise(chain, table)).toMatchObject({ is: 'claimed' });
  });

  it('proves nothing when a key of another signed it under the root’s name', async () => {
    const impostor = await namesakeOf(root);
    const end = await leaf(site, newer);
    const signedByImpostor = await caCertificate(newer, impostor);
    const selfSigned = await caCertificate(impostor, impostor);
    const genuine = await caCertificate(root, root);
    expect(await recognise([end, signedByImpostor], table)).toMatchObject({ is: 'claimed' });
    expect(await recognise([end, signedByImpostor, selfSigned, genuine], table)).toMatchObject({
      is: 'claimed',
    });
  });

  it('may not stand below a CA whose path length forbids it', async () => {
    const chain = [
      await leaf(site, newer),
      await caCertificate(newer, newerRoot),
      await caCertificate(newerRoot, root, { basicConstraints: { ca: true, pathLength: 0 } }),
    ];
    expect(await recognise(chain, table)).toMatchObject({ is: 'claimed' });
  });
});

describe('a holder of a server certificate who poses as a CA', () => {
  it.each([
    ['as it was issued', {}],
    [
      'even if Let’s Encrypt had marked it a CA',
      { basicConstraints: { ca: true }, keyUsage: KeyUsageFlags.keyCertSign },
    ],
  ] as [string, Shape][])('proves nothing with it, %s', async (_, shape) => {
    const posing = await leaf(site, active, shape);
    const intermediate = await caCertificate(active, root, { basicConstraints: { ca: true, pathLength: 0 } });
    const forged = await leaf(victim, site);
    expect(await recognise([posing, intermediate], table)).toMatchObject({ is: 'proven', authority: 'TE1' });
    expect(await recognise([forged, posing, intermediate], table)).toMatchObject({ is: 'other' });
  });

  it('proves nothing when a root itself signed the server certificate', async () => {
    const posing = await leaf(site, root);
    expect(await recognise([await leaf(victim, site), posing], table)).toMatchObject({ is: 'other' });
  });
});

describe('another operator that cross-signed a root of Let’s Encrypt', () => {
  it('has its other customers, who are not Let’s Encrypt', async () => {
    const sibling = await holder('TrustID Server CA', 'TrustID');
    const crossSign = await caCertificate(root, otherOperator);
    const operatorRoot = await caCertificate(otherOperator, otherOperator);
    const chain = [
      await leaf(site, sibling),
      await caCertificate(sibling, otherOperator),
      operatorRoot,
      crossSign,
    ];
    expect(await recognise(chain, table)).toEqual({
      is: 'other',
      authority: 'TrustID Server CA',
      organization: 'TrustID',
    });
  });

  it('proves nothing for a new CA in Let’s Encrypt’s name', async () => {
    const operatorRoot = await caCertificate(otherOperator, otherOperator);
    const chain = [await leaf(site, newer), await caCertificate(newer, otherOperator), operatorRoot];
    expect(await recognise(chain, table)).toMatchObject({ is: 'claimed', why: 'no-known-key' });
  });
});

it('looks at no more certificates than a real chain has, whatever a server sends', async () => {
  const end = await leaf(site, newer);
  const ca = await caCertificate(newer, root);
  const padding = await Promise.all(
    Array.from({ length: 50 }, () => caCertificate(otherOperator, otherOperator)),
  );
  expect(await recognise([end, ...padding.slice(0, 5), ca], table)).toEqual(proven);
  expect(await recognise([end, ...padding, ca], table)).toMatchObject({ is: 'claimed' });
});
