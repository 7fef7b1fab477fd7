import { describe, expect, it } from 'vitest';
import { inert, inertJson } from '../../../src/inspect/inert.ts';

const HOSTILE = 'a\u001b[2Jb\u009b31m\r\n\u202Egnp.exe\u2066\u200B\uFEFF\u2028\u{E0041}\uD800\u0000z';
const ACTIVE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

describe('inert', () => {
  it('leaves ordinary text of any script alone', () => {
    expect(inert("Let's Encrypt — Bücher 書 🔒")).toBe("Let's Encrypt — Bücher 書 🔒");
  });

  it('writes out what a terminal obeys, and what reorders or hides text', () => {
    const shown = inert(HOSTILE);
    expect(shown).not.toMatch(ACTIVE);
    expect(shown).toContain('a\\u{1b}[2Jb\\u{9b}31m\\u{d}\\u{a}\\u{202e}gnp.exe');
    expect(shown).toMatch(/\\u\{d800\}\\u\{0\}z$/);
  });

  it('cannot be imitated: a backslash is written twice', () => {
    expect(inert('\\u{202e}')).toBe('\\\\u{202e}');
  });

  it('cuts what is longer than 200 characters', () => {
    expect(inert('🔒'.repeat(201))).toBe(`${'🔒'.repeat(200)}…`);
    expect(inert('🔒'.repeat(200))).toBe('🔒'.repeat(200));
  });
});

describe('inertJson', () => {
  it('is one line without active characters, and parses to the same value', () => {
    const value = { file: HOSTILE, list: [HOSTILE, '\u007f', 1, null] };
    const json = inertJson(value);
    expect(json).not.toMatch(ACTIVE);
    expect(JSON.parse(json)).toEqual(value);
  });
});
