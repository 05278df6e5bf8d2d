// Makes one wrong letter in real units (this machine's, the examples, the corpus where it was fetched), lets `check --fix`
// mend them, and counts what it made worse.
//
//   node test/mutation/fixes.mjs [--count 4] [--seed 1] [--list]
import { runTypeScript } from '../oracle/bundle.mjs';

await runTypeScript('../mutation/fixes.ts');
