/** The licences of what the package holds: this project's own, and those of the packages whose code is built into it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import type { Plugin } from 'vite';

/** In the package; linked from the options page. */
const FILE = 'licences.txt';

const LICENCE_FILE = /^(?:licen[cs]e|copying)(?:\.(?:md|txt))?$/i;
const RULE = '─'.repeat(80);

const Description = v.object({
  name: v.string(),
  version: v.string(),
  license: v.string(),
  repository: v.union([v.string(), v.object({ url: v.string() })]),
});

/**
 * Puts one text file into the package. Nearly every licence asks that its text goes with the code, and the Mozilla
 * Public License 2.0 (3.2) that recipients are told where the source is.
 *
 * @param ownLicence the path of this project's licence
 */
export function licences(ownLicence: string): Plugin {
  return {
    name: 'licences',
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
      const folders = new Set(modules.flatMap((module) => packageFolder(module) ?? []));
      const parts = [...folders].map(licenceOf).toSorted();
      const source = `Relying Party\n\n${text(ownLicence)}${[...new Set(parts)].join('')}`;
      this.emitFile({ type: 'asset', fileName: FILE, source });
    },
  };
}

/** The folder of the npm package that a module is from; null: the module is the project's own. */
export function packageFolder(module: string): string | null {
  return /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(module)?.[1] ?? null;
}

/** Name, version, place of the source and licence of a package. @throws when it lacks one of them */
export function licenceOf(folder: string): string {
  const { name, version, license, repository } = v.parse(
    Description,
    JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')),
  );
  const file = readdirSync(folder).find(
    (each) => LICENCE_FILE.test(each) && existsSync(path.join(folder, each)),
  );
  if (file === undefined) throw new Error(`The package ${name} has no licence file.`);
  const source = webAddress(typeof repository === 'string' ? repository : repository.url);
  return `\n${RULE}\n${name} ${version}, ${license}\nSource: ${source}\n\n${text(path.join(folder, file))}`;
}

/** The address of a repository, as `package.json` files give it, as one of the web. */
function webAddress(repository: string): string {
  return repository
    .replace(/^(?:git\+)?(?:https|git|ssh):\/\/(?:git@)?/, 'https://')
    .replace(/^github:/, 'https://github.com/')
    .replace(/\.git$/, '');
}

function text(file: string): string {
  return `${readFileSync(file, 'utf8').replaceAll('\r\n', '\n').trim()}\n`;
}
