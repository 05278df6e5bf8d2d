import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** What asks the systemd of other versions and takes as long as that does, and what takes as long for other reasons. */
const oracle = [
  'test/oracle/**/*.test.ts',
  'test/mutation/**/*.test.ts',
  'test/growth/linear-regexes.test.ts',
  'test/manual/all-pages.test.ts',
];
/** Compared once they are fetched, as the corpus of units is, by the scripts `test/corpus/fetch-….mjs`; where they are kept. */
const ofPackages = {
  'test/oracle/quadlet/packages.test.ts': '../.cache/quadlets',
  'test/oracle/lines/packages.test.ts': '../.cache/line-files',
  'test/oracle/lines/udev-packages.test.ts': '../.cache/line-files',
  'test/oracle/program-packages.test.ts': '../.cache/program-files',
};
const notFetched = Object.entries(ofPackages).flatMap(([test, kept]) =>
  existsSync(new URL(kept, import.meta.url)) ? [] : [test],
);
const elsewhere = ['test/vscode/**', ...oracle];

/** Ends what hangs, and nothing that is merely slow because the machine is busy. */
const patience = { testTimeout: 600_000, hookTimeout: 600_000 };

/** What a test leaves changed in its process: modules put in place of others, the environment, the working directory. */
const LEAVES_TRACES = /\bvi\.|\bprocess\.(env\.\w+ = |chdir\(|umask\()/;

/** Found by their text, so that nobody has to keep a list. */
const alone = readdirSync(fileURLToPath(new URL('.', import.meta.url)), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => `test/${name.replaceAll('\\', '/')}`)
  .filter((path) => LEAVES_TRACES.test(readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')));

/**
 * Two rings: `--project 'unit*'` and `--project oracle`. What needs VS Code itself is mocha in `test/vscode`, run by `npm test`
 * after the first. To load the engine costs more than most tests do, so those of `unit` share processes that have loaded it; a
 * test that leaves traces there has a process of its own, in `unit-alone`.
 */
export default defineConfig({
  // Tests of the extension read what it declares; those that call VS Code bring as much of it as they need.
  resolve: { alias: { vscode: fileURLToPath(new URL('../client/scripts/manifest/no-vscode.mjs', import.meta.url)) } },
  test: {
    // By default one processor of two would wait.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          ...patience,
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: [...elsewhere, ...alone],
          isolate: false,
          sequence: { groupOrder: 1 },
        },
      },
      { extends: true, test: { ...patience, name: 'unit-alone', include: alone, exclude: elsewhere } },
      { extends: true, test: { ...patience, name: 'oracle', include: oracle, exclude: notFetched } },
    ],
  },
});
