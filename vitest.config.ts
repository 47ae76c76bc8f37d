import { defineConfig } from 'vitest/config';

const fast = ['test/unit/**/*.test.ts', 'test/contract/**/*.test.ts', 'test/formats/**/*.test.ts', 'test/db/**/*.test.ts'];

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // A test that forgets its `await` or its `expect` fails instead of passing.
    // A window beside other windows on two cores may need seconds for what it needs milliseconds for alone: the second that Vitest waits by itself is a timed test.
    expect: { requireAssertions: true, poll: { timeout: 20_000 } },
    allowOnly: false,
    projects: [
      { extends: true, test: { name: 'fast', include: fast } },
      // Starts programs, prints, or runs the whole: minutes, not seconds.
      { extends: true, test: { name: 'whole', include: ['test/**/*.test.ts'], exclude: [...fast, 'test/bench/**'], testTimeout: 180_000 } },
    ],
  },
});
