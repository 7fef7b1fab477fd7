/** An extension's package for Firefox. */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { archive } from '../../../scripts/package/archive.ts';

/** Packs the files of an unpacked extension into the new file `file`. */
export function writePackage(folder: string, file: string): void {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  writeFileSync(file, archive(new Map(paths.map((path) => [relative(folder, path), readFileSync(path)]))));
}
