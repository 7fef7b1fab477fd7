import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const project = fileURLToPath(new URL('.', import.meta.url));
const { version } = JSON.parse(readFileSync(`${project}package.json`, 'utf8')) as { version: string };

/** `vite build --config vite.companion.config.ts` → dist/companion/companion.mjs: one file that needs only Node. */
export default defineConfig({
  publicDir: false,
  define: { COMPANION_VERSION: JSON.stringify(version) },
  // Everything but Node itself goes into the file.
  ssr: { noExternal: true, target: 'node' },
  build: {
    outDir: process.env['OUT_DIR'] ?? `${project}dist/companion`,
    emptyOutDir: true,
    target: 'node20.19',
    ssr: `${project}companion/main.ts`,
    minify: false,
    rolldownOptions: {
      output: { entryFileNames: 'companion.mjs', codeSplitting: false },
    },
  },
});
