/** A short run of `npm run fuzz`: damaged certificates through the whole line, from bytes to sentences. */
import { describe, expect, it } from 'vitest';
import { createFuzzer } from '../../fuzz/fuzz.ts';

const MUTANTS = 20_000;

describe('damaged certificates', () => {
  it('crash nothing, hang nothing, prove nothing, and show nothing that cannot be seen', async () => {
    const tally = await createFuzzer().run(MUTANTS);
    expect(tally.findings).toEqual([]);
    // The damage goes deep: enough is read, and what its CA signed again is still proven.
    expect(tally.read).toBeGreaterThan(MUTANTS / 10);
    expect(tally.proven).toBeGreaterThan(MUTANTS / 100);
  }, 300_000);
});
