/** `npm run bench` works: one load of the smallest page. How long anything takes is no matter here. */
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const project = path.resolve(import.meta.dirname, '../..');

it('measures a page load beside its comparisons and writes of it', { timeout: 180_000 }, async () => {
  const only = ['--quick', '--only', 'page-load', '--browser', 'chromium'];
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', path.join(project, 'scripts/bench.ts'), ...only],
    { cwd: project },
  );
  expect(stdout).toContain('# Performance');
  const [head, , row] = stdout.split('\n').filter((line) => line.startsWith('|'));
  expect(cells(head)).toEqual([
    'subresources from hosts',
    'none',
    'none again',
    'do-nothing',
    'this',
    'do-nothing, page only',
    'this, page only',
    'to do-nothing',
  ]);
  expect(cells(row)).toEqual([
    '1 from 1, HTTP/2',
    expect.stringMatching(/^\d+ ms$/),
    ...Array.from({ length: 5 }, (): unknown => expect.stringMatching(/^\d+\.\d\d \(\d+\.\d\d–\d+\.\d\d\)$/)),
    expect.stringMatching(/^\d+\.\d\d$/),
  ]);
});

function cells(line = ''): string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}
