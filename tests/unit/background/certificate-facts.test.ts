import { fakeBrowser } from '@webext-core/fake-browser';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Tls } from '../../../extension/background/observation.ts';
import { hex } from '../../../src/certificate/hex.ts';
import { certificateDer, name, OID, PRINTABLE } from '../certificate/certificate-builder.ts';

vi.mock('webextension-polyfill', () => ({ default: fakeBrowser }));

const der = certificateDer({ issuer: name([OID.commonName, PRINTABLE, 'Example CA']) });

async function tls(details: Partial<Tls> = {}): Promise<Tls> {
  const sha256 = hex(new Uint8Array(await crypto.subtle.digest('SHA-256', Uint8Array.from(der))));
  return { chain: [der], sha256, builtInRoot: true, usedOcsp: false, fromCache: false, ...details };
}

/** A worker's life: what it holds in memory is gone with the next one. */
async function newWorker() {
  vi.resetModules();
  return import('../../../extension/background/certificate-facts.ts');
}

beforeEach(() => {
  fakeBrowser.reset();
});

describe('a certificate', () => {
  it('is read and recognised once a session, also over the death of the worker', async () => {
    const { learnCertificate } = await newWorker();
    const [first, same] = await Promise.all([learnCertificate(await tls()), learnCertificate(await tls())]);
    expect(first?.issuer).toMatchObject({ is: 'other', authority: 'Example CA' });
    expect(same).toEqual(first);
    expect(await learnCertificate(await tls())).toEqual(first);

    const key = `certificate:${(await tls()).sha256}:built-in`;
    expect(Object.keys(await fakeBrowser.storage.session.get(null))).toEqual([key]);

    // A record that no reading of the bytes would give: whoever answers with it did not read them again.
    const marked = { facts: null, issuer: { is: 'other', authority: 'From the store', organization: null } };
    await fakeBrowser.storage.session.set({ [key]: marked });
    expect(await learnCertificate(await tls())).toEqual(first);
    const next = await newWorker();
    expect(await next.knownCertificate((await tls()).sha256, true)).toEqual(marked);
    expect(await next.learnCertificate(await tls())).toEqual(marked);
  });

  it('under a root of another kind is another matter', async () => {
    const { learnCertificate } = await newWorker();
    expect((await learnCertificate(await tls()))?.issuer.is).toBe('other');
    expect((await learnCertificate(await tls({ builtInRoot: false })))?.issuer.is).toBe('local');
  });

  it('that cannot be read is said to be unreadable, and breaks nothing', async () => {
    const { learnCertificate } = await newWorker();
    const known = await learnCertificate(await tls({ chain: [der.slice(0, -1)], sha256: 'ff' }));
    expect(known).toEqual({ facts: null, issuer: { is: 'unknown', why: 'unreadable' } });
  });

  it('is not spoiled by an unreadable certificate in its chain', async () => {
    const { learnCertificate } = await newWorker();
    const known = await learnCertificate(await tls({ chain: [der, Uint8Array.of(1, 2, 3)] }));
    expect(known?.issuer.is).toBe('other');
  });

  it('that came without its bytes is asked for again', async () => {
    const { learnCertificate } = await newWorker();
    expect(await learnCertificate(await tls({ chain: [] }))).toBeNull();
    expect((await learnCertificate(await tls()))?.issuer.is).toBe('other');
  });

  it('whose record is corrupt is read anew', async () => {
    const key = `certificate:${(await tls()).sha256}:built-in`;
    await fakeBrowser.storage.session.set({ [key]: { facts: null, issuer: { is: 'proven' } } });
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const { learnCertificate } = await newWorker();
    expect((await learnCertificate(await tls()))?.issuer.is).toBe('other');
    expect(warn).toHaveBeenCalled();
    warn.mockRestore();
  });
});
