import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { X509Certificate } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { certificatePem } from '../../world/pki/signing.ts';
import { startWorld, type World } from '../../world/world.ts';
import { askHttp, shakeHands } from './client.ts';

const run = promisify(execFile);

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

const fileOf = (name: string) => join(world.directory, name);

async function leafOf(id: string): Promise<X509Certificate> {
  const { socket } = await shakeHands(world, world.site(id));
  const certificate = socket.getPeerX509Certificate();
  socket.destroy();
  if (certificate === undefined) throw new Error('no certificate');
  return certificate;
}

/** A URL that a certificate names. */
async function named(id: string, by: RegExp): Promise<string> {
  const { stdout } = await run('openssl', ['x509', '-noout', '-text', '-in', await pemOf(id)]);
  const url = by.exec(stdout)?.[1];
  if (url === undefined) throw new Error(`${id} names no such URL`);
  return url;
}

async function pemOf(id: string): Promise<string> {
  const file = fileOf(`${id}.leaf.pem`);
  await writeFile(file, (await leafOf(id)).toString());
  return file;
}

/** The issuer's certificate, from the server that the leaf names. */
async function issuerOf(id: string): Promise<string> {
  const { body } = await askHttp(await named(id, /CA Issuers - URI:(\S+)/));
  const file = fileOf(`${id}.issuer.pem`);
  await writeFile(file, certificatePem(body));
  return file;
}

/** Asks with `openssl ocsp`, the leaf's own URL in the Host header. */
async function askResponder(id: string): Promise<string> {
  const url = new URL(await named(id, /OCSP - URI:(\S+)/));
  const [issuer, leaf] = await Promise.all([issuerOf(id), pemOf(id)]);
  const about = ['-issuer', issuer, '-cert', leaf];
  const responder = ['-url', `http://127.0.0.1:${url.port}/`, '-header', `Host=${url.host}`, '-timeout', '5'];
  const verify = ['-CAfile', issuer, '-partial_chain'];
  const { stdout, stderr } = await run('openssl', ['ocsp', ...about, ...responder, ...verify]);
  return stdout + stderr;
}

async function requestAbout(id: string): Promise<Buffer> {
  const file = fileOf(`${id}.request`);
  const [issuer, leaf] = await Promise.all([issuerOf(id), pemOf(id)]);
  await run('openssl', ['ocsp', '-issuer', issuer, '-cert', leaf, '-no_nonce', '-reqout', file]);
  return readFile(file);
}

describe('the OCSP responder', () => {
  it.each(['before-2025', 'before-2025-ec', 'another-ca'])(
    'says that %s is good, and logs its serial',
    async (id) => {
      const at = Date.now();
      const answer = await askResponder(id);
      expect(answer).toContain('Response verify OK');
      expect(answer).toMatch(/: good/);
      expect(world.since(at, 'ocsp').map(({ serials }) => serials)).toEqual([[world.site(id).serialNumber]]);
    },
  );

  it('answers GET as well', async () => {
    const url = await named('before-2025', /OCSP - URI:(\S+)/);
    const request = await requestAbout('before-2025');
    const at = Date.now();
    const got = await askHttp(`${url}/${encodeURIComponent(request.toString('base64'))}`);
    expect({ status: got.status, type: got.type }).toEqual({
      status: 200,
      type: 'application/ocsp-response',
    });
    expect(world.since(at, 'ocsp')).toMatchObject([
      { method: 'GET', host: 'r11.o.lencr.org', serials: [world.site('before-2025').serialNumber] },
    ]);
  });

  it('is down, hangs and answers again when told to', async () => {
    const url = await named('before-2025', /OCSP - URI:(\S+)/);
    const body = await requestAbout('before-2025');
    try {
      world.responder.mode = 'down';
      const at = Date.now();
      await expect(askHttp(url, { body })).rejects.toThrow(/hang up|ECONNRESET|EPIPE/);
      expect(world.since(at, 'ocsp')).toEqual([]);

      world.responder.mode = 'hang';
      const giveUp = new AbortController();
      const outcome = askHttp(url, { body, signal: giveUp.signal }).catch((error: Error) => error.name);
      await expect.poll(() => world.since(at, 'ocsp')).toHaveLength(1);
      giveUp.abort();
      expect(await outcome).toBe('AbortError');
    } finally {
      world.responder.mode = 'answer';
    }
    expect((await askHttp(url, { body })).status).toBe(200);
  });

  it('staples an answer about the very certificate', async () => {
    const { staple } = await shakeHands(world, world.site('must-staple'));
    const file = fileOf('staple.der');
    await writeFile(file, staple ?? '');
    const { stdout } = await run('openssl', ['ocsp', '-respin', file, '-noverify', '-resp_text']);
    expect(stdout).toContain('Cert Status: good');
    expect(stdout.toLowerCase()).toContain(`serial number: ${world.site('must-staple').serialNumber}`);
  });
});

describe('the CRL and issuer servers', () => {
  it.each(['today', 'today-rsa', 'another-ca', 'staging'])(
    'serve what %s names, signed by its CA',
    async (id) => {
      const at = Date.now();
      const { status, type, body } = await askHttp(await named(id, /URI:(\S+\.crl)/));
      expect({ status, type }).toEqual({ status: 200, type: 'application/pkix-crl' });
      const file = fileOf(`${id}.crl`);
      await writeFile(file, body);
      const issuer = await issuerOf(id);
      const { stderr } = await run('openssl', [
        'crl',
        '-inform',
        'DER',
        '-in',
        file,
        '-noout',
        '-CAfile',
        issuer,
      ]);
      expect(stderr).toContain('verify OK');
      expect(world.since(at).map(({ service }) => service)).toContain('crl');
      expect(world.since(at, 'issuer')).toHaveLength(1);
    },
  );

  it('give the intermediate that a server left out', async () => {
    const issuer = new X509Certificate(await readFile(await issuerOf('today')));
    expect(issuer.subject).toContain('CN=YE1');
    expect((await leafOf('today')).verify(issuer.publicKey)).toBe(true);
  });
});

describe("the world's facts", () => {
  it("hold the CAs shaped like Let's Encrypt's, and neither the newer one nor the imitation", async () => {
    const facts: unknown = JSON.parse(await readFile(world.authoritiesFile, 'utf8'));
    const authorities = (facts as { authorities: { commonName: string; spki: string }[] }).authorities;
    const production = ['E6', 'ISRG Root X1', 'ISRG Root X2', 'R11', 'Root YE', 'Root YR', 'YE1', 'YR1'];
    const staging = ['(STAGING) Bogus Broccoli X2', '(STAGING) False Fennel E6'];
    expect(authorities.map(({ commonName }) => commonName).toSorted()).toEqual([...staging, ...production]);
    const ye1 = new X509Certificate(await readFile(await issuerOf('today')));
    const spki = ye1.publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
    expect(authorities.find(({ commonName }) => commonName === 'YE1')?.spki).toBe(spki);
  });
});
