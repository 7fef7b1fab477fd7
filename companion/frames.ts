/**
 * Frames of native messaging: a length of 32 bits in the machine's own byte order, then as many bytes of JSON in UTF-8
 * (developer.chrome.com/docs/extensions/develop/concepts/native-messaging).
 */
import { endianness } from 'node:os';

const LENGTH_BYTES = 4;
const little = endianness() === 'LE';
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Frames that cannot be told apart any more: nothing that follows can be understood. */
export class BrokenFrames extends Error {
  override readonly name = 'BrokenFrames';
}

/** One frame with a message. */
export function encodeFrame(message: unknown): Buffer {
  const body = Buffer.from(JSON.stringify(message), 'utf8');
  const length = Buffer.alloc(LENGTH_BYTES);
  if (little) length.writeUInt32LE(body.length);
  else length.writeUInt32BE(body.length);
  return Buffer.concat([length, body]);
}

/** What a frame held: a message, or bytes that are no JSON. */
export type Framed = { message: unknown } | { malformed: true };

/**
 * Reads frames out of a stream, as its chunks come.
 *
 * Life: born with the stream; holds the bytes of the frame that is not yet whole, never more than `longest` and one
 * chunk; dies with the stream.
 */
export class FrameReader {
  private pending: Buffer = Buffer.alloc(0);

  /** @param longest bytes that a frame may hold */
  constructor(private readonly longest: number) {}

  /**
   * Takes a chunk.
   *
   * @returns the frames that it completes, in order
   * @throws BrokenFrames as soon as a length is read that no frame may have
   */
  take(chunk: Buffer): Framed[] {
    this.pending = this.pending.length === 0 ? chunk : Buffer.concat([this.pending, chunk]);
    const frames: Framed[] = [];
    while (this.pending.length >= LENGTH_BYTES) {
      const length = little ? this.pending.readUInt32LE() : this.pending.readUInt32BE();
      if (length === 0 || length > this.longest) {
        throw new BrokenFrames(`a frame says to hold ${length} bytes; 1 to ${this.longest} are allowed`);
      }
      const end = LENGTH_BYTES + length;
      if (this.pending.length < end) break;
      frames.push(parse(this.pending.subarray(LENGTH_BYTES, end)));
      this.pending = this.pending.subarray(end);
    }
    return frames;
  }

  /** Whether the stream would end in the middle of a frame. */
  get unfinished(): boolean {
    return this.pending.length > 0;
  }
}

function parse(body: Uint8Array): Framed {
  try {
    return { message: JSON.parse(utf8.decode(body)) as unknown };
  } catch {
    return { malformed: true };
  }
}
