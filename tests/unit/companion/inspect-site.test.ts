/** `inspect` on a site, by its real command. */
import { execFile } from 'node:child_process';
import { networkInterfaces } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { siteNamed } from '../../../scripts/inspect-site.ts';
import type { Listening } from '../../world/services/listening.ts';
import { closingPeer, tlsPeer } from './peers.ts';

const project = path.resolve(import.meta.dirname, '../../..');
let site: Listening;
let closing: Listening;
let overIpv6: Listening | undefined;
const hasIpv6 = Object.values(networkInterfaces())
  .flat()
  .some((place) => place?.address === '::1');
if (!hasIpv6) console.info('Skipped: IPv6 literals. This machine has no ::1.');

beforeAll(async () => {
  [site, closing] = await Promise.all([tlsPeer(), closingPeer()]);
  if (hasIpv6) overIpv6 = await tlsPeer(0, 0, {}, '::1');
});
afterAll(async () => {
  for (const started of [site, closing, overIpv6]) await started?.close();
});

function inspect(...words: string[]): Promise<{ code: number; out: string }> {
  const parameters = ['--import', 'tsx', path.join(project, 'scripts/inspect.ts'), ...words];
  return new Promise((resolve) => {
    execFile(process.execPath, parameters, { cwd: project }, (error, out) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out });
    });
  });
}

/** Each starts Node anew: a machine that is busy takes its time. */
describe('npm run inspect -- HOST:PORT', { timeout: 30_000 }, () => {
  it('connects, reads and reports', async () => {
    const { code, out } = await inspect(`127.0.0.1:${site.port}`);
    expect(out).toMatch(/Connection +TLSv1\.3, handshake in /);
    expect(out).toMatch(/OCSP staple +none came/);
    expect(out).toMatch(/Subject +peer\.example/);
    expect(code).toBe(0);
  });

  it('says the same as JSON', async () => {
    const { out } = await inspect('--json', `localhost:${site.port}`);
    expect(JSON.parse(out)).toMatchObject({
      file: `localhost:${site.port}`,
      readable: true,
      subject: { commonName: 'peer.example' },
      connection: { tlsVersion: 'TLSv1.3', staple: { is: 'none' } },
    });
  });

  it.runIf(hasIpv6).each(['[::1]', '[0:0::1]'])('takes the IPv6 literal %s', async (address) => {
    const { code, out } = await inspect('--json', `${address}:${overIpv6?.port}`);
    expect(JSON.parse(out)).toMatchObject({
      file: `${address}:${overIpv6?.port}`,
      readable: true,
      subject: { commonName: 'peer.example' },
    });
    expect(code).toBe(0);
  });

  it('goes on with what else was named after a site that does not answer', async () => {
    const { code, out } = await inspect('--json', `127.0.0.1:${closing.port}`, `127.0.0.1:${site.port}`);
    const [first, second] = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { readable: boolean });
    expect([first?.readable, second?.readable, code]).toEqual([false, true, 1]);
  });

  it('takes what is neither a file nor a site for a file that is not there', async () => {
    const { code, out } = await inspect('--json', 'example.org:70000');
    expect(JSON.parse(out)).toMatchObject({
      readable: false,
      error: expect.stringContaining('no such file'),
    });
    expect(code).toBe(1);
  });

  it('says why there is nothing to read, and ends with 1', async () => {
    const { code, out } = await inspect('--json', `127.0.0.1:${closing.port}`);
    expect(JSON.parse(out)).toMatchObject({ readable: false, error: expect.stringMatching(/^no-tls: /) });
    expect(code).toBe(1);
  });

  it('takes files for files', () => {
    for (const file of ['package.json', 'missing.pem', './example.org', 'missing', 'a/b:1'])
      expect(siteNamed(file)).toBeNull();
    expect(siteNamed('example.org')).toEqual({ host: 'example.org', port: 443 });
    expect(siteNamed('[::1]:8443')).toEqual({ host: '[::1]', port: 8443 });
    expect(siteNamed('[2001:DB8::0:1]')).toEqual({ host: '[2001:db8::1]', port: 443 });
    // Without brackets nobody could tell a port from the last group: all of it is the address.
    expect(siteNamed('2001:db8::1')).toEqual({ host: '[2001:db8::1]', port: 443 });
  });
});
