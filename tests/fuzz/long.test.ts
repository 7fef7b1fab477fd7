/** `npm run fuzz`: as many mutants as are asked for, with a line for each 10,000. */
import { expect, it } from 'vitest';
import { createFuzzer } from './fuzz.ts';

const count = Number(process.env['FUZZ_COUNT'] ?? '1000000');
const from = Number(process.env['FUZZ_FROM'] ?? '0');

it(`the mutants ${from} to ${from + count - 1} find no fault`, async () => {
  const started = performance.now();
  const tally = await createFuzzer().run(count, from, ({ mutants, read, proven, slowest, findings }) => {
    const each = ((performance.now() - started) / mutants).toFixed(2);
    console.log(
      `${from + mutants}: ${read} read, ${proven} proven, ${findings.length} findings, ${each} ms each, ` +
        `the slowest ${slowest.toFixed(1)} ms`,
    );
  });
  console.log(Object.fromEntries(tally.differences));
  for (const finding of tally.findings) console.log(JSON.stringify(finding));
  expect(tally.findings).toHaveLength(0);
}, 0);
