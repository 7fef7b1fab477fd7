/**
 * The tries of OCSP that the browser reported, one for each connection: see `src/exposure/tries.ts`.
 *
 * Life of a try: born with its first report; renewed by each response that may have come over the same connection;
 * kept in memory and, unless of a private window, in `storage.session`; replaced by a later one of the same certificate.
 */
import * as v from 'valibot';
import { tryReported, type Try } from '../../src/exposure/tries.ts';
import { BoundedSessionStore } from '../platform/storage.ts';
import { Instant } from '../platform/stored-values.ts';

const store = new BoundedSessionStore<Try>('try:', v.object({ firstAt: Instant, lastAt: Instant }), 2_000);
const memory = new Map<string, Try>();
const IN_MEMORY = 1_000;

/** The try that a report belongs to. Connections of private windows are apart from the others. */
export async function reportedTry(certificate: string, isPrivate: boolean, at: number): Promise<Try> {
  const id = identity(certificate, isPrivate);
  const known = memory.get(id) ?? (isPrivate ? null : await stored(id));
  const current = tryReported(known, at);
  memory.delete(id);
  memory.set(id, current);
  const [oldest] = memory.keys();
  if (memory.size > IN_MEMORY && oldest !== undefined) memory.delete(oldest);
  if (!isPrivate) await keep(id, current);
  return current;
}

/** A response came over a connection with this certificate: it is still there. */
export function connectionUsed(certificate: string, isPrivate: boolean, at: number): void {
  const id = identity(certificate, isPrivate);
  const known = memory.get(id);
  if (known !== undefined) memory.set(id, tryReported(known, at));
}

/** The last private window is closed. */
export function forgetPrivateTries(): void {
  for (const id of memory.keys()) if (id.startsWith('private ')) memory.delete(id);
}

function identity(certificate: string, isPrivate: boolean): string {
  return isPrivate ? `private ${certificate}` : certificate;
}

async function stored(id: string): Promise<Try | null> {
  try {
    return await store.get(id);
  } catch (error) {
    console.warn('The tries of this session could not be looked up.', error);
    return null;
  }
}

async function keep(id: string, current: Try): Promise<void> {
  try {
    await store.set(id, current);
  } catch (error) {
    // Over quota: it stays in memory, and counts anew after the event page's death.
    console.warn('A try could not be kept for the session.', error);
  }
}
