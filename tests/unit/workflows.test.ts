/** The workflows of the forge: what they may do, and that the commands in them exist here. */
import { accessSync, constants, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const project = path.resolve(import.meta.dirname, '../..');
const folder = path.join(project, '.github/workflows');
const { scripts } = JSON.parse(readFileSync(path.join(project, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};

interface Step {
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
}
interface Workflow {
  permissions: Record<string, string>;
  jobs: Record<
    string,
    { needs?: string; permissions?: Record<string, string>; 'timeout-minutes'?: number; steps: Step[] }
  >;
}

const files = readdirSync(folder);

function workflow(file: string): {
  text: string;
  jobs: [string, Workflow['jobs'][string]][];
  parsed: Workflow;
} {
  const text = readFileSync(path.join(folder, file), 'utf8');
  // `uniqueKeys` is on by default: a key that stands twice is an error.
  const parsed = parse(text, { strict: true }) as Workflow;
  return { text, parsed, jobs: Object.entries(parsed.jobs) };
}

function runs(file: string): string[] {
  return workflow(file).jobs.flatMap(([, { steps }]) => steps.flatMap(({ run }) => run ?? []));
}

it('there are two: one for every change, one for a release', () => {
  expect(files.toSorted()).toEqual(['ci.yml', 'release.yml']);
});

describe.each(files)('%s', (file) => {
  it('takes the actions of others by commit, and says which version that is', () => {
    const uses = [...workflow(file).text.matchAll(/uses: (\S+)(.*)/g)];
    expect(uses.length).toBeGreaterThan(1);
    for (const [, action, comment] of uses) {
      expect(action).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/);
      expect(comment).toMatch(/^ # v\d+\.\d+\.\d+$/);
    }
  });

  it('says it where an image is taken by tag', () => {
    const { text } = workflow(file);
    for (const [, before = ''] of text.matchAll(/((?:^.*\n){2})\s*container: \S+:\S+$/gm)) {
      expect(before).toMatch(/#.*by tag/i);
    }
  });

  it('starts with no rights, and gives each job those that it needs, and an end', () => {
    const { parsed, jobs } = workflow(file);
    expect(parsed.permissions).toEqual({});
    const contents = jobs.map(([name, { permissions }]) => [name, permissions?.['contents']]);
    expect(Object.fromEntries(contents)).toEqual(
      file === 'release.yml' ? { check: 'read', release: 'write' } : { check: 'read' },
    );
    const endless = jobs.filter(([, job]) => !((job['timeout-minutes'] ?? Infinity) <= 60));
    expect(endless).toEqual([]);
  });

  it('leaves no credentials in a clone that a check works in', () => {
    const clones = workflow(file).jobs.flatMap(([, { steps }]) =>
      steps.filter(({ uses }) => uses?.startsWith('actions/checkout@')),
    );
    for (const clone of clones) expect(clone.with).toMatchObject({ 'persist-credentials': false });
  });

  it('runs commands that exist', () => {
    const named = runs(file).flatMap((run) =>
      [...run.matchAll(/\bnpm run ([\w:]+)/g)].map(([, name = '']) => name),
    );
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
    const programs = runs(file).filter((run) => run.startsWith('.'));
    expect(programs).toContain('.ci/run');
    for (const program of programs) accessSync(path.join(project, program), constants.X_OK);
  });

  it('puts nothing that a stranger writes into a command', () => {
    // https://docs.github.com/en/actions/reference/security/secure-use, "Good practices for mitigating script injection".
    for (const run of runs(file)) expect(run).not.toContain('${{');
  });
});

describe('a release', () => {
  it('is made only after every check', () => {
    expect(workflow('release.yml').parsed.jobs['release']?.needs).toBe('check');
  });
});
