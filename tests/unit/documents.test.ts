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

describe.each(documents)('%s', (name) => {
  it('links to files and headings that exist', () => {
    expect(brokenLinks(name)).toEqual([]);
  });

  it('names commands that exist', () => {
    const commands = [...read(name).matchAll(/\bnpm run ([\w:]+)/g)].map(([, command = '']) => command);
    expect(commands.filter((command) => scripts[command] === undefined)).toEqual([]);
  });

  it('names files that exist', () => {
    const named = [
      ...read(name).matchAll(/`((?:src|extension|tests|scripts|docs|icons|\.github)\/[\w./*@-]+)`/g),
    ].map(([, file = '']) => file);
    // A placeholder in capitals stands for a name that is still to be chosen.
    expect(named.filter((file) => !/YYYY/.test(file) && !isThere(file))).toEqual([]);
  });
});

describe('the documents', () => {
  it('are found', () => {
    expect(documents).toEqual(expect.arrayContaining(['README.md', 'SECURITY.md', 'docs/privacy.md']));
  });

  it('speak of this version', () => {
    expect(read('CHANGELOG.md')).toContain(`## ${version}`);
    expect(read('docs/privacy.md')).toContain(`release ${version}`);
  });
});
