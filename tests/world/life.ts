/**
 * The life of a world's directory. It is born in the temporary directory with the process that owns it written into it.
 * It dies when the world is closed, when the process exits or is ended by a signal, and otherwise (a crash, SIGKILL) when
 * the next world starts and finds the owner dead. A world's servers live in its process and end with it.
 */
import { readdirSync, readFileSync, rmSync, writeFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PREFIX = 'relying-party-world-';
const OWNER = 'owner.json';
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

interface Owner {
  pid: number;
  /** What tells a process from a later one with the same number; null: the system does not say. */
  startedAt: string | null;
}

/** The start time of a process in clock ticks since boot: field 22 of proc_pid_stat(5). */
function startOf(pid: number): string | null {
  try {
    const afterName = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1);
    return afterName?.split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

function lives(owner: Owner): boolean {
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    // EPERM: there is such a process, of another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
  return owner.startedAt === null || startOf(owner.pid) === owner.startedAt;
}

function ownerOf(directory: string): Owner | null {
  try {
    const owner: unknown = JSON.parse(readFileSync(join(directory, OWNER), 'utf8'));
    if (typeof owner !== 'object' || owner === null || !('pid' in owner) || !('startedAt' in owner))
      return null;
    const { pid, startedAt } = owner;
    if (typeof pid !== 'number') return null;
    return { pid, startedAt: typeof startedAt === 'string' ? startedAt : null };
  } catch {
    return null;
  }
}

/** Removes the directories of worlds whose process is dead. */
export function removeStaleWorlds(): void {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(PREFIX)) continue;
    const directory = join(tmpdir(), name);
    const owner = ownerOf(directory);
    // Without an owner the directory may be one that another process is making at this moment: left alone.
    if (owner !== null && !lives(owner)) rmSync(directory, { recursive: true, force: true });
  }
}

export interface Life {
  directory: string;
  /** Removes the directory; a second call does nothing. */
  end(): void;
}

/** Makes a world's directory, and sees to its end. */
export function beginLife(): Life {
  removeStaleWorlds();
  const directory = mkdtempSync(join(tmpdir(), PREFIX));
  writeFileSync(
    join(directory, OWNER),
    JSON.stringify({ pid: process.pid, startedAt: startOf(process.pid) }),
  );

  function end(): void {
    rmSync(directory, { recursive: true, force: true });
    process.off('exit', end);
    for (const signal of SIGNALS) process.off(signal, onSignal);
  }

  function onSignal(signal: NodeJS.Signals): void {
    end();
    // Our listener took the place of the signal's effect; whoever else listens decides for himself.
    if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
  }

  process.on('exit', end);
  for (const signal of SIGNALS) process.on(signal, onSignal);
  return { directory, end };
}
