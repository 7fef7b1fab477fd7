import { preact } from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';

/** The unit tests of `src/`, without those that start programs or run for long: each mutant runs them again. */
export default defineConfig({
  plugins: [preact()],
  test: {
    include: [
      'tests/unit/{certificate,letsencrypt,exposure,revocation,policy,rights,history,settings,inspect}/**/*.test.ts',
      'tests/unit/companion/{frames,protocol,target}.test.ts',
    ],
    // Counts imports in the sources as they are, which instrumenting changes.
    testNamePattern: /^(?!.*imported by one module)/,
    exclude: ['**/mutation.test.ts', '**/limits.test.ts', '**/command.test.ts', '**/openssl.test.ts'],
  },
});
