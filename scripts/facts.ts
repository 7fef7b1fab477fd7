/**
 * `npm run facts`: how old each collection of facts is, and where to look for newer ones. Age is no fault; the command
 * fails only when facts contradict each other.
 */
import { authorityFacts } from '../src/letsencrypt/facts.ts';
import { ages, contradictions } from './facts/ages.ts';

const now = Date.now();
console.log(`Facts and their age on ${new Date(now).toISOString().slice(0, 10)}:\n`);
for (const { what, asOf, days, renewAt, file } of ages(now)) {
  console.log(`${what}\n  as of ${asOf}, ${days} days ago${days > 365 ? ': MORE THAN A YEAR' : ''}`);
  console.log(`  look at ${renewAt}\n  change  ${file}\n`);
}

const found = contradictions(now);
for (const contradiction of found) console.error(`Contradiction: ${contradiction}`);
if (found.length === 0) console.log(`No contradictions; ${authorityFacts.authorities.length} CAs are known.`);
process.exitCode = found.length === 0 ? 0 : 1;
