// Makes single faults in real units and asks systemd and us: node test/mutation/run.mjs [--version 262] [--seed 1] [--count 3] [--list]
import { runTypeScript } from '../oracle/bundle.mjs';

await runTypeScript('../mutation/run.ts');
