/**
 * `npm run package [FOLDER]`: both extensions' packages, the source archive, a bill of materials and the checksums of
 * all, in `packages/` or the folder named. The same source gives the same bytes, whenever and wherever it is built.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { archive, type Files } from './package/archive.ts';
import { billOfMaterials } from './package/bill-of-materials.ts';
import { filesIn, sourceOf, unpack } from './package/source.ts';

const project = path.resolve(import.meta.dirname, '..');
const folder = path.resolve(process.argv[2] ?? path.join(project, 'packages'));
/** Within the project, so that the packages in `node_modules` are found from it. */
const workshop = path.join(project, '.cache', 'package');

const source = sourceOf(project);
if (source.uncommitted.length > 0) {
  console.error(`Not in the packages, as not committed: ${source.uncommitted.length} changed or new files.`);
}
// What is built is what the source archive holds, so that whoever builds from the archive gets the same.
unpack(source.files, path.join(workshop, 'source'));

const own = json(source.files, 'package.json') as { name: string; version: string; license: string };
const named = (ending: string) => `${own.name}-${own.version}-${ending}`;
const made: [name: string, content: Uint8Array][] = [
  [named('chrome.zip'), archive(built('chrome'))],
  [named('firefox.zip'), archive(built('firefox'))],
  [named('source.zip'), archive(source.files)],
  [named('sbom.cdx.json'), lines(billOfMaterials(json(source.files, 'package-lock.json'), own))],
];
rmSync(workshop, { recursive: true, force: true });

const sums = made.map(
  ([name, content]) => `${createHash('sha256').update(content).digest('hex')}  ${name}\n`,
);
mkdirSync(folder, { recursive: true });
// What another version left would stand beside sums that do not name it. The folder may hold other things.
for (const name of readdirSync(folder).filter((each) => each.startsWith(`${own.name}-`))) {
  rmSync(path.join(folder, name));
}
for (const [name, content] of made) writeFileSync(path.join(folder, name), content);
writeFileSync(path.join(folder, 'SHA256SUMS'), sums.join(''));

console.log(`From ${source.commit === null ? 'an unpacked source archive' : `commit ${source.commit}`}:`);
for (const [name, content] of made) console.log(`${String(content.length).padStart(9)} bytes  ${name}`);
console.log(sums.join('').trimEnd());

function built(target: 'chrome' | 'firefox'): Files {
  const result = path.join(workshop, target);
  // Nothing of the surroundings enters a package.
  const { EXTRA_AUTHORITIES: _, PSEUDO_LOCALE: __, AS_ON_ANDROID: ___, ...surroundings } = process.env;
  const { status } = spawnSync(
    path.join(project, 'node_modules/.bin/vite'),
    ['build', '--mode', target, '--logLevel', 'warn'],
    {
      cwd: path.join(workshop, 'source'),
      env: { ...surroundings, NODE_ENV: 'production', OUT_DIR: result, STORE: '1' },
      stdio: ['ignore', 2, 2],
    },
  );
  if (status !== 0) throw new Error(`The build for ${target} failed.`);
  return filesIn(result);
}

function json(files: Files, name: string): unknown {
  return JSON.parse(Buffer.from(files.get(name) ?? []).toString('utf8'));
}

function lines(value: unknown): Uint8Array {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
}
