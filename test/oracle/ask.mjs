// Asks systemd about values: node test/oracle/ask.mjs --help
import { runTypeScript } from './bundle.mjs';

await runTypeScript('ask.ts');
