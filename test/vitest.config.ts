import { defineConfig } from 'vitest/config';

/** Everything vitest runs; what needs VS Code itself is mocha in `test/vscode`, run by `npm test` after this. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/vscode/**', 'node_modules/**'],
  },
});
