/** `inspect` on a site, by its real command. */
import { execFile } from 'node:child_process';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { siteNamed } from '../../../scripts/inspect-site.ts';
import type { Listening } from '../../world/services/listening.ts';
import { closingPeer, tlsPeer } from './peers.ts';

const project = path.resolve(import.meta.dirname, '../../..');
let site: Listening;
let closing: Listening;

beforeAll(async () => {
  [site, closing] = await Promise.all([tlsPeer(), closingPeer()]);
});
afterAll(() => Promise.all([site.close(), closing.close()]));

function inspect(...words: string[]): Promise<{ code: number; out: string }> {
  const parameters = ['--import', 'tsx', path.join(project, 'scripts/inspect.ts'), ...words];
  return new Promise((resolve) => {
    execFile(process.execPath, parameters, { cwd: project }, (error, out) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out });
    });
  });
}

describe('npm run inspect -- HOST:PORT', () => {
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
  });
});
