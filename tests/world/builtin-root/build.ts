/** Builds the PKCS#11 module once for each state of its source. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

const FOLDER = fileURLToPath(new URL('.', import.meta.url));
const SOURCES = ['token.c', 'objects.c'].map((name) => join(FOLDER, name));
const CACHE = fileURLToPath(new URL('../../../.cache/builtin-root/', import.meta.url));

async function sourceHash(): Promise<string> {
  const hash = createHash('sha256');
  for (const file of [...SOURCES, join(FOLDER, 'objects.h')]) hash.update(await readFile(file));
  return hash.digest('hex').slice(0, 16);
}

/**
 * Path of the shared library. Throws, saying what to install, where there is no compiler or there are no headers of NSS
 * (Debian: gcc, pkg-config, libnss3-dev).
 */
export async function buildBuiltinRootModule(): Promise<string> {
  const hash = await sourceHash();
  const library = join(CACHE, `${hash}.so`);
  if (existsSync(library)) return library;
  await mkdir(CACHE, { recursive: true });
  // Under a name of its own first: another process may be building the same.
  const unfinished = join(CACHE, `${hash}.${process.pid}.so`);
  try {
    const { stdout } = await run('pkg-config', ['--cflags', 'nss']);
    const headers = stdout.trim().split(/\s+/);
    const options = ['-shared', '-fPIC', '-O1', '-Wall', '-Wextra', '-Werror'];
    await run('gcc', [...options, '-o', unfinished, ...SOURCES, ...headers]);
  } catch (error) {
    throw new Error('cannot build the module of built-in roots: it takes gcc, pkg-config and libnss3-dev', {
      cause: error,
    });
  }
  await rename(unfinished, library);
  return library;
}
