/**
 * The packages as the stores get them: opened and looked through, and built again elsewhere. In a clone they are made
 * from the last commit, so these tests judge a change once it is committed.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Files } from '../../scripts/package/archive.ts';
import { unpack } from '../../scripts/package/source.ts';
import { TROUBLE } from '../../scripts/build/as-on-android.ts';
import { MARKS } from '../../scripts/build/pseudo-locale.ts';
import {
  forbiddenCode,
  foreignReferences,
  manifestOf,
  missingFiles,
  publicKeys,
  strangeFiles,
  texts,
  unevenTexts,
} from './examine.ts';

const project = path.resolve(import.meta.dirname, '../..');
const directory = mkdtempSync(path.join(tmpdir(), 'relying-party-package-'));
const first = path.join(directory, 'first');
let version = '';

beforeAll(() => {
  makePackages(project, first);
  version = /relying-party-(.*)-chrome\.zip/.exec(readdirSync(first).join('\n'))?.[1] ?? '';
});
afterAll(() => {
  rmSync(directory, { recursive: true, force: true });
});

function makePackages(folder: string, into: string, environment: NodeJS.ProcessEnv = {}): void {
  execFileSync(process.execPath, ['--import', 'tsx', path.join(folder, 'scripts/package.ts'), into], {
    cwd: folder,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}

function opened(name: string, from = first): Files {
  return new Map(Object.entries(unzipSync(readFileSync(path.join(from, name)))));
}

function sums(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder).map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(path.join(folder, name)))
        .digest('hex'),
    ]),
  );
}

describe.each(['chrome', 'firefox'] as const)('the package for %s', (browser) => {
  const files = () => opened(`relying-party-${version}-${browser}.zip`);

  it('holds nothing that runs, loads or sends what a reviewer cannot see', () => {
    expect(texts(files(), /\.js$/).length).toBeGreaterThan(3);
    expect(forbiddenCode(files())).toEqual([]);
    expect(strangeFiles(files())).toEqual([]);
    expect(foreignReferences(files())).toEqual([]);
    expect(missingFiles(files())).toEqual([]);
  });

  it('names no folder of the machine that built it', () => {
    const everything = texts(files(), /\.(?:js|css|html|json|svg)$/);
    const folders = [project, directory, tmpdir(), 'node_modules'];
    const naming = everything.filter(([, text]) => folders.some((folder) => text.includes(folder)));
    expect(naming.map(([name]) => name)).toEqual([]);
  });

  it('knows exactly the CAs of the table, and so none of a test', () => {
    const table = JSON.parse(
      readFileSync(path.join(project, 'src/letsencrypt/authorities.json'), 'utf8'),
    ) as {
      authorities: { spki: string }[];
    };
    expect([...publicKeys(files())].toSorted()).toEqual(
      [...new Set(table.authorities.map(({ spki }) => spki))].toSorted(),
    );
  });

  it('has every text in every language', () => {
    expect(files().has('_locales/en/messages.json')).toBe(true);
    expect(unevenTexts(files())).toEqual([]);
  });

  it('has no text of an invented language, and follows the direction of the browser', () => {
    const invented = texts(files(), /\.(?:json|js)$/).filter(([, text]) => text.includes(MARKS.begin));
    expect(invented.map(([name]) => name)).toEqual([]);
    expect(texts(files(), /\.js$/).some(([, code]) => code.includes('@@bidi_dir'))).toBe(true);
  });

  it('pretends to be no other browser', () => {
    const pretending = texts(files(), /\.js$/).filter(([, code]) => code.includes(TROUBLE));
    expect(pretending.map(([name]) => name)).toEqual([]);
  });

  it('holds the licence of each package that is built into it, and its own', () => {
    const licences = texts(files(), /^licences\.txt$/)[0]?.[1] ?? '';
    expect(licences).toContain(readFileSync(path.join(project, 'LICENSE'), 'utf8').trim());
    const named = [...licences.matchAll(/^─+\n(\S+) (\S+), \S+$/gm)].map(([, name, of]) => `${name} ${of}`);
    const bill = JSON.parse(
      readFileSync(path.join(first, `relying-party-${version}-sbom.cdx.json`), 'utf8'),
    ) as { components: { name: string; version: string }[] };
    const listed = bill.components.map((component) => `${component.name} ${component.version}`);
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((one) => !listed.includes(one))).toEqual([]);
    expect(licences).toMatch(/Mozilla Public License Version 2\.0/);
  });

  it('asks for the permissions that the documents explain, and no others', () => {
    const manifest = manifestOf(files());
    const asked = Object.keys(manifest).filter((key) => key.endsWith('permissions'));
    expect(Object.fromEntries(asked.map((key) => [key, manifest[key]]))).toEqual(PERMISSIONS[browser]);
    const explained = readFileSync(path.join(project, 'docs/permissions.md'), 'utf8');
    const unexplained = asked
      .flatMap((key) => manifest[key] as string[])
      .filter((permission) => !explained.includes(`\`${permission}\``));
    expect(unexplained).toEqual([]);
  });

  it('is a release: no key, no address for updates, a policy that lets pages load from the package alone', () => {
    const manifest = manifestOf(files());
    expect(manifest).toMatchObject({ manifest_version: 3, version });
    expect(Object.keys(manifest)).not.toContain('key');
    expect(Object.keys(manifest)).not.toContain('update_url');
    expect(Object.keys(manifest)).not.toContain('web_accessible_resources');
    expect(JSON.stringify(manifest['content_security_policy'])).toMatch(
      /default-src 'none'; script-src 'self';.* connect-src 'none'/,
    );
  });
});

const PERMISSIONS = {
  chrome: {
    permissions: ['activeTab', 'storage', 'webRequest'],
    optional_permissions: ['nativeMessaging'],
    optional_host_permissions: ['*://*/*', 'ws://*/*', 'wss://*/*'],
  },
  firefox: {
    permissions: ['activeTab', 'storage', 'webRequest', 'webRequestBlocking'],
    optional_permissions: ['proxy'],
    host_permissions: ['*://*/*'],
  },
};

describe('what lies beside the packages', () => {
  it('sums that fit', () => {
    const said = readFileSync(path.join(first, 'SHA256SUMS'), 'utf8').trimEnd().split('\n');
    const { SHA256SUMS: _, ...found } = sums(first);
    expect(Object.fromEntries(said.map((line) => line.split('  ').toReversed() as [string, string]))).toEqual(
      found,
    );
  });

  it('a bill of materials of what runs in the browser', () => {
    const { dependencies } = JSON.parse(readFileSync(path.join(project, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    const bill = JSON.parse(
      readFileSync(path.join(first, `relying-party-${version}-sbom.cdx.json`), 'utf8'),
    ) as Record<string, unknown> & { components: Record<string, unknown>[] };
    expect(bill).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.6' });
    const listed = Object.fromEntries(bill.components.map(({ name, version: of }) => [name, of]));
    expect(listed).toMatchObject(dependencies);
    expect(Object.keys(listed)).not.toContain('vite');
    for (const component of bill.components) {
      expect(component).toHaveProperty('licenses');
      expect(component).toHaveProperty('hashes');
    }
  });

  it('the source, without what is built or installed', () => {
    const names = [...opened(`relying-party-${version}-source.zip`).keys()];
    expect(names).toEqual(
      expect.arrayContaining(['package.json', 'package-lock.json', '.ci/run', 'README.md']),
    );
    expect(names.filter((name) => /^(?:node_modules|dist|packages|\.git)\//.test(name))).toEqual([]);
  });
});

describe('the source archive', () => {
  it('unpacked in another folder, on another day, in another time zone, makes the same packages', () => {
    const elsewhere = path.join(directory, 'else where');
    unpack(opened(`relying-party-${version}-source.zip`), elsewhere);
    symlinkSync(path.join(project, 'node_modules'), path.join(elsewhere, 'node_modules'));
    const second = path.join(directory, 'second');
    makePackages(elsewhere, second, {
      TZ: 'Pacific/Kiritimati',
      LC_ALL: 'C',
      EXTRA_AUTHORITIES: '/nowhere',
      PSEUDO_LOCALE: 'rtl',
      AS_ON_ANDROID: '1',
    });
    expect(sums(second)).toEqual(sums(first));
  });
});
