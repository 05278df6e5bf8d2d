import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import * as vscode from 'vscode';
import { eventually, extension, inSandbox, lensOf, open, uriOf } from './helpers.ts';

const run = (id: string, ...args: unknown[]): Thenable<number | undefined> =>
  vscode.commands.executeCommand(`systemdUnits.${id}`, ...args);

const property = (unit: string, name: string): string => {
  const env = { ...process.env, XDG_RUNTIME_DIR: `/run/user/${process.getuid!()}` };
  const args = ['--user', 'show', `--property=${name}`, '--value', '--', unit];
  return execFileSync('systemctl', args, { encoding: 'utf8', env }).trim();
};

describe('a unit of the user manager', () => {
  before(async function () {
    if (!inSandbox) this.skip();
    execFileSync('systemctl', ['start', `user@${process.getuid!()}.service`]);
    mkdirSync(uriOf('user').fsPath, { recursive: true });
    writeFileSync(uriOf('user/mine.service').fsPath, '[Service]\nExecStart=/bin/sleep infinity\n');
    await extension().activate();
  });

  it('is linked, started and stopped with systemctl --user', async () => {
    const { uri } = await open('user/mine.service');
    await lensOf(uri, (title) => title === '○ not installed');
    assert.equal(await run('install', uri, 'link'), 0);
    assert.equal(await run('start', uri), 0);
    assert.equal(property('mine.service', 'ActiveState'), 'active');
    await lensOf(uri, (title) => title.startsWith('● running since'));
    assert.equal(await run('stop', uri), 0);
    assert.equal(property('mine.service', 'ActiveState'), 'inactive');
  });

  it('is copied to the folder of the user', async () => {
    writeFileSync(uriOf('user/mine-too.service').fsPath, '[Service]\nType=oneshot\nExecStart=/bin/true\n');
    const { uri } = await open('user/mine-too.service');
    assert.equal(await run('install', uri, 'user'), 0);
    assert.match(property('mine-too.service', 'FragmentPath'), /\/\.config\/systemd\/user\/mine-too\.service$/);
  });

  it('is reached through the machine it runs on', async () => {
    const settings = vscode.workspace.getConfiguration('systemdUnits');
    await settings.update('machine', 'root@.host', vscode.ConfigurationTarget.Global);
    try {
      const { uri } = await open('user/mine.service');
      assert.equal(await run('start', uri), 0);
      assert.equal(property('mine.service', 'ActiveState'), 'active');
      await lensOf(uri, (title) => title.startsWith('● running since'));
      assert.equal(await run('stop', uri), 0);
    } finally {
      await settings.update('machine', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('stands in the view below its manager', async () => {
    await vscode.commands.executeCommand('systemdUnits.units.focus');
    await eventually(async () => {
      const tree =
        await vscode.commands.executeCommand<vscode.TreeDataProvider<{ label: string; count?: number }>>(
          'systemdUnits.units.refresh',
        );
      return ((await tree.getChildren()) ?? []).filter(({ label, count = 0 }) => label === 'User Manager' && count > 0);
    });
  });
});

describe('tasks of type systemd', () => {
  before(async function () {
    if (!inSandbox) this.skip();
    await extension().activate();
  });

  it('are offered for the units of the workspace', async () => {
    const tasks = await vscode.tasks.fetchTasks({ type: 'systemd' });
    const start = tasks.find(({ name }) => name === 'start hello.service');
    const { process: program, args } = start!.execution as vscode.ProcessExecution;
    assert.deepEqual([basename(program), ...args], ['systemctl', 'start', '--', 'hello.service']);
  });

  it('of tasks.json are run', async () => {
    mkdirSync(uriOf('.vscode').fsPath, { recursive: true });
    const task = { label: 'fresh', type: 'systemd', action: 'daemon-reload' };
    writeFileSync(uriOf('.vscode/tasks.json').fsPath, JSON.stringify({ version: '2.0.0', tasks: [task] }));
    const [fresh] = await eventually(async () =>
      (await vscode.tasks.fetchTasks({ type: 'systemd' })).filter(({ name }) => name === 'fresh'),
    );
    const ended = new Promise<number | undefined>((resolve) => {
      const listener = vscode.tasks.onDidEndTaskProcess(({ exitCode, execution }) => {
        if (execution.task.name !== 'fresh') return;
        listener.dispose();
        resolve(exitCode);
      });
    });
    await vscode.tasks.executeTask(fresh!);
    assert.equal(await ended, 0);
  });
});
