/**
 * `node scripts/run.mjs NAME …`: sets up what the command needs, then runs `scripts/NAME.ts` with the rest of the
 * arguments. Plain JavaScript, since it runs before anything is installed.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setUp } from './setup.mjs';

/** What each command needs beyond the npm packages. */
const COMMANDS = {
  start: { browsers: true },
  check: { browsers: true },
  screenshots: { browsers: true },
  pictures: { browsers: true },
  bench: { browsers: true },
  inspect: { browsers: false },
  walk: { browsers: true },
  companion: { browsers: false },
  package: { browsers: false },
  fixtures: { browsers: true },
  fuzz: { browsers: false },
  coverage: { browsers: false },
  facts: { browsers: false },
};

const [name = '', ...rest] = process.argv.slice(2);
const command = COMMANDS[name];
if (command === undefined) {
  process.stderr.write(`There is no command "${name}". Known: ${Object.keys(COMMANDS).join(', ')}.\n`);
  process.exit(2);
}
setUp(command);

const project = new URL('..', import.meta.url).pathname;
const child = spawn(process.execPath, ['--import', 'tsx', join(project, 'scripts', `${name}.ts`), ...rest], {
  stdio: 'inherit',
});
// Ctrl-C reaches the child too, which cleans up; this process waits for it.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
