/// <reference types="vitest/config" />
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { preact } from '@preact/preset-vite';
import { defineConfig } from 'vite';
import { extensionPlugins, type BrowserTarget } from './scripts/build/extension.ts';
import { pseudoLocale } from './scripts/build/pseudo-locale.ts';

const project = fileURLToPath(new URL('.', import.meta.url));

/**
 * `vite build --mode chrome` → dist/chrome, `--mode firefox` → dist/firefox.
 *
 * Four environment variables serve tests only: OUT_DIR builds elsewhere, EXTRA_AUTHORITIES names a JSON file
 * of CAs to add to the table, PSEUDO_LOCALE=long or rtl puts an invented language in the place of all others,
 * AS_ON_ANDROID=1 takes out what Firefox for Android lacks. A released build has none of them; tests/package proves
 * that it holds no test CA, no invented language and no pretence.
 * STORE=1 leaves out the key that fixes the development build's id.
 */
export default defineConfig(({ mode }) => {
  // A test that draws every page takes seconds on a busy machine.
  if (mode === 'test')
    return { test: { include: ['tests/unit/**/*.test.{ts,tsx}'], testTimeout: 30_000 }, plugins: [preact()] };
  if (mode !== 'chrome' && mode !== 'firefox') throw new Error('Say --mode chrome or --mode firefox.');
  const target: BrowserTarget = mode;
  const packageJson = JSON.parse(readFileSync(`${project}package.json`, 'utf8')) as { version: string };
  return {
    root: `${project}extension`,
    publicDir: false,
    build: {
      outDir: process.env['OUT_DIR'] ?? `${project}dist/${target}`,
      emptyOutDir: true,
      target: target === 'chrome' ? 'chrome144' : 'firefox140',
      // Each page names what its script imports, so that the browser fetches it at once; both know how without help.
      modulePreload: { polyfill: false },
      sourcemap: false,
      rolldownOptions: {
        // Pages that the manifest does not name.
        input: { welcome: `${project}extension/welcome/index.html` },
        // What these packages do when loaded serves their own exports alone: what is not used can be left out. They do
        // not say so themselves; it takes 6 kB off the background. The same goes for Chromium's companion, which leaves
        // nothing in Firefox's build so.
        treeshake: {
          moduleSideEffects: (id) =>
            !/\/node_modules\/(?:@peculiar|asn1js|pvtsutils|pvutils)\/|companion[\w-]*\.chromium\.ts$|\/src\/companion\//.test(
              id,
            ),
        },
      },
    },
    plugins: [
      preact(),
      ...extensionPlugins({
        project,
        target,
        version: packageJson.version,
        extraAuthorities: process.env['EXTRA_AUTHORITIES'] ?? null,
        pseudoLocale: pseudoLocale(process.env['PSEUDO_LOCALE']),
        asOnAndroid: process.env['AS_ON_ANDROID'] === '1',
        forStore: process.env['STORE'] === '1',
      }),
    ],
  };
});
