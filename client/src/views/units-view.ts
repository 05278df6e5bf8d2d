import * as vscode from 'vscode';
import { featureWithCommands, type Services } from '../feature.ts';
import { t } from '../localize.ts';
import { query } from '../machine/query.ts';
import { isTargetHolder } from '../machine/target.ts';
import { systemctl } from '../systemd/command.ts';
import type { Target } from '../systemd/unit-of-file.ts';
import { type UnitsTree, unitsTree } from './units-tree.ts';

const SECONDS = 5_000;

/** The view *Units*: units of the workspace and of both managers, refreshed while the view is visible. */
export const unitsView = featureWithCommands({
  commands: {
    'units.refresh': { title: t('Refresh'), icon: 'refresh', when: 'view', menus: { view: 'navigation@3' } },
    'units.filter': { title: t('Filter Units…'), icon: 'filter', when: 'view', menus: { view: 'navigation@1' } },
    'units.clearFilter': {
      title: t('Clear Filter'),
      icon: 'clear-all',
      when: 'filteredView',
      menus: { view: 'navigation@2' },
    },
    'units.open': { title: t('Open File'), icon: 'go-to-file', when: 'rowWithFile', menus: { row: '0_open' } },
    'units.properties': {
      title: t('Show All Properties'),
      icon: 'list-flat',
      when: 'row',
      menus: { rowMore: '1_look@1' },
    },
  },
  start(services: Services) {
    const tree = unitsTree(services);
    const view = vscode.window.createTreeView('systemdUnits.units', {
      treeDataProvider: tree,
      canSelectMany: true,
      showCollapseAll: true,
    });
    const polling = pollWhileVisible(view, tree, services);
    const filter = (text: string) => {
      tree.setFilter(text);
      view.description = text;
      vscode.commands.executeCommand('setContext', 'systemdUnits.filtered', text !== '');
    };
    return {
      run: {
        'units.refresh': async () => {
          await polling.refresh();
          return tree;
        },
        'units.filter': async () => {
          const text = await askFilter(view.description ?? '');
          if (text !== undefined) filter(text);
        },
        'units.clearFilter': () => filter(''),
        'units.open': (row?: unknown) => isTargetHolder(row) && openFile(row.target),
        'units.properties': (row?: unknown) => isTargetHolder(row) && openProperties(row.target),
      },
      ends: [view, tree, polling, propertiesDocuments()],
    };
  },
});

function pollWhileVisible(view: vscode.TreeView<unknown>, tree: UnitsTree, { states }: Services) {
  let timer: NodeJS.Timeout | undefined;
  const refresh = async () => {
    clearTimeout(timer);
    if (!view.visible) return;
    await tree.refresh();
    clearTimeout(timer);
    if (view.visible) timer = setTimeout(refresh, vscode.window.state.focused ? SECONDS : 4 * SECONDS);
  };
  const listeners = vscode.Disposable.from(
    view.onDidChangeVisibility(refresh),
    states.onDidChange(refresh),
    vscode.tasks.onDidEndTask(({ execution }) => execution.task.definition.type === 'systemd' && refresh()),
    { dispose: () => clearTimeout(timer) },
  );
  return { refresh, dispose: () => listeners.dispose() };
}

const askFilter = (current: string): Thenable<string | undefined> =>
  vscode.window.showInputBox({
    title: t('Filter Units'),
    prompt: t('Searches name, description and state: ssh active, .timer, failed.'),
    value: current,
  });

async function openFile({ path, name }: Target): Promise<void> {
  if (path === '') {
    vscode.window.showInformationMessage(t('{0} has no file: systemd created it itself.', name));
    return;
  }
  await vscode.window.showTextDocument(vscode.Uri.file(path));
}

const SCHEME = 'systemd-properties';

/** `systemctl show UNIT` as a read-only document. */
const propertiesDocuments = (): vscode.Disposable =>
  vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
    async provideTextDocumentContent({ path, query: scope }) {
      const manager = scope === 'user' ? 'user' : 'system';
      const name = path.slice(1).replace(/\.properties$/, '');
      const { stdout, stderr } = await query(systemctl(manager, ['show', '--no-pager', '--all'], [name]));
      return stdout || stderr;
    },
  });

async function openProperties({ name, manager }: Target): Promise<void> {
  const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${name}.properties`, query: manager });
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), { preview: true });
}
