import { beforeAll, describe, expect, it, vi } from 'vitest';
import { readCertificate } from '../../../src/certificate/read.ts';
import type { Authority } from '../../../src/letsencrypt/authority.ts';
import { recognise } from '../../../src/letsencrypt/recognise.ts';
import {
  authorityOf,
  caCertificate,
  holder,
  leaf,
  leafDer,
  namesakeOf,
  type Holder,
  type StringType,
} from './pki.ts';

let root: Holder;
let stagingRoot: Holder;
let active: Holder;
let staging: Holder;
let site: Holder;
let stranger: Holder;
let table: Authority[];

beforeAll(async () => {
  root = await holder('Test Root X1', 'Internet Security Research Group', 'US');
  stagingRoot = await holder('(STAGING) Test Pear X1', '(STAGING) Internet Security Research Group', 'US');
  active = await holder('TE1', "Let's Encrypt", 'US');
  staging = await holder('(STAGING) Test Fennel E1', "(STAGING) Let's Encrypt", 'US');
  site = await holder('site.example');
  stranger = await holder('Another Root', 'Another CA', 'BE');
  table = [
    authorityOf(root, 'root'),
    authorityOf(stagingRoot, 'root', 'staging'),
    authorityOf(active, 'intermediate'),
    authorityOf(staging, 'intermediate', 'staging'),
  ];
});

const byAuthority = { by: 'authority-key' };

describe('a certificate that a CA of the table signed', () => {
  it('is proven with nothing but the certificate', async () => {
    expect(await recognise([await leaf(site, active)], table)).toEqual({
      is: 'proven',
      authority: 'TE1',
      environment: 'production',
      proof: byAuthority,
    });
  });

  it('is said to be staging when a staging CA signed it', async () => {
    expect(await recognise([await leaf(site, staging)], table)).toEqual({
      is: 'proven',
      authority: '(STAGING) Test Fennel E1',
      environment: 'staging',
      proof: byAuthority,
    });
  });

  it.each([
    ['absent', null],
    ["another key's", Buffer.alloc(20, 0xaa)],
  ])('is proven when its authority key identifier is %s', async (_, authorityKeyIdentifier) => {
    const certificate = await leaf(site, active, { authorityKeyIdentifier });
    expect(await recognise([certificate], table)).toMatchObject({ is: 'proven', authority: 'TE1' });
  });

  it('is proven when its authority key identifier cannot be read', async () => {
    const certificate = { ...(await leaf(site, active)), authorityKeyIdentifier: 'unreadable' as const };
    expect(await recognise([certificate], table)).toMatchObject({ is: 'proven', authority: 'TE1' });
  });

  it.each(['utf8String', 'bmpString'] as StringType[])('is proven with its names in a %s', async (type) => {
    const certificate = await leaf(site, active, { issuerStringType: type });
    expect(await recognise([certificate], table)).toMatchObject({ is: 'proven', authority: 'TE1' });
  });

  it('is proven with its names in another case and spacing', async () => {
    const issuerName = { country: 'us', organization: " LET'S   encrypt ", commonName: 'te1' };
    const certificate = await leaf(site, active, { issuerName });
    expect(await recognise([certificate], table)).toMatchObject({ is: 'proven', authority: 'TE1' });
  });

  it('is proven whatever the browser says about the root', async () => {
    expect(await recognise([await leaf(site, active)], table, false)).toMatchObject({ is: 'proven' });
  });

  it('bears the name of the one CA among several with this key that it names', async () => {
    const twin: Holder = { name: { ...active.name, commonName: 'TE3' }, key: active.key };
    const both = [...table, authorityOf(twin, 'intermediate')];
    expect(await recognise([await leaf(site, twin)], both)).toMatchObject({ authority: 'TE3' });
    expect(await recognise([await leaf(site, active)], both)).toMatchObject({ authority: 'TE1' });
    const nameless: Holder = { name: { organization: 'Another CA', commonName: 'TE4' }, key: active.key };
    expect(await recognise([await leaf(site, nameless)], both)).toMatchObject({ is: 'other' });
  });

  it('is proven by the second of two keys under one name, whichever the key identifier hints at', async () => {
    const rekeyed = await namesakeOf(active);
    const both = [authorityOf(rekeyed, 'intermediate'), ...table];
    const hints = both.map(({ keyIdentifier }) => Buffer.from(keyIdentifier, 'hex'));
    for (const authorityKeyIdentifier of hints) {
      for (const issuer of [active, rekeyed]) {
        const certificate = await leaf(site, issuer, { authorityKeyIdentifier });
        expect(await recognise([certificate], both)).toMatchObject({ is: 'proven', proof: byAuthority });
      }
    }
  });
});

it('checks the key first that the authority key identifier hints at', async () => {
  const rekeyed = await namesakeOf(active);
  const both = [authorityOf(rekeyed, 'intermediate'), ...table];
  const certificate = await leaf(site, active);
  const verify = vi.spyOn(crypto.subtle, 'verify');
  await recognise([certificate], both);
  expect(verify).toHaveBeenCalledTimes(1);
  verify.mockRestore();
});

describe('a CA certificate in question', () => {
  it('is issued by the root that signed it', async () => {
    expect(await recognise([await caCertificate(active, root)], table)).toMatchObject({
      is: 'proven',
      authority: 'Test Root X1',
    });
  });

  it('is its own issuer when it is a root of the table', async () => {
    expect(await recognise([await caCertificate(root, root)], table)).toMatchObject({
      is: 'proven',
      authority: 'Test Root X1',
      proof: byAuthority,
    });
  });

  it("is another operator's when that operator cross-signed it", async () => {
    expect(await recognise([await caCertificate(active, stranger)], table)).toEqual({
      is: 'other',
      authority: 'Another Root',
      organization: 'Another CA',
    });
  });
});

describe('what nothing proves', () => {
  it.each(['signature', 'contents'])('fails with one changed bit in the %s', async (where) => {
    const bytes = leafDer(site, active);
    const at = where === 'signature' ? bytes.length - 3 : Buffer.from(bytes).indexOf('site.example');
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    expect(await recognise([await readCertificate(bytes)], table)).toEqual({
      is: 'claimed',
      authority: 'TE1',
      organization: "Let's Encrypt",
      why: 'signature-fails',
      localRoot: null,
    });
  });

  it('is claimed when a foreign key signed it under the name of a CA', async () => {
    const impostor = await namesakeOf(active);
    const chain = [await leaf(site, impostor), await caCertificate(impostor, impostor)];
    expect(await recognise(chain, table)).toMatchObject({ is: 'claimed', why: 'signature-fails' });
  });

  it('is claimed under the name of any CA of the table, though the name does not say Let’s Encrypt', async () => {
    const plain = await holder('A Plain Name', 'Somebody');
    const impostor = await namesakeOf(plain);
    const more = [...table, authorityOf(plain, 'intermediate')];
    expect(await recognise([await leaf(site, plain)], more)).toMatchObject({ is: 'proven' });
    expect(await recognise([await leaf(site, impostor)], more)).toMatchObject({ is: 'claimed' });
    expect(await recognise([await leaf(site, impostor)], table)).toMatchObject({ is: 'other' });
  });

  it('is claimed when no CA of that name is known, and says whether the root is local', async () => {
    const unheard = await holder('TE9', "Let's Encrypt", 'US');
    const certificate = await leaf(site, unheard);
    const claimed = { is: 'claimed', authority: 'TE9', organization: "Let's Encrypt", why: 'no-known-key' };
    expect(await recognise([certificate], table)).toEqual({ ...claimed, localRoot: null });
    expect(await recognise([certificate], table, false)).toEqual({ ...claimed, localRoot: true });
    expect(await recognise([certificate], table, true)).toEqual({ ...claimed, localRoot: false });
  });

  it('is claimed, not refuted, when the signature algorithm cannot be checked', async () => {
    const certificate = await leaf(site, active);
    const signature = { ...certificate.signature, algorithm: '1.2.840.113549.1.1.4' };
    expect(await recognise([{ ...certificate, signature }], table)).toMatchObject({
      is: 'claimed',
      why: 'cannot-verify',
    });
  });

  it('is not proven when it is a precertificate, though the CA signed it', async () => {
    const issuer = await recognise([await leaf(site, active, { poison: true })], table);
    expect(issuer).toMatchObject({ is: 'claimed' });
  });

  it("is another CA's by its names, or local when the browser says so", async () => {
    const certificate = await leaf(site, stranger);
    const names = { authority: 'Another Root', organization: 'Another CA' };
    expect(await recognise([certificate], table)).toEqual({ is: 'other', ...names });
    expect(await recognise([certificate], table, true)).toEqual({ is: 'other', ...names });
    expect(await recognise([certificate], table, false)).toEqual({ is: 'local', ...names });
  });

  it('refuses an empty chain', async () => {
    await expect(recognise([], table)).rejects.toThrow(RangeError);
  });
});
