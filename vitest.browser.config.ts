import { defineConfig } from 'vitest/config';

/** Tests in real browsers: two files at a time, as each starts browsers, servers and a build of its own. */
export default defineConfig({
  test: {
    include: ['tests/browser/**/*.test.ts'],
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // A browser on a machine that is busy for a moment may miss a limit once; what fails twice is a failure.
    retry: 1,
    expect: { poll: { timeout: 10_000, interval: 50 } },
  },
});
