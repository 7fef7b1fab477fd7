/** Roots that Firefox takes as its own. */
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { buildBuiltinRootModule } from './build.ts';
import { rootsFile } from './roots-file.ts';

const run = promisify(execFile);

/**
 * Preferences that go with built-in roots: Firefox wants Certificate Transparency of their certificates, and the world's
 * have none. `hosts`: those of the sites, `127.0.0.1` included.
 */
export function builtinRootPreferences(hosts: string[]): Record<string, string> {
  return { 'security.pki.certificate_transparency.disable_for_hosts': hosts.join(',') };
}

/**
 * Adds `roots` (a name, and the path of a PEM file) to a Firefox profile as built-in ones. The profile must not be in
 * use; its certificate database is made if there is none. Throws where `modutil` or what the module is built with is
 * missing.
 */
export async function installBuiltinRoots(
  profile: string,
  roots: { name: string; pem: string }[],
): Promise<void> {
  const library = await buildBuiltinRootModule();
  const file = join(profile, 'builtin-roots.bin');
  const read = roots.map(async ({ name, pem }) => ({ name, certificate: await readFile(pem, 'utf8') }));
  await writeFile(file, rootsFile(await Promise.all(read)));
  const database = `sql:${profile}`;
  // Without a database modutil asks for a password.
  await run('certutil', ['-N', '-d', database, '--empty-password']).catch(() => undefined);
  const module = ['-add', 'Test roots', '-libfile', library, '-string', file];
  await run('modutil', [...module, '-dbdir', database, '-force']);
}
