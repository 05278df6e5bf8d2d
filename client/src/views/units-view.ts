import * as vscode from 'vscode';
import type { Feature } from '../feature.ts';
import { t } from '../localize.ts';
import { query } from '../machine/query.ts';
import { isTargetHolder } from '../machine/target.ts';
import { systemctl } from '../systemd/command.ts';
import { type UnitsTree, unitsTree } from './units-tree.ts';

const SECONDS = 5_000;

/** The view *Units*: those of the workspace and of both managers. It is read only while it is seen. */
export const unitsView: Feature = (services) => {
  const tree = unitsTree(services);
  const view = vscode.window.createTreeView('systemdUnits.units', {
    treeDataProvider: tree,
    canSelectMany: true,
    showCollapseAll: true,
  });
  let timer: NodeJS.Timeout | undefined;
  const refresh = async () => {
    clearTimeout(timer);
    if (!view.visible) return;
    await tree.refresh();
    clearTimeout(timer);
    if (view.visible) timer = setTimeout(refresh, vscode.window.state.focused ? SECONDS : 4 * SECONDS);
  };
  const filter = (text: string) => {
    tree.setFilter(text);
    view.description = text;
    vscode.commands.executeCommand('setContext', 'systemdUnits.filtered', text !== '');
  };
  return vscode.Disposable.from(
    view,
    tree,
    { dispose: () => clearTimeout(timer) },
    view.onDidChangeVisibility(refresh),
    services.states.onDidChange(refresh),
    vscode.tasks.onDidEndTask(({ execution }) => execution.task.definition.type === 'systemd' && refresh()),
    ...viewCommands({ tree, refresh, filter, current: () => view.description ?? '' }),
    ...properties(),
  );
};

interface Controls {
  readonly tree: UnitsTree;
  readonly refresh: () => Promise<void>;
  readonly filter: (text: string) => void;
  readonly current: () => string;
}

const viewCommands = ({ tree, refresh, filter, current }: Controls): vscode.Disposable[] => [
  vscode.commands.registerCommand('systemdUnits.units.refresh', async () => {
    await refresh();
    return tree;
  }),
  vscode.commands.registerCommand('systemdUnits.units.clearFilter', () => filter('')),
  vscode.commands.registerCommand('systemdUnits.units.filter', async () => {
    const text = await vscode.window.showInputBox({
      title: t('Show units with these words'),
      prompt: t('In the name, the description or the state: ssh active, .timer, failed.'),
      value: current(),
    });
    if (text !== undefined) filter(text);
  }),
  vscode.commands.registerCommand('systemdUnits.units.open', async (row?: unknown) => {
    if (!isTargetHolder(row)) return;
    const { path, name } = row.target;
    if (path === '') {
      vscode.window.showInformationMessage(t('{0} has no file: systemd made it by itself.', name));
      return;
    }
    await vscode.window.showTextDocument(vscode.Uri.file(path));
  }),
];

const SCHEME = 'systemd-properties';

/** `systemctl show UNIT` as a read-only document. */
function properties(): vscode.Disposable[] {
  return [
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
      async provideTextDocumentContent({ path, query: scope }) {
        const manager = scope === 'user' ? 'user' : 'system';
        const name = path.slice(1).replace(/\.properties$/, '');
        const { stdout, stderr } = await query(systemctl(manager, ['show', '--no-pager', '--all'], [name]));
        return stdout || stderr;
      },
    }),
    vscode.commands.registerCommand('systemdUnits.units.properties', async (row?: unknown) => {
      if (!isTargetHolder(row)) return;
      const { name, manager } = row.target;
      const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${name}.properties`, query: manager });
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: true });
    }),
  ];
}
