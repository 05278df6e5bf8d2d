// Takes what scripts need from the sources of client and server: tables for package.json, the documents and the site.
// Node 20 does not strip types, so esbuild does.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const repository = fileURLToPath(new URL('../../', import.meta.url));

/**
 * @param {string} contents TypeScript that exports what is wanted, with paths from the repository
 * @returns {Promise<any>} what it exports
 */
export async function importSources(contents) {
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
