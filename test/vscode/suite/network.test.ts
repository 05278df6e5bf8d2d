import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { asksInDialog, commandLines, eventually, extension, inSandbox } from './helpers.ts';

const run = (id: string, ...args: unknown[]): Thenable<number | undefined> =>
  vscode.commands.executeCommand(`systemdUnits.${id}`, ...args);

async function openFile(path: string): Promise<vscode.Uri> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.file(path));
  await vscode.window.showTextDocument(document);
  return document.uri;
}

const OWN = /^systemdUnits\.(link|network|container)[A-Z]/;

const lensesOf = (uri: vscode.Uri) =>
  eventually(async () => {
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri, 20);
    // Others tell where the file stands among those that are read with it.
    return lenses.flatMap(({ command }) => (command && OWN.test(command.command) ? [command.title] : []));
  });

const FOLDER = '/etc/systemd/network';
const CALLS = '/run/calls-of-stand-ins';

/** Where Debian has put a program into a package that is not installed, a stand-in writes down how it was called. */
function standIn(program: string): void {
  const path = `/usr/local/bin/${program}`;
  writeFileSync(path, `#!/bin/sh\necho "${program} $*" >>${CALLS}\n`);
  chmodSync(path, 0o755);
}

describe('files of networks, devices, links and containers', () => {
  before(async function () {
    if (!inSandbox) this.skip();
    mkdirSync(FOLDER, { recursive: true });
    mkdirSync('/etc/systemd/nspawn', { recursive: true });
    writeFileSync(`${FOLDER}/10-lo.network`, '[Match]\nName=lo\n\n[Network]\n');
    writeFileSync(`${FOLDER}/20-made.netdev`, '[NetDev]\nName=made0\nKind=bridge\n');
    writeFileSync(`${FOLDER}/30-name.link`, '[Match]\nOriginalName=lo\n\n[Link]\nDescription=Mine\n');
    writeFileSync('/etc/systemd/nspawn/web.nspawn', '[Exec]\nBoot=yes\n');
    standIn('machinectl');
    standIn('udevadm');
    await extension().activate();
  });
  // The devices it makes would be offered to other tests, too.
  after(() => {
    if (inSandbox) rmSync(FOLDER, { recursive: true });
  });

  it('offer what can be done with them', async () => {
    assert.deepEqual(await lensesOf(await openFile(`${FOLDER}/10-lo.network`)), [
      'Status of links',
      'Reload',
      'Reconfigure…',
    ]);
    assert.deepEqual(await lensesOf(await openFile(`${FOLDER}/30-name.link`)), ['Test…', 'Status of links']);
    assert.deepEqual(await lensesOf(await openFile('/etc/systemd/nspawn/web.nspawn')), [
      'Status',
      'Start',
      'Shell',
      'Power off',
    ]);
  });

  it('show the status of the links they are about', async () => {
    const uri = await openFile(`${FOLDER}/10-lo.network`);
    let code: number | undefined;
    const lines = await commandLines(async () => {
      code = await run('linkStatus', uri);
    });
    assert.deepEqual(lines, [['networkctl', '--no-pager', '--full', 'status', '--', 'lo']]);
    assert.equal(code, 0);
    assert.equal(await run('listLinks', uri), 0);
  });

  it('ask before links are set up anew', async () => {
    const uri = await openFile(`${FOLDER}/10-lo.network`);
    await asksInDialog(run('networkReload', uri), /Reload Network Files\?/);
    await asksInDialog(run('linkReconfigure', uri), /Reconfigure\?/);
  });

  it('start containers, and ask before one is ended', async () => {
    const uri = await openFile('/etc/systemd/nspawn/web.nspawn');
    assert.equal(await run('containerStatus', uri), 0);
    assert.equal(await run('containerStart', uri), 0);
    assert.equal(await run('containerShell', uri), 0);
    await asksInDialog(run('containerPoweroff', uri), /Power off web\?/);
    assert.deepEqual(readFileSync(CALLS, 'utf8').trim().split('\n'), [
      'machinectl --no-pager --full status -- web',
      'machinectl start -- web',
      'machinectl shell -- web',
    ]);
  });

  it('ask root before a link is tested, as what root tests is done', async () => {
    await asksInDialog(run('linkTest', await openFile(`${FOLDER}/30-name.link`)), /Test and Apply\?/);
  });

  it('of anything else nothing is done', async () => {
    const uri = await openFile('/etc/os-release');
    assert.equal(await run('networkReload', uri), undefined);
  });
});
