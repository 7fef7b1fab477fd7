/** Waiting for a condition, never for an amount of time. */
import { setTimeout as pause } from 'node:timers/promises';

/** How long anything in a browser may take before it counts as failed, in milliseconds. */
export const LIMIT = 10_000;

/**
 * Asks again and again until the answer is not undefined, and returns it. Throws after `limit` milliseconds with what
 * was awaited and the last error, if asking threw.
 */
export async function until<T>(
  awaited: string | (() => string),
  ask: () => Promise<T | undefined> | T | undefined,
  limit = LIMIT,
): Promise<T> {
  const end = Date.now() + limit;
  let failure = '';
  do {
    try {
      const answer = await ask();
      if (answer !== undefined) return answer;
      failure = '';
    } catch (error) {
      failure = `: ${String(error)}`;
    }
    await pause(20);
  } while (Date.now() < end);
  throw new Error(`waited ${limit} ms for ${typeof awaited === 'string' ? awaited : awaited()}${failure}`);
}

/** Waits until what is read (a size, say) has stayed the same for 250 ms: longer than browsers take between two steps. */
export async function untilSteady(what: string, read: () => Promise<string>): Promise<void> {
  let last = '';
  let since = 0;
  await until(`${what} to stay the same`, async () => {
    const now = await read();
    if (now !== last) since = Date.now();
    last = now;
    return Date.now() - since >= 250 ? true : undefined;
  });
}

/** The promise's value, or an error that says what was awaited once `limit` milliseconds have passed. */
export async function within<T>(awaited: string, promise: Promise<T>, limit = LIMIT): Promise<T> {
  const stop = new AbortController();
  const late = pause(limit, undefined, { signal: stop.signal }).then(() => {
    throw new Error(`waited ${limit} ms for ${awaited}`);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    stop.abort();
    late.catch(() => undefined);
  }
}

/** Waits until a page's text contains the string or matches; throws with the text that was there instead. */
export async function untilText(read: () => Promise<string>, text: string | RegExp): Promise<void> {
  let last = '';
  await until(
    () => `${JSON.stringify(String(text))} in the text, which is: ${last}`,
    async () => {
      last = await read();
      return (typeof text === 'string' ? last.includes(text) : text.test(last)) ? true : undefined;
    },
  );
}
