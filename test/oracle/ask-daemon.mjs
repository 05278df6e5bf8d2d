// Asks the daemons about their own configuration: node test/oracle/ask-daemon.mjs --help
import { runTypeScript } from './bundle.mjs';

await runTypeScript('daemons/command.ts');
