/**
 * A client of Marionette, Firefox's remote control: JSON messages over TCP, each preceded by its length in bytes and
 * a colon (firefox-source-docs.mozilla.org/testing/marionette/Protocol.html).
 */
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { within } from './wait.ts';

interface Awaited {
  resolve: (value: unknown) => void;
  reject: (error: Error) => void;
}

/** An error that Firefox answered with; `code` is WebDriver's, such as `insecure certificate`. */
export class MarionetteError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(`${code}: ${message}`);
    this.code = code;
  }
}

/** One connection. Life: `connectMarionette` opens it, `close` or the browser's end closes it. */
export class Marionette {
  readonly #socket: Socket;
  readonly #awaited = new Map<number, Awaited>();
  #received = Buffer.alloc(0);
  #lastId = 0;
  #greet: (() => void) | undefined;
  readonly greeted = new Promise<void>((resolve) => {
    this.#greet = resolve;
  });

  constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (chunk) => this.#read(chunk));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      for (const { reject } of this.#awaited.values()) reject(new Error('Firefox ended the connection'));
      this.#awaited.clear();
    });
  }

  /** Sends a command and resolves with its result; rejects with a MarionetteError, or when 45 s have passed. */
  send(command: string, parameters: Record<string, unknown> = {}): Promise<unknown> {
    const id = ++this.#lastId;
    const message = JSON.stringify([0, id, command, parameters]);
    const answer = new Promise<unknown>((resolve, reject) => {
      if (this.#socket.destroyed) reject(new Error('Firefox has ended'));
      else this.#awaited.set(id, { resolve, reject });
    });
    this.#socket.write(`${Buffer.byteLength(message)}:${message}`);
    return within(`Firefox to answer ${command}`, answer, 45_000);
  }

  /**
   * Runs the body of a function in the browser's own window, where `arguments` are the given ones. A returned promise
   * is awaited. The result must survive JSON.
   */
  async chrome<T>(body: string, ...given: unknown[]): Promise<T> {
    const parameters = { script: body, args: given, sandbox: 'system', newSandbox: false };
    const result = await this.send('WebDriver:ExecuteScript', parameters);
    return (result as { value: T }).value;
  }

  /** Sends a command that concerns the visited page; the others concern the browser's own window. */
  async inPage(command: string, parameters: Record<string, unknown> = {}): Promise<unknown> {
    await this.send('Marionette:SetContext', { value: 'content' });
    try {
      return await this.send(command, parameters);
    } finally {
      await this.send('Marionette:SetContext', { value: 'chrome' });
    }
  }

  close(): void {
    this.#socket.destroy();
  }

  #read(chunk: Buffer): void {
    this.#received = Buffer.concat([this.#received, chunk]);
    for (;;) {
      const colon = this.#received.indexOf(':');
      if (colon < 0) return;
      const end = colon + 1 + Number(this.#received.subarray(0, colon).toString());
      if (this.#received.length < end) return;
      const message: unknown = JSON.parse(this.#received.subarray(colon + 1, end).toString());
      this.#received = this.#received.subarray(end);
      this.#take(message);
    }
  }

  #take(message: unknown): void {
    // The only message that is no answer is the greeting, an object.
    if (!Array.isArray(message)) return this.#greet?.();
    const [, id, error, result] = message as [
      number,
      number,
      { error: string; message: string } | null,
      unknown,
    ];
    const awaited = this.#awaited.get(id);
    this.#awaited.delete(id);
    if (error) awaited?.reject(new MarionetteError(error.error, error.message));
    else awaited?.resolve(result);
  }
}

/** Connects to the Marionette of a browser on this machine. */
export async function connectMarionette(port: number): Promise<Marionette> {
  const marionette = new Marionette(connect(port, '127.0.0.1'));
  await within('Firefox to greet', marionette.greeted);
  return marionette;
}
