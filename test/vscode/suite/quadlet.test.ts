import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as vscode from 'vscode';
import { commandLines, extension, inSandbox, lensOf, property, uriOf } from './helpers.ts';

/** Podman's own generator, from a root that test/oracle/chroots.sh has built; its libraries come from there as well. */
const ROOT = '/var/cache/systemd-units/sid';
const QUADLET = `${ROOT}/usr/libexec/podman/quadlet`;
const LIBRARIES = `${ROOT}/lib/x86_64-linux-gnu:${ROOT}/usr/lib/x86_64-linux-gnu`;

/** Runs no container: says that it is ready and waits, as the process of one would. */
const PODMAN = `#!/bin/sh
case "$1" in
  run) systemd-notify --ready; exec sleep 1000 ;;
  logs) echo "$@" ;;
esac
`;

const container = uriOf('suite-web.container');
const INSTALLED = '/etc/containers/systemd/suite-web.container';
const FILE = '[Unit]\nDescription=Web\n\n[Container]\nImage=docker.io/library/nginx\nNetwork=suite-front.network\n';

function script(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  chmodSync(path, 0o755);
}

const run = (id: string, ...more: readonly unknown[]): Thenable<unknown> =>
  vscode.commands.executeCommand(`systemdUnits.${id}`, container, ...more);

(inSandbox && existsSync(QUADLET) ? describe : describe.skip)(
  `a Quadlet file and its service [only in the sandbox, with Podman's generator in ${ROOT}]`,
  () => {
    before(async () => {
      await extension().activate();
      const generator = `#!/bin/sh\nexec ${ROOT}/lib64/ld-linux-x86-64.so.2 --library-path ${LIBRARIES} ${QUADLET} "$@"\n`;
      script('/usr/lib/systemd/system-generators/podman-system-generator', generator);
      script('/usr/bin/podman', PODMAN);
      writeFileSync(container.fsPath, FILE);
      writeFileSync(uriOf('suite-front.network').fsPath, '[Network]\n');
      const document = await vscode.workspace.openTextDocument(container);
      await vscode.window.showTextDocument(await vscode.languages.setTextDocumentLanguage(document, 'systemd'));
    });

    after(() => {
      for (const name of ['suite-web.container', 'suite-front.network']) rmSync(uriOf(name).fsPath, { force: true });
    });

    it('is offered to be installed, since systemd has no service of it yet', async () => {
      const { command } = await lensOf(container, (title) => title === 'Install…');
      assert.equal(command, 'systemdUnits.install');
    });

    it('goes where Podman looks, with the network it names, and becomes a service', async () => {
      assert.deepEqual(await commandLines(() => run('install', 'system')), [
        ['install', '-D', '--mode=644', '--no-target-directory', '--', container.fsPath, INSTALLED],
        [
          ...['install', '-D', '--mode=644', '--no-target-directory', '--', uriOf('suite-front.network').fsPath],
          '/etc/containers/systemd/suite-front.network',
        ],
        ['systemctl', 'daemon-reload'],
      ]);
      assert.equal(property('suite-web.service', 'SourcePath'), INSTALLED);
      assert.equal(property('suite-front-network.service', 'LoadState'), 'loaded');
    });

    it('is started and stopped by its lens, and followed through Podman', async () => {
      const { command, arguments: words } = await lensOf(container, (title) => title === 'Start');
      assert.equal(await vscode.commands.executeCommand(command, ...words!), 0);
      assert.equal(property('suite-web.service', 'ActiveState'), 'active');
      assert.equal(property('suite-web.service', 'Description'), 'Web');
      assert.deepEqual(await commandLines(() => run('containerLogs')), [
        ['podman', 'logs', '--follow', '--tail=50', '--', 'systemd-suite-web'],
      ]);
      assert.equal(await run('stop'), 0);
    });
  },
);
