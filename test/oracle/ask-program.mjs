// Asks systemd's programs about their own files: node test/oracle/ask-program.mjs --help
import { runTypeScript } from './bundle.mjs';

await runTypeScript('programs/command.ts');
