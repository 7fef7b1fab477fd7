/**
 * The companion's side of one port.
 *
 * Life: born with the process; ready once `hello` was exchanged; ends when the browser closes the pipe, when frames
 * cannot be told apart, or when the companion's own file was replaced. Handshakes that run then are cut. It keeps
 * nothing but the requests that wait.
 */
import type { Readable, Writable } from 'node:stream';
import * as v from 'valibot';
import {
  HelloSchema,
  LookSchema,
  MAX_ANSWER_BYTES,
  MAX_REQUEST_BYTES,
  PROTOCOL,
  type Answer,
  type FailureReason,
  type Look,
} from '../src/companion/protocol.ts';
import { BrokenFrames, encodeFrame, FrameReader, type Framed } from './frames.ts';
import { HandshakeFailure, shakeHands } from './handshake.ts';
import { sightingOf } from './sighting.ts';

/** Handshakes at a time. */
const AT_ONCE = 8;
/** Requests that wait for their turn; the next ones are told `busy`. */
const WAITING = 200;
/** Answers that the browser has not taken yet, in bytes: beyond, nothing more is read from it. */
const UNREAD = 4 * MAX_ANSWER_BYTES;

export interface Surroundings {
  version: string;
  /** Whether the program's file is no longer the one that runs. */
  replaced: () => boolean;
  /** Milliseconds for a handshake. */
  limit?: number;
}

/**
 * Talks until it is over.
 *
 * @returns null: the other side closed the pipe; else what went wrong, for standard error
 */
export async function converse(
  input: Readable,
  output: Writable,
  surroundings: Surroundings,
): Promise<string | null> {
  const conversation = new Conversation(output, surroundings);
  const frames = new FrameReader(MAX_REQUEST_BYTES);
  // A reader that is gone: whatever is still to be said reaches nobody.
  output.on('error', () => input.destroy());
  output.on('close', () => input.destroy());
  try {
    const chunks: AsyncIterable<Buffer> = input;
    for await (const chunk of chunks) {
      for (const framed of frames.take(chunk)) conversation.hear(framed);
      if (conversation.over) return null;
      await conversation.drained();
    }
    return frames.unfinished ? 'the pipe was closed in the middle of a frame' : null;
  } catch (error) {
    if (!(error instanceof BrokenFrames)) return output.writable ? String(error) : null;
    conversation.fail(null, 'bad-request', error.message);
    return error.message;
  } finally {
    conversation.end();
  }
}

class Conversation {
  over = false;
  private greeted = false;
  private running = 0;
  private readonly waiting: Look[] = [];
  private readonly ended = new AbortController();

  constructor(
    private readonly output: Writable,
    private readonly surroundings: Surroundings,
  ) {}

  hear(framed: Framed): void {
    if (this.over) return;
    if ('malformed' in framed) return this.fail(null, 'bad-request', 'a frame does not hold JSON');
    const { message } = framed;
    if (v.is(HelloSchema, message)) return this.greet(message.protocol);
    const look = v.safeParse(LookSchema, message);
    if (!look.success) return this.fail(idOf(message), 'bad-request', 'this is no request that can be met');
    if (!this.greeted) return this.fail(look.output.id, 'bad-request', 'hello comes first');
    this.take(look.output);
  }

  fail(id: number | null, why: FailureReason, message: string): void {
    this.say({ type: 'failure', id, why, message });
  }

  /** Resolves once the other side has taken most of what was said, or will take nothing any more. */
  async drained(): Promise<void> {
    if (this.output.writableLength <= UNREAD || this.output.destroyed) return;
    await new Promise<void>((resolve) => {
      this.output.once('drain', resolve);
      this.output.once('close', resolve);
    });
  }

  end(): void {
    this.over = true;
    this.waiting.length = 0;
    this.ended.abort();
  }

  private greet(protocol: number): void {
    this.greeted = protocol === PROTOCOL;
    if (this.greeted) this.say({ type: 'hello', protocol: PROTOCOL, version: this.surroundings.version });
    else this.say({ type: 'refusal', protocols: [PROTOCOL] });
  }

  private take(look: Look): void {
    if (this.surroundings.replaced()) {
      this.fail(look.id, 'replaced', 'the companion was replaced while it ran');
      this.over = true;
    } else if (this.running < AT_ONCE) void this.look(look);
    else if (this.waiting.length < WAITING) this.waiting.push(look);
    else this.fail(look.id, 'busy', `${WAITING} requests wait already`);
  }

  private async look({ id, host, port }: Look): Promise<void> {
    this.running += 1;
    const { limit } = this.surroundings;
    try {
      const handshake = await shakeHands(
        { host, port },
        { cancelled: this.ended.signal, ...(limit === undefined ? {} : { limit }) },
      );
      this.say(sightingOf(id, handshake));
    } catch (error) {
      const why = error instanceof HandshakeFailure ? error.why : 'no-tls';
      this.fail(id, why, error instanceof Error ? error.message : String(error));
    }
    this.running -= 1;
    const next = this.over ? undefined : this.waiting.shift();
    if (next !== undefined) void this.look(next);
  }

  private say(answer: Answer): void {
    if (this.ended.signal.aborted || !this.output.writable) return;
    const frame = encodeFrame(answer);
    if (frame.length <= MAX_ANSWER_BYTES) this.output.write(frame);
    else if (answer.type === 'sighting') this.fail(answer.id, 'too-large', 'the certificates are too large');
  }
}

/** The id of a request that is otherwise wrong, so that whoever waits for it is told. */
function idOf(message: unknown): number | null {
  const found = v.safeParse(v.object({ id: LookSchema.entries.id }), message);
  return found.success ? found.output.id : null;
}
