import * as vscode from 'vscode';
import type { Services } from '../feature.ts';
import { t } from '../localize.ts';
import { executionTarget, obstacle, query } from '../machine/query.ts';
import { parseShow, show } from '../systemd/systemctl-show.ts';
import { type Unavailable, unavailableManager } from '../systemd/unavailable-manager.ts';
import {
  type Group,
  groupUnits,
  type ListedUnit,
  listProperties,
  parseUnits,
  unitFilter,
} from '../systemd/unit-list.ts';
import type { Manager } from '../systemd/unit-of-file.ts';
import { editedFile, type UnitState } from '../systemd/unit-state.ts';
import { type Folder, folderItem, type Row, type UnitRow, unitItem, withCause } from './unit-rows.ts';
import { LARGE_ANSWER, workspaceUnits } from './workspace-units.ts';

export interface UnitsTree extends vscode.TreeDataProvider<Row>, vscode.Disposable {
  refresh(): Promise<void>;
  setFilter(text: string): void;
}

export function unitsTree({ managers }: Services): UnitsTree {
  const changed = new vscode.EventEmitter<undefined>();
  let filter = unitFilter('');
  let roots: readonly Folder[] | undefined;
  let printed = '';
  const visible = (units: readonly ListedUnit[]) => units.filter(filter);

  const managerRoot = (manager: Manager, units: readonly ListedUnit[]): Folder => ({
    label: titleOf(manager),
    id: manager,
    count: visible(units).length,
    open: true,
    children: () => groupUnits(visible(units)).map((group) => groupFolder(manager, group)),
  });

  const read = async (): Promise<readonly Folder[]> => {
    if (await obstacle()) return [];
    const workspace = await workspaceUnits(managers);
    const found: Folder[] = [];
    if (workspace.length > 0) {
      // Two files may have the same name.
      const children = () => visible(workspace).map((unit) => ({ ...unit, id: `workspace/${unit.target.path}` }));
      found.push({ label: t('Workspace'), id: 'workspace', count: visible(workspace).length, open: true, children });
    }
    for (const manager of ['system', 'user'] as const) {
      const { code, stdout, stderr } = await query(show(manager, listProperties, ['*']), LARGE_ANSWER);
      if (code === 0) found.push(managerRoot(manager, parseUnits(stdout, manager)));
      else found.push(silentRoot(manager, unavailableManager(manager, stderr, executionTarget())));
    }
    return found;
  };

  return {
    onDidChangeTreeData: changed.event,
    async getChildren(element) {
      if (element) return [...(await childrenOf(element))];
      // The view shows its progress bar until the first answer.
      roots ??= await read();
      return [...roots];
    },
    getTreeItem: (element) => ('children' in element ? folderItem(element) : unitItem(element)),
    resolveTreeItem: withCause,
    setFilter(text) {
      filter = unitFilter(text);
      // Counts only include what the filter lets through.
      printed = '';
      void this.refresh();
    },
    async refresh() {
      const fresh = await read();
      roots = fresh;
      const now = JSON.stringify(await everything(fresh));
      if (now !== printed) changed.fire(undefined);
      printed = now;
    },
    dispose: () => changed.dispose(),
  };
}

const titleOf = (manager: Manager): string => (manager === 'user' ? t('User Manager') : t('System Manager'));

const silentRoot = (manager: Manager, { short, long }: Unavailable): Folder => ({
  label: titleOf(manager),
  id: manager,
  note: short,
  tooltip: long,
  children: () => [],
});

const groupFolder = (manager: Manager, { id, title, units }: Group): Folder => ({
  label: title,
  id: `${manager}/${id}`,
  count: units.length,
  open: id === 'failed',
  children: () => units.map((unit) => row(unit, `${manager}/${id}`)),
});

const row = (unit: ListedUnit, below: string): UnitRow => ({ ...unit, id: `${below}/${unit.target.name}` });

/** Below a unit are those it requires, wants or triggers. */
async function childrenOf(element: Row): Promise<readonly Row[]> {
  if ('children' in element) return element.children();
  const { manager, name } = element.target;
  if (element.instances) return element.instances.map((state) => row(instance(element, state), element.id));
  if (element.unavailable !== undefined) return [];
  const asked = await query(show(manager, ['Requires', 'Requisite', 'Wants', 'BindsTo', 'Triggers'], [name]));
  const [properties] = parseShow(asked.stdout);
  const names = [...new Set([...(properties?.values() ?? [])].flatMap(([list]) => (list ?? '').split(' ')))];
  const wanted = names.filter((other) => other !== '');
  if (wanted.length === 0) return [];
  const { stdout } = await query(show(manager, listProperties, wanted), LARGE_ANSWER);
  return parseUnits(stdout, manager).map((unit) => row(unit, element.id));
}

const instance = ({ target }: UnitRow, state: UnitState): ListedUnit => ({
  state,
  target: { ...target, name: state.id, path: editedFile(state) },
});

/** Everything that is displayed, to refresh the tree only if something changed. */
async function everything(rows: readonly Row[]): Promise<unknown[]> {
  const parts = rows.map(async (element) =>
    'children' in element
      ? [element.id, element.count, element.note, await everything(await element.children())]
      : [element.state, element.instances, element.unavailable],
  );
  return Promise.all(parts);
}
