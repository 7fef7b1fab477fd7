/** A WebSocket that sends each short text back (RFC 6455). */
import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

/** RFC 6455, 1.3. */
const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const TEXT = 0x1;
const CLOSE = 0x8;

interface Frame {
  opcode: number;
  payload: Buffer;
  size: number;
}

/** The first masked frame of at most 125 octets in `bytes` (RFC 6455, 5.2); null: not all of it has come. */
function frameIn(bytes: Buffer): Frame | null {
  if (bytes.length < 6) return null;
  const length = bytes.readUInt8(1) & 0x7f;
  const size = 6 + length;
  if (length > 125 || bytes.length < size) return null;
  const mask = bytes.subarray(2, 6);
  const payload = Buffer.from(bytes.subarray(6, size).map((octet, at) => octet ^ (mask[at % 4] ?? 0)));
  return { opcode: bytes.readUInt8(0) & 0x0f, payload, size };
}

function unmasked(opcode: number, payload: Buffer): Buffer {
  return Buffer.concat([Buffer.from([0x80 | opcode, payload.length]), payload]);
}

/** Accepts the upgrade and echoes. Longer frames than 125 octets are not understood: the test pages send none. */
export function acceptSocket(request: IncomingMessage, stream: Duplex): void {
  const key = request.headers['sec-websocket-key'];
  if (key === undefined) {
    stream.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n');
    return;
  }
  const accept = createHash('sha1').update(`${key}${GUID}`).digest('base64');
  stream.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
  );
  let pending = Buffer.alloc(0);
  stream.on('data', (chunk: Buffer) => {
    pending = Buffer.concat([pending, chunk]);
    for (let frame = frameIn(pending); frame !== null; frame = frameIn(pending)) {
      pending = pending.subarray(frame.size);
      if (frame.opcode === TEXT) stream.write(unmasked(TEXT, frame.payload));
      if (frame.opcode === CLOSE) stream.end(unmasked(CLOSE, frame.payload));
    }
  });
}
