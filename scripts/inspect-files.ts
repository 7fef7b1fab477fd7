/** The files that `inspect` reads: names and bytes, or why there are none. */
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { isCertificateFile, MAX_FILE_BYTES } from '../src/inspect/certificate-files.ts';

export type NamedBytes = { file: string; bytes: Uint8Array } | { file: string; error: string };

const MESSAGES: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or directory',
  EACCES: 'it may not be read: permission denied',
  EPERM: 'it may not be read: permission denied',
  ELOOP: 'it is a symbolic link that leads back to itself',
  ENOTDIR: 'a part of its path is not a directory',
  ENAMETOOLONG: 'its name is too long',
};

function failure(file: string, error: unknown): NamedBytes {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return { file, error: `no-file: ${MESSAGES[code] ?? String(error)}` };
}

/** Stops one byte after the limit, so that an endless file (a pipe, a device) ends too. */
async function read(file: string): Promise<NamedBytes> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of createReadStream(file, { end: MAX_FILE_BYTES })) chunks.push(chunk as Buffer);
  } catch (error) {
    return failure(file, error);
  }
  return { file, bytes: new Uint8Array(Buffer.concat(chunks)) };
}

/** What is found in a directory, not named by anybody: a pipe there would wait for a writer that never comes. */
async function readRegular(file: string): Promise<NamedBytes> {
  try {
    if (!(await stat(file)).isFile()) return { file, error: 'no-file: it is not a regular file' };
  } catch (error) {
    return failure(file, error);
  }
  return read(file);
}

async function* below(directory: string): AsyncGenerator<NamedBytes, boolean> {
  const entries = await readdir(directory, { withFileTypes: true });
  let found = false;
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const file = directory.endsWith('/') ? directory + entry.name : `${directory}/${entry.name}`;
    if (entry.isDirectory()) {
      found = (yield* named(file, false)) || found;
    } else if (isCertificateFile(entry.name)) {
      found = true;
      yield await readRegular(file);
    }
  }
  return found;
}

async function* named(path: string, asked: boolean): AsyncGenerator<NamedBytes, boolean> {
  try {
    if (!(await stat(path)).isDirectory()) {
      yield await read(path);
      return true;
    }
    const found = yield* below(path);
    if (!found && asked) yield { file: path, error: 'no-file: no .pem .crt .cer .der .txt file is below it' };
    return found;
  } catch (error) {
    yield failure(path, error);
    return true;
  }
}

/**
 * Reads the files that the paths name, one by one: a file as it is, of a directory every certificate file below it
 * in the order of names. Names are joined to the path as it was given.
 */
export async function* filesOf(paths: readonly string[]): AsyncGenerator<NamedBytes> {
  for (const path of paths) yield* named(path, true);
}
