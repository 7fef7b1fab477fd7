import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { textsOf } from '../../../scripts/build/locales.ts';

const project = path.resolve(import.meta.dirname, '../../..');
const messages = textsOf(path.join(project, 'extension/_locales'), 'en');
const all = Object.entries(messages);

function sources(): string {
  const files = readdirSync(path.join(project, 'extension'), { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => readFileSync(path.join(project, 'extension', file), 'utf8'))
    .join('\n');
}

describe('the texts', () => {
  it.each([
    ['claims that cannot be known', /\breceived\b|nothing was sent|\bin?secure\b|\bsafe(?:ly|ty)?\b/i],
    ['words that alarm', /\bleak|\bspied\b|\bspy|(?<!\bDo Not )\btrack/i],
    ['the name without its apostrophe, or with another one', /\bLets Encrypt|Let’s Encrypt/],
    ['a limit as if it were a promise', /(?<!less than |under )\$DAYS\$/],
  ])('hold no %s', (_, forbidden) => {
    expect(all.filter(([, { message }]) => forbidden.test(message))).toEqual([]);
  });

  it('are all used', () => {
    const text = sources();
    const manifest = readFileSync(path.join(project, 'manifest.json'), 'utf8');
    const unused = all
      .map(([key]) => key)
      .filter((key) => {
        const base = key.replace(/_(?:one|other)$/, '');
        return (
          !text.includes(`'${key}'`) && !text.includes(`'${base}'`) && !manifest.includes(`__MSG_${key}__`)
        );
      });
    expect(unused).toEqual([]);
  });

  it('exist wherever one is asked for', () => {
    const manifest = readFileSync(path.join(project, 'manifest.json'), 'utf8');
    const named = [
      ...[...sources().matchAll(/\btext\(\s*'(\w+)'/g)].map((match) => match[1] ?? ''),
      ...[...sources().matchAll(/\bcounted\(\s*'(\w+)'/g)].map((match) => `${match[1] ?? ''}_other`),
      ...[...manifest.matchAll(/__MSG_(\w+)__/g)].map((match) => match[1] ?? ''),
    ];
    expect(named.length).toBeGreaterThan(100);
    expect(named.filter((key) => !Object.hasOwn(messages, key))).toEqual([]);
  });

  it('have exactly the placeholders that they declare, numbered in order, each with an example', () => {
    const wrong = all.filter(([, { message, placeholders = {} }]) => {
      const used = [...message.matchAll(/\$(\w+)\$/g)].map((match) => match[1]?.toLowerCase());
      const declared = Object.entries(placeholders);
      return (
        used.length !== declared.length ||
        declared.some(
          ([name, { content, example }], position) =>
            name !== used[position] || content !== `$${position + 1}` || example === '',
        )
      );
    });
    expect(wrong).toEqual([]);
  });

  it('say each count in every plural form of English', () => {
    const counted = all.map(([key]) => key).filter((key) => key.endsWith('_other'));
    expect(counted.length).toBeGreaterThan(3);
    for (const key of counted) expect(messages).toHaveProperty(key.replace(/_other$/, '_one'));
  });
});
