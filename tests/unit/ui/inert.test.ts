import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inert, spelledOut } from '../../../extension/ui/inert.ts';

describe('names written by strangers', () => {
  it('are shown as they are when they are plain', () => {
    expect(inert('www.example.org')).toBe('www.example.org');
    expect(inert('xn--bcher-kva.example')).toBe('xn--bcher-kva.example');
  });

  it.each([
    ['a right-to-left override', 'safe\u202Egro.elpmaxe', 'safe[U+202E]gro.elpmaxe'],
    ['a zero width space', 'exa\u200Bmple', 'exa[U+200B]mple'],
    ['a null', 'example.org\0.evil', 'example.org[U+0000].evil'],
    ['a line break', 'one\ntwo', 'one[U+000A]two'],
    ['a tag character', 'a\u{E0041}b', 'a[U+E0041]b'],
    ['a Hangul filler', 'a\u3164b', 'a[U+3164]b'],
  ])('spell out %s', (_, name, shown) => {
    expect(spelledOut(name)).toBe(shown);
  });

  it('keep their own direction to themselves', () => {
    expect(inert('שלום')).toBe('\u2068שלום\u2069');
  });

  it('are cut when they are very long, between whole characters', () => {
    expect(inert('a'.repeat(500), 10)).toBe(`${'a'.repeat(9)}…`);
    expect(inert('😀'.repeat(30), 3)).toBe('\u2068😀😀…\u2069');
  });

  it('do not pile marks over their neighbours', () => {
    expect(spelledOut(`a${'\u0301'.repeat(50)}b`)).toBe('a\u0301\u0301b');
  });

  it('never hold an invisible character, whatever they are made of', () => {
    assert(
      property(string({ unit: 'binary', maxLength: 200 }), (name) => {
        expect(spelledOut(name)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
        expect(Array.from(inert(name)).length).toBeLessThanOrEqual(82);
      }),
    );
  });
});
