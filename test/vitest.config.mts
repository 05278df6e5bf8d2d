import { defineConfig } from 'vitest/config';

/** What asks the systemd of other versions and takes as long as that does, and what takes as long for other reasons. */
const oracle = ['test/oracle/**/*.test.ts', 'test/mutation/**/*.test.ts', 'test/growth/linear-regexes.test.ts'];

/** Ends what hangs, and nothing that is merely slow because the machine is busy. */
const patience = { testTimeout: 120_000, hookTimeout: 120_000 };

/**
 * Two rings, `--project unit` and `--project oracle`. What needs VS Code itself is mocha in `test/vscode`, run by
 * `npm test` after the first.
 */
export default defineConfig({
  test: {
    // By default one processor of two would wait.
    maxWorkers: '100%',
    projects: [
      { test: { ...patience, name: 'unit', include: ['test/**/*.test.ts'], exclude: ['test/vscode/**', ...oracle] } },
      { test: { ...patience, name: 'oracle', include: oracle } },
    ],
  },
});
