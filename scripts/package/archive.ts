/** Zip archives that are the same bytes for the same files, whenever and wherever they are made. */
import { zipSync, type Zippable } from 'fflate';

/** Files by their path, with `/` between folders. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** The first day that a zip archive can name. fflate writes local time, so local time is what is fixed. */
const DATE = new Date(1980, 0, 1, 12);
const UNIX = 3;
const ORDINARY = 0o100_644;
const EXECUTABLE = 0o100_755;

/** Sorted by path, with one date; scripts are executable, known by their first two bytes, not by the disk's say. */
export function archive(files: Files): Uint8Array {
  const entries: Zippable = {};
  for (const [path, content] of sorted(files)) {
    const script = content[0] === 0x23 && content[1] === 0x21;
    entries[path] = [
      content,
      { level: 9, mtime: DATE, os: UNIX, attrs: (script ? EXECUTABLE : ORDINARY) * 0x1_0000 },
    ];
  }
  return zipSync(entries);
}

/** By code units: a locale's order would differ from machine to machine. */
export function sorted(files: Files): [path: string, content: Uint8Array][] {
  return [...files].toSorted(([a], [b]) => (a < b ? -1 : Number(a > b)));
}
