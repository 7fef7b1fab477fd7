/**
 * The folders that an installation had to make, so that its removal takes those and no others: a folder that was there
 * before, and is empty, stays.
 *
 * Kept in a file beside the program, which goes with the program. Life of an entry: born when a folder is made for a
 * file; gone when that file's folders were removed.
 */
import { existsSync, mkdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import * as v from 'valibot';
import { pathsOf, type Machine } from './locations.ts';

/** Its name in the program's folder. */
export const MADE_FOLDERS_FILE = 'made-folders.json';

/** Folder that was needed → the topmost one that had to be made for it. */
const MadeSchema = v.record(v.string(), v.string());
type Made = v.InferOutput<typeof MadeSchema>;

/** Makes a folder, and notes in `notes` (a file that may not be there yet) what had to be made. */
export function makeFolder(folder: string, notes: string): void {
  const first = mkdirSync(folder, { recursive: true });
  if (first === undefined) return;
  const made = read(notes);
  writeFileSync(notes, `${JSON.stringify({ ...made, [folder]: first }, null, 2)}\n`);
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
    if (other.startsWith(first) && topmost.length > first.length) others[other] = first;
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

function read(notes: string): Made {
  if (!existsSync(notes)) return {};
  try {
    const parsed = v.safeParse(MadeSchema, JSON.parse(readFileSync(notes, 'utf8')));
    return parsed.success ? parsed.output : {};
  } catch {
    return {};
  }
}
