import { defineConfig } from 'vitest/config';

/** What asks the systemd of other versions, and takes as long as that does. */
const oracle = ['test/oracle/**/*.test.ts', 'test/mutation/**/*.test.ts'];

/**
 * Two rings, `--project unit` and `--project oracle`. What needs VS Code itself is mocha in `test/vscode`, run by
 * `npm test` after the first.
 */
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['test/**/*.test.ts'], exclude: ['test/vscode/**', ...oracle] } },
      { test: { name: 'oracle', include: oracle } },
    ],
  },
});
