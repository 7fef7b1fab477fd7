/** `npm run coverage`: the unit tests, and how much of each room of `src/` and of the background they run. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

interface Counted {
  total: number;
  covered: number;
}
/** One file's figures as istanbul's `json-summary` writes them. */
type Summary = Record<string, { lines: Counted; branches: Counted }>;

const project = path.resolve(import.meta.dirname, '..');
const folder = path.join(project, 'coverage');

const { status } = spawnSync(
  path.join(project, 'node_modules/.bin/vitest'),
  [
    'run',
    '--coverage.enabled',
    '--coverage.include=src/**',
    '--coverage.include=extension/background/**',
    '--coverage.reporter=json-summary',
    `--coverage.reportsDirectory=${folder}`,
    '--coverage.reportOnFailure',
    ...process.argv.slice(2),
  ],
  { cwd: project, stdio: 'inherit' },
);

const summary = JSON.parse(readFileSync(path.join(folder, 'coverage-summary.json'), 'utf8')) as Summary;
const rooms = new Map<string, { lines: Counted; branches: Counted }>();
for (const [file, { lines, branches }] of Object.entries(summary)) {
  if (file === 'total') continue;
  const [house = '', room = ''] = path.relative(project, file).split(path.sep);
  const name = `${house}/${room}`;
  const known = rooms.get(name) ?? { lines: { total: 0, covered: 0 }, branches: { total: 0, covered: 0 } };
  rooms.set(name, { lines: sum(known.lines, lines), branches: sum(known.branches, branches) });
}

console.log('\n| Room | Lines | Branches |\n| --- | --- | --- |');
for (const [name, { lines, branches }] of [...rooms].toSorted(([a], [b]) => a.localeCompare(b)))
  console.log(`| \`${name}\` | ${percent(lines)} | ${percent(branches)} |`);
process.exitCode = status ?? 1;

function sum(a: Counted, b: Counted): Counted {
  return { total: a.total + b.total, covered: a.covered + b.covered };
}

function percent({ total, covered }: Counted): string {
  return total === 0 ? '–' : `${((100 * covered) / total).toFixed(1)} %`;
}
