/**
 * The folders that an installation uses and those that it had to make, so that its removal takes these and no others: a
 * folder that was there before, and is empty, stays. And while one is noted, the program is still needed.
 *
 * Kept in a file beside the program, which goes with the program. Life of an entry: born when something is installed in a
 * folder; gone when that is removed.
 */
import { existsSync, mkdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import * as v from 'valibot';
import { pathsOf, type Machine } from './locations.ts';

/** Its name in the program's folder. */
export const FOLDERS_FILE = 'folders.json';

/** Folder that is used → the topmost one that had to be made for it; null: it was there. */
const FoldersSchema = v.record(v.string(), v.nullable(v.string()));
type Folders = v.InferOutput<typeof FoldersSchema>;

/** Makes a folder, and notes in `notes` (a file that may not be there yet) that it is used, and what had to be made. */
export function makeFolder(folder: string, notes: string): void {
  const first = mkdirSync(folder, { recursive: true });
  const known = read(notes);
  const topmost = first ?? known[folder] ?? null;
  writeFileSync(notes, `${JSON.stringify({ ...known, [folder]: topmost }, null, 2)}\n`);
}

/** The folders that are used. */
export function usedFolders(notes: string): string[] {
  return Object.keys(read(notes));
}

/**
 * Forgets what was noted of a folder. What was made for it and other folders use too is theirs from now on.
 *
 * @returns the topmost folder that had to be made for it; null: none
 */
export function forgetFolder(folder: string, notes: string): string | null {
  const { [folder]: first, ...others } = read(notes);
  if (first === undefined) return null;
  for (const [other, topmost] of Object.entries(others)) {
    const shares = first !== null && isWithin(other, first);
    if (shares && (topmost === null || topmost.length > first.length)) others[other] = first;
  }
  if (Object.keys(others).length === 0) rmSync(notes);
  else writeFileSync(notes, `${JSON.stringify(others, null, 2)}\n`);
  return first;
}

/** Removes a folder and those above it up to `topmost`, as long as they are empty. */
export function removeEmpty(folder: string, topmost: string | null, machine: Machine): void {
  if (topmost === null) return;
  const paths = pathsOf(machine);
  for (let at = folder; at.length >= topmost.length; at = paths.dirname(at)) {
    try {
      rmdirSync(at);
    } catch (error) {
      // Not there: perhaps the one above is empty. Not empty, or not ours to remove: everything above stays too.
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) return;
    }
  }
}

function isWithin(folder: string, other: string): boolean {
  return folder.startsWith(other) && /^(?:$|[/\\])/.test(folder.slice(other.length));
}

function read(notes: string): Folders {
  if (!existsSync(notes)) return {};
  try {
    const parsed = v.safeParse(FoldersSchema, JSON.parse(readFileSync(notes, 'utf8')));
    return parsed.success ? parsed.output : {};
  } catch {
    return {};
  }
}
