/** Starts an installed companion as a browser does, and asks whether it answers. */
import { spawn } from 'node:child_process';
import { PROTOCOL, readAnswer } from '../../src/companion/protocol.ts';
import { encodeFrame, FrameReader } from '../frames.ts';

/** Starting Node takes some 50 ms; milliseconds. */
const PATIENCE = 10_000;

export type Life = { answers: true; version: string } | { answers: false; why: string };

/**
 * @param launcher the file that the host manifest names
 * @param extensionId whose origin a browser would give as the first argument
 */
export function whetherAnswers(launcher: string, extensionId: string): Promise<Life> {
  return new Promise((resolve) => {
    const child = spawn(launcher, [`chrome-extension://${extensionId}/`], {
      stdio: ['pipe', 'pipe', 'pipe'],
      // Windows starts a .bat only through its shell.
      shell: process.platform === 'win32',
    });
    let complaint = '';
    const frames = new FrameReader(1_000_000);
    const end = (life: Life): void => {
      clearTimeout(timer);
      child.kill();
      resolve(life);
    };
    const timer = setTimeout(
      () => end({ answers: false, why: `it said nothing within ${PATIENCE / 1000} s` }),
      PATIENCE,
    );
    child.on('error', (error) => end({ answers: false, why: `it could not be started: ${error.message}` }));
    child.on('close', (code) =>
      end({ answers: false, why: complaint.trim() || `it ended with status ${code}` }),
    );
    // It may be gone before it has heard anything: its end says what is wrong.
    child.stdin.on('error', () => {});
    child.stderr.on('data', (chunk: Buffer) => (complaint = (complaint + chunk.toString()).slice(0, 2000)));
    child.stdout.on('data', (chunk: Buffer) => {
      const life = heard(frames, chunk);
      if (life !== null) end(life);
    });
    child.stdin.write(encodeFrame({ type: 'hello', protocol: PROTOCOL }));
  });
}

function heard(frames: FrameReader, chunk: Buffer): Life | null {
  try {
    const [frame] = frames.take(chunk);
    if (frame === undefined) return null;
    const answer = 'message' in frame ? readAnswer(frame.message) : null;
    if (answer?.type === 'hello') return { answers: true, version: answer.version };
    if (answer?.type === 'refusal')
      return { answers: false, why: 'it speaks another version of the protocol' };
    return { answers: false, why: 'it says what no companion says' };
  } catch {
    return { answers: false, why: 'it says what no companion says' };
  }
}
