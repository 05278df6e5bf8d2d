import { runTypeScript } from './bundle.mjs';

await runTypeScript('compare-daemons.ts');
