// Makes single faults and legal oddities in the units of the corpus and asks systemd and us.
//
//   node test/mutation/run.mjs [--version 262] [--user] [--seed 1] [--count 3] [--only NAME] [--list] [--said]
import { runTypeScript } from '../oracle/bundle.mjs';

await runTypeScript('../mutation/run.ts');
