/** The files that a package is made from. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import type { Files } from './archive.ts';

export interface Source {
  files: Files;
  /** The commit; null: this folder is no clone but an unpacked source archive. */
  commit: string | null;
  /** Files that differ from the commit; the packages are made without these changes. */
  uncommitted: string[];
}

/** Of a clone, the files of HEAD; of an unpacked source archive, all files but what `.gitignore` names. */
export function sourceOf(project: string): Source {
  const top = git(project, 'rev-parse', '--show-toplevel');
  // An archive may be unpacked within another clone, whose HEAD is none of its own.
  if (top === null || realpathSync(top.toString().trim()) !== realpathSync(project)) {
    return { files: filesIn(project, ignoredIn(project)), commit: null, uncommitted: [] };
  }
  const zip = git(project, 'archive', '--format=zip', 'HEAD');
  const commit = git(project, 'rev-parse', 'HEAD');
  if (zip === null || commit === null) throw new Error('This clone has no commit yet.');
  const files = Object.entries(unzipSync(zip)).filter(([name]) => !name.endsWith('/'));
  const changed = git(project, 'status', '--porcelain') ?? Buffer.alloc(0);
  return {
    files: new Map(files),
    commit: commit.toString().trim(),
    uncommitted: changed.toString().split('\n').filter(Boolean),
  };
}

/** Writes the files below `folder`, which is emptied first. */
export function unpack(files: Files, folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  for (const [name, content] of files) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

/** All files below a folder. `ignored` says of a path, with `/` between folders, that it is left out. */
export function filesIn(folder: string, ignored: (name: string) => boolean = () => false): Files {
  const files = new Map<string, Uint8Array>();
  const visit = (below: string) => {
    for (const entry of readdirSync(path.join(folder, below), { withFileTypes: true })) {
      const name = below === '' ? entry.name : `${below}/${entry.name}`;
      if (ignored(name)) continue;
      if (entry.isDirectory()) visit(name);
      else if (entry.isFile()) files.set(name, readFileSync(path.join(folder, name)));
    }
  };
  visit('');
  return files;
}

/** Reads the two forms that this project's `.gitignore` uses: `folder/` and `*.ending`. */
function ignoredIn(project: string): (name: string) => boolean {
  const lines = readFileSync(path.join(project, '.gitignore'), 'utf8').split('\n').filter(Boolean);
  const unknown = lines.find((line) => !/^(?:\*\.\w+|[\w.-]+\/)$/.test(line));
  if (unknown !== undefined) throw new Error(`scripts/package/source.ts cannot read "${unknown}".`);
  const folders = new Set([
    '.git',
    ...lines.filter((line) => line.endsWith('/')).map((line) => line.slice(0, -1)),
  ]);
  const endings = lines.filter((line) => line.startsWith('*')).map((line) => line.slice(1));
  return (name) => folders.has(path.posix.basename(name)) || endings.some((ending) => name.endsWith(ending));
}

/** @returns what git printed; null: it failed, or there is no git */
function git(project: string, ...parameters: string[]): Buffer | null {
  const { status, stdout } = spawnSync('git', parameters, { cwd: project, maxBuffer: 1 << 30 });
  return status === 0 ? stdout : null;
}
