// Compares our judgement with systemd's on values nobody picked: node test/oracle/fuzz.mjs [--seed N] [--count N] [--version N] [--parser P]
import { runTypeScript } from './bundle.mjs';

await runTypeScript('fuzz.ts');
