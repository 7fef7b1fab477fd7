/** The project states the policy's facts in its own words: no run of the policy's sentences may appear in it. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { editionsWithTexts } from './texts.ts';

const RUN = 8;
const project = fileURLToPath(new URL('../../../', import.meta.url));

/** Words in lower case; a hyphenated code or fragment is one word. Addresses and the operator's name are left out. */
function words(text: string): string[] {
  const prose = text
    .replaceAll('’', "'")
    .replaceAll(/https?:\S+|\S+@\S+/g, ' ')
    .replaceAll('Internet Security Research Group', ' ');
  return prose.toLowerCase().match(/[\p{L}\p{N}]+(?:[-'][\p{L}\p{N}]+)*/gu) ?? [];
}

function runs(list: string[]): string[] {
  return list
    .slice(0, Math.max(0, list.length - RUN + 1))
    .map((_, index) => list.slice(index, index + RUN).join(' '));
}

/** Every run of the text's words that is also one of the policy's. */
function borrowed(text: string, policy: Set<string>): string[] {
  return runs(words(text)).filter((run) => policy.has(run));
}

/** Only prose: headings are titles, which a link may carry. */
function sentences(text: string): string {
  return text.replaceAll(/^## .*$/gm, '');
}

function filesOf(folders: string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(`${project}${folder}`, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(tsx?|json|html|md)$/.test(entry.name))
      .map((entry) => `${entry.parentPath}/${entry.name}`),
  );
}

const known = editionsWithTexts('search for the policy’s sentences in the project');
const policy = new Set(known.flatMap(({ text }) => runs(words(sentences(text)))));

describe.skipIf(known.some(({ text }) => text === ''))('the project’s texts', () => {
  it('hold no sentence of the policy', () => {
    const files = filesOf(['src', 'extension', 'docs']);
    expect(files.length).toBeGreaterThan(10);
    const copies = files.flatMap((file) =>
      borrowed(readFileSync(file, 'utf8'), policy).map((run) => [file, run]),
    );
    expect(copies).toEqual([]);
  });

  it('would be caught with one, also in a comment over several lines', () => {
    for (const { text } of known) {
      const sentence =
        sentences(text)
          .split('. ')
          .find((candidate) => words(candidate).length > 2 * RUN) ?? '';
      expect(borrowed(`const label = "${sentence}";`, policy)).not.toEqual([]);
      expect(borrowed(sentence.replaceAll(' ', '\n * '), policy)).not.toEqual([]);
    }
  });
});
