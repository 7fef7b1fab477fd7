/** The examinations of a package find what they look for: each is shown a package with that one fault. */
import { describe, expect, it } from 'vitest';
import { forbiddenCode, foreignReferences, missingFiles, strangeFiles, unevenTexts } from './examine.ts';

function holding(name: string, content: string): ReadonlyMap<string, Uint8Array> {
  return new Map([
    [name, Buffer.from(content)],
    ['assets/here.js', Buffer.from('')],
  ]);
}

describe('forbidden code', () => {
  it.each([
    'eval(x)',
    'new Function("return this")()',
    'Function("return this")()',
    'setTimeout("run()", 1)',
    'import("https://elsewhere.example/x.js")',
    'import a from"//elsewhere.example/x.js"',
    'import "http://elsewhere.example/x.js"',
    'importScripts(x)',
    'document.createElement("script")',
    'new Worker(x)',
    'fetch(x)',
    'new XMLHttpRequest',
    'navigator.sendBeacon(x)',
    'new WebSocket(x)',
    'a.innerHTML=b',
    'a.outerHTML = b',
    '//# sourceMappingURL=x.js.map',
  ])('is found: %s', (code) => {
    expect(forbiddenCode(holding('a.js', code))).toHaveLength(1);
  });

  it.each([
    'a.innerHTML==b',
    'prefetch(x)',
    'const url="https://letsencrypt.org"',
    'import"./b.js"',
    'evaluate(x)',
  ])('is not found in harmless code: %s', (code) => {
    expect(forbiddenCode(holding('a.js', code))).toEqual([]);
  });
});

describe('the other examinations', () => {
  it('find files of a strange kind', () => {
    expect(strangeFiles(holding('assets/a.js.map', '{}'))).toEqual(['assets/a.js.map']);
  });

  it.each([
    ['p/index.html', '<script type="module" src="https://elsewhere.example/a.js"></script>'],
    ['p/index.html', '<link rel="stylesheet" href="//elsewhere.example/a.css">'],
    ['p/index.html', '<img src="/assets/gone.svg">'],
    ['a.css', 'a { background: url("https://elsewhere.example/a.png") }'],
    ['a.css', '@import "https://elsewhere.example/a.css";'],
  ])('find what %s names elsewhere: %s', (name, content) => {
    expect(foreignReferences(holding(name, content))).toHaveLength(1);
  });

  it('accept what is there', () => {
    expect(foreignReferences(holding('p/index.html', '<script src="/assets/here.js"></script>'))).toEqual([]);
    expect(foreignReferences(holding('p/index.html', '<script src="../assets/here.js"></script>'))).toEqual(
      [],
    );
  });

  it('find files that the manifest names and nobody put there', () => {
    const files = holding('manifest.json', '{"icons":{"16":"icons/gone.png"},"a":["assets/here.js"]}');
    expect(missingFiles(files)).toEqual(['icons/gone.png']);
  });

  it('find texts that a language lacks, except plural forms that it may not have', () => {
    const files = new Map([
      ['_locales/en/messages.json', Buffer.from('{"a":{},"b_one":{},"b_other":{}}')],
      ['_locales/ja/messages.json', Buffer.from('{"b_other":{}}')],
    ]);
    expect(unevenTexts(files)).toEqual(['_locales/ja/messages.json lacks a']);
  });
});
