/** The documents name what is there: files, commands, and each other. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const project = path.resolve(import.meta.dirname, '../..');
const documents = [
  ...readdirSync(project),
  ...readdirSync(path.join(project, 'docs'), { recursive: true, encoding: 'utf8' }).map(
    (name) => `docs/${name}`,
  ),
].filter((name) => name.endsWith('.md'));

/** What git does not keep, and the folder that git keeps for itself. */
const notOurs = new Set([
  '.git',
  ...read('.gitignore')
    .split('\n')
    .filter((line) => line.endsWith('/'))
    .map((line) => line.slice(0, -1)),
]);

const { scripts, version } = JSON.parse(read('package.json')) as {
  scripts: Record<string, string>;
  version: string;
};

function read(name: string): string {
  return readFileSync(path.join(project, name), 'utf8');
}

/** As the forge makes them of headings: lower case, no punctuation, hyphens for spaces. */
function anchors(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

function brokenLinks(name: string): string[] {
  const text = read(name).replace(/```[\s\S]*?```/g, '');
  const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target);
  return links
    .filter((target) => !/^(?:https:|mailto:)/.test(target))
    .filter((target) => {
      const [file = '', anchor] = target.split('#');
      const whole = file === '' ? name : path.join(path.dirname(name), file);
      if (!existsSync(path.join(project, whole))) return true;
      return anchor !== undefined && !anchors(read(whole)).includes(anchor);
    });
}

/** The permissions of a document's table, each with the browser that is asked for it. */
function permissionsIn(name: string): string[] {
  const rows = read(name).matchAll(/^\| `([^`]+)`\s*\| (both|Firefox|Chromium)\s*\|/gm);
  return [...rows].map(([, permission = '', where = '']) => `${permission} in ${where}`).toSorted();
}

/** Whether a path that a document names is there: a file, a folder, or a pattern with one star. */
function isThere(name: string): boolean {
  if (!name.includes('*')) return existsSync(path.join(project, name));
  const folder = path.dirname(name);
  const [before = '', after = ''] = path.basename(name).split('*');
  return (
    existsSync(path.join(project, folder)) &&
    readdirSync(path.join(project, folder)).some((each) => each.startsWith(before) && each.endsWith(after))
  );
}

/** Options of this project's own commands; those of others' programs (Vitest, Stryker) are theirs to know. */
function optionsIn(text: string): { command: string; option: string }[] {
  const uses = text.matchAll(/\bnpm (?:run )?([\w:]+) -- ([^`\n#]*)/g);
  return [...uses]
    .map(([, command = '', rest = '']) => ({ command, rest }))
    .filter(({ command }) => scripts[command]?.startsWith('node scripts/run.mjs') === true)
    .flatMap(({ command, rest }) =>
      [...rest.matchAll(/--([a-z-]+)/g)].map(([, option = '']) => ({ command, option })),
    );
}

/** Whether the sources that read a command's arguments know an option of this name. */
function hasOption(command: string, option: string): boolean {
  const places = ['scripts', 'companion', 'src/inspect', 'tests/bench'].flatMap((folder) =>
    readdirSync(path.join(project, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:ts|mjs)$/.test(name))
      .map((name) => `${folder}/${name}`),
  );
  const own = places.filter((name) => name.includes(command) || name.endsWith('arguments.ts'));
  return own.some((name) => new RegExp(`--${option}\\b|\\b'?${option}'?: \\{`).test(read(name)));
}

describe.each(documents)('%s', (name) => {
  it('links to files and headings that exist', () => {
    expect(brokenLinks(name)).toEqual([]);
  });

  it('names commands that exist', () => {
    const commands = [...read(name).matchAll(/\bnpm run ([\w:]+)/g)].map(([, command = '']) => command);
    expect(commands.filter((command) => scripts[command] === undefined)).toEqual([]);
  });

  it('names options that the commands have', () => {
    expect(optionsIn(read(name)).filter(({ command, option }) => !hasOption(command, option))).toEqual([]);
  });

  it('names files that exist', () => {
    const named = [
      ...read(name).matchAll(
        /`((?:src|extension|companion|tests|scripts|docs|icons|\.github|\.ci)\/[\w./*@-]+)`/g,
      ),
    ].map(([, file = '']) => file);
    // A placeholder in capitals stands for a name that is still to be chosen.
    expect(named.filter((file) => !/YYYY|\*\*/.test(file) && !isThere(file))).toEqual([]);
  });
});

describe('the documents', () => {
  it('are found', () => {
    expect(documents).toEqual(expect.arrayContaining(['README.md', 'SECURITY.md', 'docs/privacy.md']));
  });

  it('name every room of the house', () => {
    const rooms = ['.', 'src', 'extension', 'companion', 'scripts', 'tests'].flatMap((folder) =>
      readdirSync(path.join(project, folder), { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && !notOurs.has(entry.name))
        .map((entry) => path.posix.join(folder, entry.name)),
    );
    expect(rooms.length).toBeGreaterThan(20);
    const architecture = read('docs/architecture.md');
    const unnamed = rooms.filter(
      (room) => !new RegExp(`(?<![\\w-])${path.basename(room).replace('.', '\\.')}/`).test(architecture),
    );
    expect(unnamed).toEqual([]);
  });

  it('explain the same permissions in short and at length', () => {
    expect(permissionsIn('README.md')).toEqual(permissionsIn('docs/permissions.md'));
    expect(permissionsIn('README.md').length).toBeGreaterThan(5);
  });

  it('speak of this version', () => {
    expect(read('CHANGELOG.md')).toContain(`## ${version}`);
    expect(read('docs/privacy.md')).toContain(`release ${version}`);
  });
});
