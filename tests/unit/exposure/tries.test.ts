import { expect, it } from 'vitest';
import { CONNECTION_LASTS, tryReported } from '../../../src/exposure/tries.ts';

it('counts one try for all reports of a connection', () => {
  const first = tryReported(null, 1_000);
  const next = tryReported(first, 100_000);
  expect(next.firstAt).toBe(1_000);
  // Idle time counts from the last response, not from the first.
  expect(tryReported(next, 100_000 + CONNECTION_LASTS).firstAt).toBe(1_000);
});

it('counts another once the connection must be gone', () => {
  const first = tryReported(null, 1_000);
  expect(tryReported(first, 1_001 + CONNECTION_LASTS).firstAt).toBe(1_001 + CONNECTION_LASTS);
});

it('counts another after the clock was set back, so that none lies in the future', () => {
  const first = tryReported(null, 1_000_000);
  expect(tryReported(first, 999_999 - CONNECTION_LASTS).firstAt).toBe(999_999 - CONNECTION_LASTS);
  expect(tryReported(first, 1_000_000 - CONNECTION_LASTS)).toEqual(first);
});
