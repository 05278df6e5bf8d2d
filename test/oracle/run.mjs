// Compares our judgement with systemd's: node test/oracle/run.mjs --help
import { runTypeScript } from './bundle.mjs';

await runTypeScript('run.ts');
