/**
 * How long the companion takes to answer, beside a bare `openssl s_client` to the same server in the same run.
 * `tsx tests/bench/companion.bench.ts [--json]`. First answer: the program's start, hello and a handshake; later
 * answers: a handshake on an open port. `openssl s_client` is a start and a handshake.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildCompanion, Caller } from '../unit/companion/caller.ts';
import { tlsPeer } from '../unit/companion/peers.ts';

export interface CompanionResult {
  /** Milliseconds. */
  companion: { openssl: number; first: number; later: number };
}

const RUNS = 15;
const LATER = 100;

function median(milliseconds: number[]): number {
  return milliseconds.toSorted((a, b) => a - b)[milliseconds.length >> 1] ?? NaN;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

function openssl(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = execFile('openssl', ['s_client', '-connect', `127.0.0.1:${port}`], (error) =>
      error === null ? resolve() : reject(error),
    );
    // The end of its input ends it once the handshake is done.
    child.stdin?.end();
  });
}

const folder = mkdtempSync(path.join(tmpdir(), 'relying-party-bench-'));
const server = await tlsPeer();
try {
  const program = await buildCompanion(folder);
  const look = async (caller: Caller, id: number): Promise<void> => {
    const answer = await caller.look(id, '127.0.0.1', server.port);
    if (answer.type !== 'sighting') throw new Error(`the bench's own server gave ${JSON.stringify(answer)}`);
  };
  const bare: number[] = [];
  const first: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    bare.push(await timed(() => openssl(server.port)));
    let caller: Caller | undefined;
    first.push(
      await timed(async () => {
        caller = new Caller(program);
        await caller.greet();
        await look(caller, 1);
      }),
    );
    caller?.hangUp();
    await caller?.ended;
  }
  const caller = new Caller(program);
  await caller.greet();
  const later: number[] = [];
  for (let id = 0; id < LATER; id += 1) later.push(await timed(() => look(caller, id)));
  caller.hangUp();
  await caller.ended;
  const figures = { openssl: median(bare), first: median(first), later: median(later) };
  if (process.argv.includes('--json')) {
    console.log(JSON.stringify({ unit: 'ms', statistic: 'median', companion: figures }));
  } else {
    const row = (name: string, value: number): string =>
      `${name.padEnd(34)} ${value.toFixed(1).padStart(7)} ${(value / figures.openssl).toFixed(2).padStart(7)}`;
    console.log(`\nThe companion, median in milliseconds, and as a ratio to openssl in the same run`);
    console.log(row('openssl s_client', figures.openssl));
    console.log(row('companion, first answer', figures.first));
    console.log(row('companion, later answers', figures.later));
  }
} finally {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
}
