/**
 * A screen that nobody sees (Xvfb), for what a headless browser does not draw: Chromium's own dialogs. They take real keys
 * (xdotool) and are no page, so that nothing can be asked of them.
 */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';

const run = promisify(execFile);

export class VirtualScreen {
  private constructor(
    private readonly server: ChildProcess,
    /** For the environment variable DISPLAY. */
    readonly display: string,
  ) {}

  static async start(): Promise<VirtualScreen> {
    // It chooses a free number and writes it down once it takes connections.
    const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    const ended = once(server, 'exit').then(() => {
      throw new Error('Xvfb ended before it was ready.');
    });
    const [number] = (await Promise.race([once(server.stdio[3] as Readable, 'data'), ended])) as [Buffer];
    ended.catch(() => {});
    return new VirtualScreen(server, `:${number.toString().trim()}`);
  }

  /** Presses keys, by their names in X, one after the other. */
  async press(...keys: string[]): Promise<void> {
    await run('xdotool', ['key', '--delay', '200', ...keys], {
      env: { ...process.env, DISPLAY: this.display },
    });
  }

  close(): void {
    this.server.kill();
  }
}
