/**
 * `npm run fuzz [-- COUNT [FROM]]`: damaged certificates through the whole program, 1,000,000 unless told otherwise.
 * A run that was broken off goes on with the number in its last line as FROM.
 */
import { spawn } from 'node:child_process';
import path from 'node:path';

const project = path.resolve(import.meta.dirname, '..');
const [count = '1000000', from = '0', ...others] = process.argv.slice(2);
if (others.length > 0 || !/^[1-9]\d*$/.test(count) || !/^\d+$/.test(from)) {
  console.error('Say how many, and perhaps from which number on: npm run fuzz -- 1000000 0');
  process.exit(2);
}

const child = spawn(
  path.join(project, 'node_modules/.bin/vitest'),
  ['run', '--config', 'vitest.fuzz.config.ts'],
  { cwd: project, env: { ...process.env, FUZZ_COUNT: count, FUZZ_FROM: from }, stdio: 'inherit' },
);
child.on('exit', (code) => {
  process.exitCode = code ?? 1;
});
