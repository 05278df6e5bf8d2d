// What pages are made of beside texts: the tables of the engine, of the command line and of the extension's commands.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export const repository = fileURLToPath(new URL('../../', import.meta.url));

export async function loadTables() {
  const contents = `
    import { desktopFeatures } from './client/src/desktop-features.ts';
    export const declared = Object.assign({}, ...desktopFeatures.map((feature) => feature.commands));
    export { commands } from './server/src/cli/commands.ts';
    export { optionsOf, synopsisOf, takenBy } from './server/src/cli/usage.ts';
    export { daemonNames } from './server/src/dialects/daemon-conf/directives.ts';
    export { programKinds } from './server/src/dialects/index.ts';
    export { lineDialects } from './server/src/dialects/lines/index.ts';
    export { OWN, SHARED } from './server/src/dialects/quadlet/identify.ts';
    export { allRules as rules } from './server/src/dialects/rules.ts';
    export { unitKinds } from './server/src/schema/kinds.ts';
  `;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: repository, loader: 'ts' },
    bundle: true,
    platform: 'node',
    mainFields: ['module', 'main'],
    format: 'esm',
    write: false,
    logLevel: 'error',
    // Declarations are data: nothing of VS Code is called for them.
    alias: {
      vscode: join(repository, 'client/scripts/manifest/no-vscode.mjs'),
      yaml: join(repository, 'node_modules/yaml/browser/index.js'),
    },
    define: { __dirname: '""' },
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}
