/** The rooms of docs/architecture.md: who may import whom. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const project = path.resolve(import.meta.dirname, '../..');

interface Import {
  from: string;
  to: string;
}

/** Every import of the program's own files and of packages, with paths from the project's folder. */
function importsBelow(folder: string): Import[] {
  return readdirSync(path.join(project, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .flatMap((name) => {
      const from = path.posix.join(folder, name.split(path.sep).join('/'));
      const text = readFileSync(path.join(project, from), 'utf8');
      const found = text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/g);
      return [...found].map((match) => {
        const target = match[1] ?? '';
        return {
          from,
          to: target.startsWith('.') ? path.posix.join(path.posix.dirname(from), target) : target,
        };
      });
    });
}

function breaches(folder: string, forbidden: (target: string) => boolean): string[] {
  return importsBelow(folder)
    .filter(({ to }) => forbidden(to))
    .map(({ from, to }) => `${from} imports ${to}`);
}

const PACKAGES_OF_SRC = ['@peculiar/asn1-schema', '@peculiar/asn1-x509', 'valibot'];

describe('the rooms', () => {
  it('finds imports at all', () => {
    expect(importsBelow('src').length).toBeGreaterThan(20);
    expect(importsBelow('extension').some(({ to }) => to.startsWith('src/'))).toBe(true);
  });

  it('keeps src pure: no extension, no browser, no Node, no package but the named ones', () => {
    expect(breaches('src', (to) => !to.startsWith('src/') && !PACKAGES_OF_SRC.includes(to))).toEqual([]);
  });

  it('keeps src off clocks, randomness, the network and the DOM', () => {
    const forbidden =
      /\b(?:Date\.now|new Date\(\)|Math\.random|fetch\(|document\.|window\.|browser\.(?:action|i18n|permissions|runtime|storage|tabs|webRequest)|chrome\.|localStorage|console\.)/;
    const found = readdirSync(path.join(project, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .flatMap((name) =>
        readFileSync(path.join(project, 'src', name), 'utf8')
          .split('\n')
          .filter((line) => !/^\s*(?:\*|\/\/|\/\*)/.test(line) && forbidden.test(line))
          .map((line) => `src/${name}: ${line.trim()}`),
      );
    expect(found).toEqual([]);
  });

  it('lets the background import no page', () => {
    expect(
      breaches('extension/background', (to) => /^extension\/(?:popup|options|welcome)\//.test(to)),
    ).toEqual([]);
  });

  it('lets pages reach the background only through messages', () => {
    for (const room of ['popup', 'options', 'ui', 'platform']) {
      expect(breaches(`extension/${room}`, (to) => to.startsWith('extension/background/'))).toEqual([]);
    }
  });

  it('lets one page import nothing of another', () => {
    expect(breaches('extension/popup', (to) => to.startsWith('extension/options/'))).toEqual([]);
    expect(breaches('extension/options', (to) => to.startsWith('extension/popup/'))).toEqual([]);
    expect(breaches('extension/ui', (to) => /^extension\/(?:popup|options)\//.test(to))).toEqual([]);
  });

  it('opens one door to the WebExtension API', () => {
    const users = importsBelow('extension').filter(({ to }) => to === 'webextension-polyfill');
    // Types of it may be named anywhere; the object itself comes from platform/browser.ts.
    const importers = users.filter(({ from }) => {
      const text = readFileSync(path.join(project, from), 'utf8');
      return !/import type [^;]+ from 'webextension-polyfill'/.test(text);
    });
    expect(importers.map(({ from }) => from)).toEqual(['extension/platform/browser.ts']);
  });

  it('imports nothing from outside the project', () => {
    expect(breaches('src', (to) => to.startsWith('..'))).toEqual([]);
    expect(breaches('extension', (to) => to.startsWith('..'))).toEqual([]);
  });
});
