import { defineConfig } from 'vitest/config';

/** Tests of the packages, which they build first. */
export default defineConfig({
  test: { include: ['tests/package/**/*.test.ts'], testTimeout: 180_000, hookTimeout: 180_000 },
});
