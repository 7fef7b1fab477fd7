import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { connect } from 'node:net';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startWorld } from '../../world/world.ts';

const PROGRAM = fileURLToPath(new URL('one-world.ts', import.meta.url));
const TSX = createRequire(import.meta.url).resolve('tsx');

/** A world in a process of its own: its directory, and a way to end it. */
async function startProcess() {
  const child = spawn(process.execPath, ['--import', TSX, PROGRAM], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGTERM'));
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return {
    directory: line.toString().trim(),
    async end(signal: NodeJS.Signals) {
      child.kill(signal);
      await once(child, 'exit');
    },
  };
}

/** Command lines of the processes that work in a directory, as Linux tells them. */
function processesIn(directory: string): string[] {
  const numbers = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const lines = numbers.map((number) => {
    try {
      return readFileSync(`/proc/${number}/cmdline`, 'utf8').replaceAll('\0', ' ');
    } catch {
      return '';
    }
  });
  return lines.filter((line) => line.includes(directory));
}

async function answers(url: string): Promise<boolean> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  const reached = await Promise.race([
    once(socket, 'connect').then(() => true),
    new Promise<boolean>((resolve) => socket.once('error', () => resolve(false))),
  ]).catch(() => false);
  socket.destroy();
  return reached;
}

// Each process of its own takes a second or two to start.
describe('the life of a world', { timeout: 30_000 }, () => {
  it('leaves no directory, process or open port when closed, also while requests hang', async () => {
    const world = await startWorld();
    world.responder.mode = 'hang';
    const urls = ['today', 'http', 'ip-address'].map((id) => world.site(id).url);
    expect(await Promise.all(urls.map(answers))).toEqual([true, true, true]);
    await world.close();
    expect(existsSync(world.directory)).toBe(false);
    expect(processesIn(world.directory)).toEqual([]);
    expect(await Promise.all(urls.map(answers))).toEqual([false, false, false]);
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('leaves no directory when ended by %s', async (signal) => {
    const running = await startProcess();
    expect(existsSync(running.directory)).toBe(true);
    await running.end(signal);
    expect(existsSync(running.directory)).toBe(false);
  });

  it('that crashed is cleared away by the next, which spares those that live', async () => {
    const [crashed, alive] = await Promise.all([startProcess(), startProcess()]);
    await crashed.end('SIGKILL');
    expect(existsSync(crashed.directory)).toBe(true);
    const next = await startWorld();
    expect(existsSync(crashed.directory)).toBe(false);
    expect(processesIn(crashed.directory)).toEqual([]);
    expect(existsSync(alive.directory)).toBe(true);
    await next.close();
  });
});
