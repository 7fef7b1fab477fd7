/** `npm test`: every check, one after the other, and a last line that counts them: `N passed, N failed`. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const project = path.resolve(import.meta.dirname, '..');
const results = mkdtempSync(path.join(tmpdir(), 'relying-party-check-'));

interface Step {
  name: string;
  command: string[];
  /** The file into which a test runner writes what it counted; without one, the step counts as one check. */
  counted?: string;
}

interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

function tests(name: string, ...more: string[]): Step {
  const counted = path.join(results, `${name}.json`);
  return {
    name,
    command: [
      'vitest',
      'run',
      ...more,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${counted}`,
    ],
    counted,
  };
}

const STEPS: Step[] = [
  { name: 'format', command: ['prettier', '--check', '--log-level', 'warn', '.'] },
  { name: 'types', command: ['tsc', '--noEmit'] },
  { name: 'lint', command: ['oxlint', '--type-aware', '--deny-warnings'] },
  { name: 'dead code', command: ['knip'] },
  tests('unit-tests'),
  { name: 'build for Chrome', command: ['vite', 'build', '--mode', 'chrome', '--logLevel', 'warn'] },
  { name: 'build for Firefox', command: ['vite', 'build', '--mode', 'firefox', '--logLevel', 'warn'] },
  { name: 'size budgets', command: ['size-limit'] },
  {
    name: 'web-ext lint',
    command: [
      'web-ext',
      'lint',
      '--source-dir',
      'dist/firefox',
      '--no-config-discovery',
      '--warnings-as-errors',
    ],
  },
  tests('package-tests', '--config', 'vitest.package.config.ts'),
  tests('browser-tests', '--config', 'vitest.browser.config.ts'),
];

const total: Count = { passed: 0, failed: 0, skipped: 0 };
const failures: string[] = [];
for (const step of STEPS) {
  const started = Date.now();
  console.log(`\n── ${step.name}`);
  const count = countOf(step, await run(step.command));
  total.passed += count.passed;
  total.failed += count.failed;
  total.skipped += count.skipped;
  if (count.failed > 0) failures.push(step.name);
  const seconds = Math.round((Date.now() - started) / 1000);
  console.log(`── ${step.name}: ${count.failed === 0 ? 'passed' : 'FAILED'} (${seconds} s)`);
}
rmSync(results, { recursive: true, force: true });

if (failures.length > 0) console.log(`\nFailed: ${failures.join(', ')}`);
console.log(
  `\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`,
);
process.exitCode = total.failed === 0 ? 0 : 1;

/** @returns the exit code; 1 where the command was ended by a signal or could not be started */
function run([command = '', ...parameters]: string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(path.join(project, 'node_modules/.bin', command), parameters, {
      cwd: project,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.on('error', () => {
      resolve(1);
    });
    child.on('exit', (code) => {
      resolve(code ?? 1);
    });
  });
}

function countOf(step: Step, code: number): Count {
  const whole = { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
  if (step.counted === undefined || !existsSync(step.counted)) return whole;
  const report = JSON.parse(readFileSync(step.counted, 'utf8')) as Record<string, number>;
  const passed = report['numPassedTests'] ?? 0;
  const failed = report['numFailedTests'] ?? 0;
  const skipped = (report['numPendingTests'] ?? 0) + (report['numTodoTests'] ?? 0);
  // A file that fails to load fails no test of its own, and an empty run is no success.
  return { passed, failed: failed === 0 && (code !== 0 || passed === 0) ? 1 : failed, skipped };
}
