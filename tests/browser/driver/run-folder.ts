/**
 * Folders of one browser run (profile, copy of the extension).
 *
 * Life of a folder: born at launch, named after this process; removed by `close` or, when the process ends first, on
 * its exit or the signal that ends it. A process that was killed cannot tidy up: its folders are removed, and a browser still running on them is
 * ended, at the next launch by any process.
 */
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PREFIX = 'relying-party-browser-';
const PROCESS_FILE = 'browser-process';

const open = new Set<string>();
let watching = false;

/** A new empty folder, private to this process. */
export function makeRunFolder(): string {
  removeLeftovers();
  const folder = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  open.add(folder);
  if (!watching) {
    watching = true;
    process.on('exit', removeAll);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
  }
  return folder;
}

/** Notes which process is the browser of a folder, so that it can be ended together with the folder. */
export function noteBrowserProcess(folder: string, pid: number): void {
  writeFileSync(join(folder, PROCESS_FILE), String(pid));
}

/** Ends the browser of a folder, should it still run, and removes the folder. */
export function removeRunFolder(folder: string): void {
  open.delete(folder);
  endBrowser(folder);
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
}

function removeAll(): void {
  [...open].forEach(removeRunFolder);
}

function onSignal(signal: NodeJS.Signals): void {
  removeAll();
  process.off(signal, onSignal);
  // Our listener took the place of the signal's effect; whoever else listens decides for himself.
  if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
}

function removeLeftovers(): void {
  for (const name of readdirSync(tmpdir())) {
    const owner = new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1];
    if (owner !== undefined && !isAlive(Number(owner))) removeRunFolder(join(tmpdir(), name));
  }
}

function endBrowser(folder: string): void {
  try {
    const pid = Number(readFileSync(join(folder, PROCESS_FILE), 'utf8'));
    // The number may by now belong to somebody else's process: only one that was started on this folder is ended.
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    if (command.includes(folder)) process.kill(pid, 'SIGKILL');
  } catch {
    // No browser was started, or it is gone.
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
