// Compares us with the programs that read .network and its like: node test/oracle/compare-programs.mjs --help
import { runTypeScript } from './bundle.mjs';

await runTypeScript('compare-programs.ts');
