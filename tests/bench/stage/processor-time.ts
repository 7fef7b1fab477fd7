/** The processor time of a program with all that it started, from Linux's /proc (proc_pid_stat(5)). */
import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks in a second: 100 on every Linux that browsers run on. */
const TICKS = 100;

interface Process {
  parent: number;
  /** Its own and that of children that have ended, milliseconds. */
  time: number;
}

/** Milliseconds since it started, over all processors; null: this system does not tell. */
export function processorTime(root: number): number | null {
  const processes = allProcesses();
  if (!processes.has(root)) return null;
  let sum = 0;
  for (const [pid, { time }] of processes) if (descends(pid, root, processes)) sum += time;
  return sum;
}

function allProcesses(): Map<number, Process> {
  const found = new Map<number, Process>();
  try {
    for (const name of readdirSync('/proc')) if (/^\d+$/.test(name)) note(Number(name), found);
  } catch {
    // No /proc: another system.
  }
  return found;
}

function note(pid: number, found: Map<number, Process>): void {
  try {
    // The name, in parentheses, may hold anything; the state follows it.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    const [, parent = ''] = fields;
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
    found.set(pid, { parent: Number(parent), time: (ticks * 1000) / TICKS });
  } catch {
    // It ended meanwhile.
  }
}

function descends(pid: number, root: number, processes: Map<number, Process>): boolean {
  for (let at: number | undefined = pid; at !== undefined && at > 1; at = processes.get(at)?.parent)
    if (at === root) return true;
  return false;
}
