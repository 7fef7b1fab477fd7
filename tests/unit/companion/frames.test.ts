import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BrokenFrames, encodeFrame, FrameReader, type Framed } from '../../../companion/frames.ts';
import { MAX_REQUEST_BYTES } from '../../../src/companion/protocol.ts';

/** Bytes in the pieces in which a pipe may hand them over; `cuts` says where. */
function pieces(bytes: Buffer, cuts: number[]): Buffer[] {
  const ends = [...new Set([0, ...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length])];
  return ends
    .toSorted((a, b) => a - b)
    .map((end, at, all) => bytes.subarray(end, all[at + 1] ?? end))
    .filter((piece) => piece.length > 0);
}

describe('frames', () => {
  it('are the same in whatever pieces they come', () => {
    fc.assert(
      fc.property(
        fc.array(fc.jsonValue({ maxDepth: 2 }), { maxLength: 8 }),
        fc.array(fc.nat(), { maxLength: 30 }),
        (messages, cuts) => {
          const frames = new FrameReader(MAX_REQUEST_BYTES);
          const bytes = Buffer.concat(messages.map(encodeFrame));
          const read = pieces(bytes, cuts).flatMap((piece) => frames.take(piece));
          const sent = messages.map((message): unknown => JSON.parse(JSON.stringify(message)));
          expect(read).toEqual(sent.map((message) => ({ message })));
          expect(frames.unfinished).toBe(false);
        },
      ),
    );
  });

  it('of any bytes at all are messages, malformed, or broken; no more is held than a frame may have', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 600 }), { maxLength: 12 }), (chunks) => {
        const frames = new FrameReader(64);
        const read: Framed[] = [];
        let broke: unknown = null;
        for (const chunk of chunks) {
          try {
            read.push(...frames.take(Buffer.from(chunk)));
          } catch (error) {
            broke = error;
            break;
          }
        }
        expect(broke === null || broke instanceof BrokenFrames).toBe(true);
        expect(read.length * 5).toBeLessThanOrEqual(chunks.reduce((sum, { length }) => sum + length, 0));
      }),
    );
  });
});
