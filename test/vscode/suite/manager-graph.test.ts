import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { eventually, extension, inSandbox, open, serverReady, until, uriOf } from './helpers.ts';

const tabLabels = (): string[] => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));

const shows = (label: string): Promise<void> =>
  until(vscode.window.tabGroups.onDidChangeTabs, () => tabLabels().includes(label));

describe('the graph of a running manager', () => {
  before(async function () {
    if (!inSandbox) this.skip();
    writeFileSync(uriOf('seen.service').fsPath, '[Unit]\nWants=missing.service\n[Service]\nExecStart=/nope\n');
    execFileSync('systemctl', ['link', uriOf('seen.service').fsPath], { stdio: 'ignore' });
    execFileSync('systemctl', ['start', '--no-block', 'seen.service']);
    await extension().activate();
    await serverReady();
  });
  after(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('opens from a row of the view, and gives way to the graph of a file', async () => {
    await vscode.commands.executeCommand('systemdUnits.units.focus');
    const [row] = await eventually(async () => {
      const tree = await vscode.commands.executeCommand<vscode.TreeDataProvider<object>>('systemdUnits.units.refresh');
      const [failed] = ((await tree.getChildren((await tree.getChildren())?.at(1))) ?? []) as { label?: string }[];
      const rows = failed?.label === 'Failed' ? await tree.getChildren(failed) : [];
      return (rows ?? []).filter((each) => (each as { id: string }).id.endsWith('/seen.service'));
    });
    await vscode.commands.executeCommand('systemdUnits.units.graph', row);
    await shows('seen.service: dependencies, as loaded');
    await open('inbox.path');
    await vscode.commands.executeCommand('systemdUnits.showGraph');
    await shows('inbox.path: dependencies');
  });
});
