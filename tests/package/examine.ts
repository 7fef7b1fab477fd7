/** What a reviewer of a store looks for in a package. Each examination returns its findings; none: nothing is wrong. */
import type { Files } from '../../scripts/package/archive.ts';

/** Ways to load or run code that is not in the package, and ways to send. The extension uses none of them. */
const FORBIDDEN: Record<string, RegExp> = {
  'runs a text as code':
    /\beval\s*\(|\bnew Function\b|\bFunction\s*\(\s*["'`]|\bset(?:Timeout|Interval)\(\s*["'`]/,
  'loads code from elsewhere': /(?:\bimport\s*\(|\bfrom|\bimport)\s*["'`](?:https?:)?\/\//,
  'loads scripts by name': /\bimportScripts\b|\.createElement\(\s*["'`]script["'`]/,
  'starts a worker': /\bnew (?:Shared)?Worker\b/,
  'makes requests':
    /\bfetch\s*\(|\bXMLHttpRequest\b|\bsendBeacon\b|\bnew (?:WebSocket|EventSource|WebTransport)\b/,
  'makes markup of a text': /\.(?:inner|outer)HTML\s*=[^=]|\binsertAdjacentHTML\b|\bdocument\.write\b/,
  'points to a source map': /[#@]\s*source(?:Mapping)?URL=/,
};

/** Kinds of files that a package may hold. */
const KINDS = /\.(?:js|css|html|json|png|svg)$|^licences\.txt$/;

export function forbiddenCode(files: Files): string[] {
  return texts(files, /\.(?:js|html)$/).flatMap(([name, code]) =>
    Object.entries(FORBIDDEN)
      .filter(([, pattern]) => pattern.test(code))
      .map(([what]) => `${name} ${what}`),
  );
}

export function strangeFiles(files: Files): string[] {
  return [...files.keys()].filter((name) => !KINDS.test(name));
}

/** Scripts, styles and pictures that pages name: each has to lie in the package. */
export function foreignReferences(files: Files): string[] {
  const inPages = texts(files, /\.html$/).flatMap(([page, html]) =>
    [...html.matchAll(/<(?:script|link|img|iframe)\b[^>]*\b(?:src|href)="([^"]*)"/g)].map(
      ([, address = '']) => [page, address] as const,
    ),
  );
  const inStyles = texts(files, /\.css$/).flatMap(([style, css]) =>
    [...css.matchAll(/(?:url\(|@import\s+)["']?([^"')\s;]+)/g)].map(
      ([, address = '']) => [style, address] as const,
    ),
  );
  return [...inPages, ...inStyles]
    .filter(([from, address]) => !files.has(resolved(from, address)))
    .map(([from, address]) => `${from} names ${address}`);
}

/** Files that the manifest names. */
export function missingFiles(files: Files): string[] {
  const named = JSON.stringify(manifestOf(files)).match(/"[\w./-]+\.(?:js|html|png|json)"/g) ?? [];
  return named.map((name) => name.slice(1, -1)).filter((name) => !files.has(name));
}

/** Texts that one language has and another has not. */
export function unevenTexts(files: Files): string[] {
  const languages = texts(files, /^_locales\/\w+\/messages\.json$/).map(
    ([name, json]) => [name, new Set(Object.keys(JSON.parse(json) as object))] as const,
  );
  const all = new Set(languages.flatMap(([, keys]) => [...keys].filter((key) => !isPluralForm(key))));
  return languages.flatMap(([name, keys]) =>
    [...all].filter((key) => !keys.has(key)).map((key) => `${name} lacks ${key}`),
  );
}

/** The public keys of the table of CAs that the program knows, as they stand in its code. */
export function publicKeys(files: Files): Set<string> {
  const code = texts(files, /\.js$/).map(([, text]) => text);
  return new Set(
    code.flatMap((text) =>
      [...text.matchAll(/\bspki"?:\s*["'`]([A-Za-z0-9+/=]{40,})["'`]/g)].map(([, key = '']) => key),
    ),
  );
}

export function manifestOf(files: Files): Record<string, unknown> {
  return JSON.parse(Buffer.from(files.get('manifest.json') ?? []).toString()) as Record<string, unknown>;
}

export function texts(files: Files, kind: RegExp): [name: string, text: string][] {
  return [...files]
    .filter(([name]) => kind.test(name))
    .map(([name, content]) => [name, Buffer.from(content).toString()]);
}

/** Languages differ in their plural forms (CLDR); `other` exists in each. */
function isPluralForm(key: string): boolean {
  return /_(?:zero|one|two|few|many)$/.test(key);
}

/** An address in a file as a path in the package; one that leads elsewhere stays as it is and is found nowhere. */
function resolved(from: string, address: string): string {
  const base = 'package://here/';
  const url = new URL(address, new URL(from, base));
  return url.href.startsWith(base) ? decodeURIComponent(url.pathname.slice(1)) : address;
}
