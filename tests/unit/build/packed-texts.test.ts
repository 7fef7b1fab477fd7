import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { languages, packed, textsOf } from '../../../scripts/build/locales.ts';

const folder = path.resolve(import.meta.dirname, '../../../extension/_locales');

describe('the texts in a package', () => {
  it('say what the sources say, with the number of each part where its name stood', () => {
    const placeholders = {
      host: { content: '$1', example: 'example.org' },
      date: { content: '$2', example: '29 Nov 2026' },
    };
    const texts = { seen: { message: '$DATE$: $host$, again $HOST$', placeholders, description: 'A line.' } };
    expect(packed(texts)).toEqual({ seen: { message: '$2: $1, again $1' } });
  });

  it('name nothing that is not declared', () => {
    expect(() => packed({ seen: { message: 'At $TIME$' } })).toThrow('seen names $TIME$');
  });

  it.each(languages(folder))('fill every part in %s', (language) => {
    const left = Object.values(packed(textsOf(folder, language))).filter(({ message }) =>
      /\$(?![1-9])/.test(message),
    );
    expect(left).toEqual([]);
  });
});
