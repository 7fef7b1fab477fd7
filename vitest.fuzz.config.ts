import { defineConfig } from 'vitest/config';

/** The long run of damaged certificates, for `npm run fuzz`. */
export default defineConfig({ test: { include: ['tests/fuzz/*.test.ts'], disableConsoleIntercept: true } });
