import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { X509Certificate } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { installBuiltinRoots } from '../../world/builtin-root/install.ts';
import { startWorld, type World } from '../../world/world.ts';

const run = promisify(execFile);

function missingTools(): string[] {
  const checks: [string, string[]][] = [
    ['gcc', ['--version']],
    ['pkg-config', ['--exists', 'nss']],
    ['certutil', ['-H']],
    ['modutil', ['-help']],
  ];
  return checks.flatMap(([tool, options]) => {
    try {
      execFileSync(tool, options, { stdio: 'ignore' });
      return [];
    } catch (error) {
      // certutil and modutil end their help with an error; only a tool that is not there counts.
      const absent = error instanceof Error && 'code' in error && error.code === 'ENOENT';
      return absent || tool === 'pkg-config' ? [tool] : [];
    }
  });
}

const missing = missingTools();
if (missing.length > 0) {
  console.log(
    `built-in roots: skipped, for want of ${missing.join(', ')} (Debian: gcc pkg-config libnss3-dev libnss3-tools)`,
  );
}

describe.skipIf(missing.length > 0)('roots presented as built in', () => {
  let world: World;
  let profile: string;
  beforeAll(async () => {
    world = await startWorld();
    profile = await mkdtemp(join(tmpdir(), 'builtin-root-'));
    await installBuiltinRoots(profile, world.rootFiles);
  }, 60_000);
  afterAll(async () => {
    await world.close();
    await rm(profile, { recursive: true, force: true });
  });

  const certutil = async (...options: string[]) =>
    (await run('certutil', [...options, '-d', `sql:${profile}`])).stdout;

  it('are listed by NSS in a token of their own, trusted for servers and for nothing else', async () => {
    const lines = (await certutil('-L', '-h', 'all')).split('\n').filter((line) => line.includes(':'));
    expect(lines.map((line) => line.trim().replace(/\s{2,}/, ' | ')).toSorted()).toEqual(
      world.rootFiles.map(({ name }) => `Test Root Certificates:${name} | C,,`).toSorted(),
    );
  });

  it('are the very certificates that were given', async () => {
    for (const { name, pem } of world.rootFiles) {
      const held = await certutil('-L', '-a', '-n', `Test Root Certificates:${name}`);
      expect(new X509Certificate(held).raw).toEqual(new X509Certificate(await readFile(pem)).raw);
    }
  });
});
