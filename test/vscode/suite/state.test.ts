import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import {
  asksInDialog,
  eventually,
  extension,
  folder,
  inSandbox,
  lensOf,
  lensTitles,
  open,
  property,
  uriOf,
} from './helpers.ts';

const run = (id: string, ...args: unknown[]): Thenable<number | undefined> =>
  vscode.commands.executeCommand(`systemdUnits.${id}`, ...args);

const write = (name: string, text: string) => writeFileSync(uriOf(name).fsPath, text);

const problemsOfStart = (uri: vscode.Uri) =>
  vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'systemd, last start');

describe('the state of a unit at a glance', () => {
  before(async function () {
    if (!inSandbox) this.skip();
    write('steady.service', '[Service]\nExecStart=/bin/sleep infinity\n\n[Install]\nWantedBy=multi-user.target\n');
    write('doomed.service', '[Service]\nUser=nobody-of-that-name\nExecStart=/bin/true\n');
    write('exits.service', '[Service]\nExecStartPre=/bin/true\nExecStart=/bin/sh -c "exit 7"\n');
    await extension().activate();
  });

  it('says that a unit is not installed, and offers to install it', async () => {
    const { uri } = await open('steady.service');
    await lensOf(uri, (title) => title === '○ not installed');
    assert.deepEqual(await lensTitles(uri), ['○ not installed', 'Install…', 'Run once', '⋯']);
    // The state itself is the way to install it: a status would only fail.
    assert.equal((await lensOf(uri, (title) => title === '○ not installed')).command, 'systemdUnits.install');
  });

  it('installs by a link and offers what fits then', async () => {
    const { uri } = await open('steady.service');
    assert.equal(await run('install', uri, 'link'), 0);
    assert.equal(property('steady.service', 'UnitFileState'), 'linked');
    await lensOf(uri, (title) => title === '○ not running');
    assert.deepEqual(await lensTitles(uri), ['○ not running', 'Start', 'Enable at boot', 'Logs', 'Status', '⋯']);
  });

  it('installs a timer with the service it names, and the drop-ins of both', async () => {
    mkdirSync(uriOf('dropped-job.service.d').fsPath);
    write('dropped.timer', '[Timer]\nOnCalendar=daily\nUnit=dropped-job.service\n');
    write('dropped-job.service', '[Service]\nExecStart=/bin/true\n');
    write('dropped-job.service.d/10-nice.conf', '[Service]\nNice=7\n');
    const { uri } = await open('dropped.timer');
    assert.equal(await run('install', uri, 'link'), 0);
    assert.equal(property('dropped.timer', 'UnitFileState'), 'linked');
    assert.equal(property('dropped-job.service', 'UnitFileState'), 'linked');
    const link = '/etc/systemd/system/dropped-job.service.d/10-nice.conf';
    assert.equal(property('dropped-job.service', 'DropInPaths'), link);
    assert.equal(property('dropped-job.service', 'Nice'), '7');
  });

  it('follows a start, and a stop made elsewhere', async () => {
    const { uri } = await open('steady.service');
    assert.equal(await run('start', uri), 0);
    await lensOf(uri, (title) => /^● running since \d\d:\d\d/.test(title));
    assert.deepEqual((await lensTitles(uri)).slice(1), ['Restart', 'Stop', 'Logs', 'Status', '⋯']);
    execFileSync('systemctl', ['stop', 'steady.service']);
    await lensOf(uri, (title) => title === '○ not running');
  });

  it('sees that the loaded unit is older than the file, and reloads and restarts', async () => {
    const { uri } = await open('steady.service');
    await run('start', uri);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(uri, new vscode.Position(1, 0), 'Environment=CHANGED=1\n');
    await vscode.workspace.applyEdit(edit);
    await (await vscode.workspace.openTextDocument(uri)).save();
    await lensOf(uri, (title) => title === '● running an older version of this file');
    const { command, arguments: words } = await lensOf(uri, (title) => title === 'Reload daemon and restart');
    assert.equal(await vscode.commands.executeCommand(command, ...words!), 0);
    assert.equal(property('steady.service', 'Environment'), 'CHANGED=1');
    assert.equal(property('steady.service', 'NeedDaemonReload'), 'no');
    await run('stop', uri);
  });

  it('tells what daemon-reload would change, before it is done', async () => {
    write('waits.service', '[Service]\nExecStart=/bin/sleep infinity\nNice=1\n');
    const { uri } = await open('waits.service');
    await run('install', uri, 'link');
    assert.equal(await run('start', uri), 0);
    write('waits.service', '[Service]\nExecStart=/bin/sleep infinity\nNice=7\n');
    await run('reloadChanges', uri);
    const changes = vscode.window.activeTextEditor!.document;
    assert.equal(changes.uri.scheme, 'systemd-reload');
    assert.match(
      changes.getText(),
      /waits\.service: daemon-reload would change\n {2}\[Service\] Nice= {2}\(restart\)\n {4}running: 1\n {4}files: {3}7 {4}\/.*\/waits\.service:3\n/,
    );
    assert.equal(property('waits.service', 'Nice'), '1');
    execFileSync('systemctl', ['daemon-reload']);
    assert.equal(property('waits.service', 'Nice'), '7');
    execFileSync('systemctl', ['stop', 'waits.service']);
  });

  it('explains a failed start on the line that caused it', async () => {
    const { uri } = await open('doomed.service');
    await run('install', uri, 'link');
    await run('start', uri);
    const [problem] = await eventually(async () => problemsOfStart(uri));
    assert.equal(problem!.range.start.line, 1);
    assert.match(problem!.message, /217\/USER \(the user does not exist on this machine/);
    const lens = await lensOf(uri, (title) => title === '✗ failed: exit code 217/USER');
    assert.match(lens.tooltip!, /^doomed\.service\nfailed: exit code 217\/USER \(the user does not exist/);
    execFileSync('systemctl', ['reset-failed', 'doomed.service']);
    await lensOf(uri, (title) => title === '○ not running');
    assert.deepEqual(problemsOfStart(uri), []);
  });

  it('tells why a unit did not start, with a link to the line', async () => {
    const { uri } = await open('doomed.service');
    await run('start', uri);
    const { command, arguments: words } = await lensOf(uri, (title) => title === 'Why?');
    await vscode.commands.executeCommand(command, ...words!);
    const story = vscode.window.activeTextEditor!.document;
    assert.equal(story.uri.scheme, 'systemd-why');
    assert.match(
      story.getText(),
      /^doomed\.service failed: the user .*\.\n {2}\/.*\/doomed\.service:2: User=nobody-of-that-name\n/,
    );
    assert.match(story.getText(), /\nWhat to do next:\n {2}- Create the user/);
    const [link] = (await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      story.uri,
    ))!;
    assert.match(link!.target!.toString(), /\/doomed\.service#L2$/);
    execFileSync('systemctl', ['reset-failed', 'doomed.service']);
  });

  it('names an exit code of the program itself on its command', async () => {
    const { uri } = await open('exits.service');
    await run('install', uri, 'link');
    await run('start', uri);
    const [problem] = await eventually(async () => problemsOfStart(uri));
    assert.equal(problem!.range.start.line, 2);
    assert.match(problem!.message, /failed: exit code 7\./);
  });

  it('copies into /etc and tells a copy from the file', async () => {
    write('copied.service', '[Service]\nType=oneshot\nExecStart=/bin/true\n');
    const { uri } = await open('copied.service');
    assert.equal(await run('install', uri, 'system'), 0);
    assert.ok(existsSync('/etc/systemd/system/copied.service'));
    const lens = await lensOf(uri, (title) => title === '○ not running · from another file');
    assert.match(lens.tooltip!, /It is loaded from \/etc\/systemd\/system\/copied\.service, not from this file\./);
    assert.ok((await lensTitles(uri)).includes('Compare'));
  });

  it('runs once without installing', async () => {
    const proof = join(folder(), 'ran-once');
    write(
      'fleeting.service',
      `[Unit]\nDescription=Gone soon\n\n[Service]\nUMask=0077\nExecStart=/bin/touch "${proof}"\n`,
    );
    const { uri } = await open('fleeting.service');
    assert.equal(await run('runOnce', uri), 0);
    assert.ok(existsSync(proof));
    rmSync(proof);
    assert.equal(property('fleeting.service', 'LoadState'), 'not-found');
  });

  it('says that a template is not installed, and counts its instances once it is', async () => {
    const { uri } = await open('worker@.service');
    assert.equal((await lensOf(uri, (title) => title === '○ not installed')).command, 'systemdUnits.install');
    execFileSync('systemctl', ['link', uri.fsPath]);
    await lensOf(uri, (title) => title === 'template: 0 running');
  });

  it('does not start what systemd would refuse, unless told to', async () => {
    write('broken.service', '[Service]\nExecStart=/bin/true\nExecStart=/bin/false\n');
    const { uri } = await open('broken.service');
    await eventually(async () =>
      vscode.languages.getDiagnostics(uri).filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error),
    );
    await asksInDialog(run('install', uri, 'link'), /systemd will refuse broken\.service/);
    assert.equal(property('broken.service', 'LoadState'), 'not-found');
  });
});
