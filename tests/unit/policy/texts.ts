/** The two editions' original texts, where the reference material is beside the project. */
import { readFileSync } from 'node:fs';
import type { PolicyEdition } from '../../../src/policy/edition.ts';
import { EDITIONS } from '../../../src/policy/editions.ts';
import { reference } from '../letsencrypt/reference.ts';

export interface EditionWithText {
  edition: PolicyEdition;
  /** Markdown without front matter; curly apostrophes made straight. Empty where the text is not there. */
  text: string;
}

/** Every edition; where its text is not there, a line says what is skipped. */
export function editionsWithTexts(purpose: string): EditionWithText[] {
  return EDITIONS.map((edition) => {
    const file = reference(`policy/${edition.id}.md`, purpose);
    if (file === null) return { edition, text: '' };
    const text = readFileSync(file, 'utf8')
      .replace(/^---\n.*?\n---\n/s, '')
      .replaceAll('’', "'");
    return { edition, text };
  });
}

/** The headings of a text, and what stands below each. The part before the first heading has an empty one. */
export function sectionsOf(text: string): Map<string, string> {
  const parts = text.split(/^## (.*)$/m);
  const sections = new Map([['', parts[0] ?? '']]);
  for (let index = 1; index < parts.length; index += 2)
    sections.set(parts[index] ?? '', parts[index + 1] ?? '');
  return sections;
}

/** Hugo's default and GitHub's identifier of a heading. */
export function fragmentOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(/\s/g, '-');
}

/**
 * The sentences of a text, in its order. Headings are left out. A list item and a line of the table of purposes are one
 * block each; a block is cut after a full stop or question mark where a capital letter follows.
 */
export function sentencesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) =>
      line
        .replace(/<br>$/, '')
        .replace(/^[-*] /, '')
        .trim(),
    )
    .filter((line) => line !== '' && !line.startsWith('## '))
    .flatMap((block) => block.split(/(?<=[.?])\s+(?=\p{Lu})/u));
}
