/** The companion as a process, and a caller that may say anything to it. */
import { execFile, spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { readAnswer, type Answer } from '../../../src/companion/protocol.ts';
import { encodeFrame, FrameReader } from '../../../companion/frames.ts';

const project = path.resolve(import.meta.dirname, '../../..');

/** Builds the companion into `folder`, as it is released. */
export async function buildCompanion(folder: string): Promise<string> {
  const vite = path.join(project, 'node_modules/vite/bin/vite.js');
  const parameters = [vite, 'build', '--config', 'vite.companion.config.ts', '--logLevel', 'warn'];
  const env = { ...process.env, OUT_DIR: folder, NODE_ENV: 'production' };
  await promisify(execFile)(process.execPath, parameters, { cwd: project, env });
  return path.join(folder, 'companion.mjs');
}

export class Caller {
  readonly answers: unknown[] = [];
  complaint = '';
  /** The exit status, once it has ended; null: a signal ended it. */
  readonly ended: Promise<number | null>;
  /** The same, once the process is gone, whatever its pipes still hold. */
  readonly exited: Promise<number | null>;
  private readonly child: ChildProcessWithoutNullStreams;
  private readonly frames = new FrameReader(2 ** 30);
  private readonly waiting: (() => void)[] = [];

  constructor(program: string, nodeArguments: string[] = [], env: NodeJS.ProcessEnv = process.env) {
    this.child = spawn(process.execPath, [...nodeArguments, program], { stdio: 'pipe', env });
    this.child.stdin.on('error', () => {});
    this.child.stderr.on('data', (chunk: Buffer) => (this.complaint += chunk.toString()));
    this.child.stdout.on('data', (chunk: Buffer) => {
      for (const frame of this.frames.take(chunk)) if ('message' in frame) this.answers.push(frame.message);
      for (const wake of this.waiting.splice(0)) wake();
    });
    this.exited = new Promise((resolve) => this.child.on('exit', resolve));
    this.ended = new Promise((resolve) => this.child.on('close', resolve));
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  say(message: unknown): void {
    this.child.stdin.write(encodeFrame(message));
  }

  /** Raw bytes. Resolves when the pipe has taken them. */
  write(bytes: Uint8Array): Promise<void> {
    return new Promise((resolve) => this.child.stdin.write(bytes, () => resolve()));
  }

  /** Says hello and waits for the answer. */
  async greet(): Promise<Answer> {
    this.say({ type: 'hello', protocol: 1 });
    return this.answer(({ type }) => type === 'hello' || type === 'refusal');
  }

  /** Looks at a site and waits for the answer. */
  look(id: number, host: string, port: number): Promise<Answer> {
    this.say({ type: 'look', id, host, port });
    return this.answer((answer) => 'id' in answer && answer.id === id);
  }

  /** The first answer that fits; it must be one that the extension understands. */
  async answer(fits: (answer: Answer) => boolean): Promise<Answer> {
    for (let at = 0; ; at += 1) {
      while (at >= this.answers.length) await new Promise<void>((resolve) => this.waiting.push(resolve));
      const answer = readAnswer(this.answers[at]);
      if (answer === null)
        throw new Error(`not an answer: ${JSON.stringify(this.answers[at])?.slice(0, 200)}`);
      if (fits(answer)) return answer;
    }
  }

  /** Stops and starts reading what the companion says. */
  deaf(deaf: boolean): void {
    if (deaf) this.child.stdout.pause();
    else this.child.stdout.resume();
  }

  /** Closes the pipe, as a browser that ends the port. */
  hangUp(): void {
    this.child.stdin.end();
  }

  /** Closes both pipes at once, as a browser that crashed. */
  vanish(): void {
    this.child.stdin.destroy();
    this.child.stdout.destroy();
  }

  kill(): void {
    this.child.kill('SIGKILL');
  }

  /** Memory held by the process, in MiB. */
  memory(): number {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${this.pid}/status`, 'utf8'))?.[1];
    return Number(kilobytes) / 1024;
  }

  /** Sockets that the process holds open. */
  sockets(): number {
    return readdirSync(`/proc/${this.pid}/fd`).filter((descriptor) => {
      try {
        return readlinkSync(`/proc/${this.pid}/fd/${descriptor}`).startsWith('socket:');
      } catch {
        // Closed meanwhile.
        return false;
      }
    }).length;
  }
}
