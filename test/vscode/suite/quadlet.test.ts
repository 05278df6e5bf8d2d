import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as vscode from 'vscode';
import {
  after as behind,
  commandLines,
  eventually,
  extension,
  inSandbox,
  lensOf,
  open,
  property,
  serverReady,
  until,
  uriOf,
} from './helpers.ts';

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

const definitionAt = (document: vscode.TextDocument, text: string): Thenable<readonly vscode.Location[]> =>
  vscode.commands.executeCommand('vscode.executeDefinitionProvider', document.uri, behind(document, text));

describe('the unit that is generated of a Quadlet file', () => {
  const file = uriOf('suite-shown.container');
  const dropIn = uriOf('suite-shown.container.d/10.conf');
  const other = uriOf('suite-after.service');

  before(async () => {
    mkdirSync(dirname(dropIn.fsPath), { recursive: true });
    writeFileSync(file.fsPath, '[Container]\nImage=docker.io/library/nginx\n');
    writeFileSync(dropIn.fsPath, '[Service]\nRestart=always\n');
    writeFileSync(other.fsPath, '[Unit]\nAfter=suite-shown.service\n\n[Service]\nExecStart=/bin/true\n');
    await serverReady();
  });

  after(() => {
    for (const { fsPath } of [file, other]) rmSync(fsPath, { force: true });
    rmSync(dirname(dropIn.fsPath), { recursive: true, force: true });
  });

  it('stands beside it, each line with where it is from, and follows what is typed', async () => {
    const document = await open('suite-shown.container');
    await vscode.languages.setTextDocumentLanguage(document, 'systemd');
    await vscode.commands.executeCommand('systemdUnits.showGenerated', file);
    const shown = vscode.window.activeTextEditor!.document;
    assert.equal(shown.uri.scheme, 'systemd-effective');
    assert.match(shown.getText(), /^ExecStart=.* docker\.io\/library\/nginx$/m);
    const [image] = await definitionAt(shown, 'ExecStart=');
    assert.deepEqual([image!.uri.path, image!.range.start.line], [file.path, 1]);
    const [restart] = await definitionAt(shown, 'Restart=');
    assert.equal(restart!.uri.path, dropIn.path);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(file, new vscode.Position(2, 0), 'Exec=nginx -g daemon\n');
    await vscode.workspace.applyEdit(edit);
    await until(vscode.workspace.onDidChangeTextDocument, () => shown.getText().includes('nginx nginx -g daemon'));
  });

  it('is meant by other units: they lead to the file', async () => {
    const document = await open('suite-after.service');
    const [found] = await eventually(() => definitionAt(document, 'suite-sho'));
    const target = found as vscode.Location & { readonly targetUri?: vscode.Uri };
    assert.equal((target.targetUri ?? target.uri).path, file.path);
  });
});

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
