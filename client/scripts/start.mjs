// `npm start`: VS Code with the extension loaded and examples/ open, from a fresh clone. Needs Node and npm only.
// PORT chooses the port where VS Code comes from npm and is shown in a browser.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { buildAll, installPackages, repo } from './prepare.mjs';
import { prepareData, quietSettings, startVsCodeServer } from './vscode-server.mjs';
import { workbenchUrl } from './workbench.mjs';

const examples = join(repo, 'examples');

installPackages();
buildAll();
const code = localVsCode();
if (code) openLocally(code);
else await serve(process.env.PORT ?? '8642-8741');

/** A `code` command and a screen to show it on. */
function localVsCode() {
  const screen = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  const folders = screen ? (process.env.PATH ?? '').split(delimiter) : [];
  return folders.map((folder) => join(folder, process.platform === 'win32' ? 'code.cmd' : 'code')).find(existsSync);
}

function openLocally(code) {
  console.log('Opening VS Code with the extension and examples/ …');
  spawn(code, [`--extensionDevelopmentPath=${repo}`, examples, join(examples, 'backup.timer')], { stdio: 'inherit' });
}

async function serve(port) {
  const dataDir = join(repo, '.cache', 'vscode-start');
  prepareData(dataDir, quietSettings);
  const args = [`--default-folder=${examples}`, '--disable-workspace-trust'];
  const server = await startVsCodeServer({ port, dataDir, args });
  console.log(`
VS Code is ready at http://127.0.0.1:${server.port}/ with examples/ open.
Straight to a timer: ${workbenchUrl(server.port, { folder: examples, openFile: join(examples, 'backup.timer') })}
Stop it with Ctrl+C.`);
  server.process.on('exit', (status) => process.exit(status ?? 0));
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.process.kill());
}
