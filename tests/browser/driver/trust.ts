/** NSS certificate databases: where Firefox keeps a profile's roots, and Chromium on Linux those of its user. */
import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { RootFile } from './driver.ts';
import { certutilExecutable } from './executables.ts';

const run = promisify(execFile);

/** Makes an empty database in a folder that exists. Throws when certutil is missing. */
export async function makeDatabase(folder: string): Promise<void> {
  await certutil(folder, '-N', '--empty-password');
}

/** Imports roots as a user would. */
export async function importRoots(folder: string, roots: RootFile[]): Promise<void> {
  for (const { name, pem } of roots) {
    // C: trusted to issue server certificates; nothing for mail and code.
    await certutil(folder, '-A', '-n', name, '-t', 'C,,', '-i', pem);
  }
}

/** A home folder for Chromium, in which its user trusts these roots. */
export async function makeTrustingHome(home: string, roots: RootFile[]): Promise<void> {
  const database = join(home, '.pki', 'nssdb');
  await mkdir(database, { recursive: true });
  await makeDatabase(database);
  await importRoots(database, roots);
}

async function certutil(folder: string, ...given: string[]): Promise<void> {
  await run(certutilExecutable(), [...given, '-d', `sql:${folder}`]);
}
