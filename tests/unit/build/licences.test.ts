import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { licenceOf, packageFolder } from '../../../scripts/build/licences.ts';

const packages = path.resolve(import.meta.dirname, '../../../node_modules');

describe('the folder of a module', () => {
  it.each([
    ['/p/node_modules/preact/dist/preact.module.js', '/p/node_modules/preact'],
    ['/p/node_modules/@peculiar/asn1-x509/build/index.js', '/p/node_modules/@peculiar/asn1-x509'],
    ['/p/node_modules/a/node_modules/b/index.js', '/p/node_modules/a/node_modules/b'],
    ['\0/p/node_modules/idb/build/index.js?commonjs', '/p/node_modules/idb'],
    ['/p/extension/popup/main.tsx', null],
    ['\0vite/preload-helper.js', null],
  ])('%j', (module, folder) => {
    expect(packageFolder(module)).toBe(folder);
  });
});

describe('the licence of a package', () => {
  it('comes with the place of the source, as the Mozilla Public License asks', () => {
    const said = licenceOf(path.join(packages, 'webextension-polyfill'));
    expect(said).toMatch(/^webextension-polyfill [\d.]+, MPL-2\.0$/m);
    expect(said).toMatch(/^Source: https:\/\/github\.com\/mozilla\/webextension-polyfill$/m);
    expect(said).toContain('Mozilla Public License Version 2.0');
  });

  it('has to be there', () => {
    expect(() => licenceOf(path.join(import.meta.dirname, '../../..'))).toThrow(/repository/);
  });
});
