import * as vscode from 'vscode';
import type { Services } from '../feature.ts';
import { t } from '../localize.ts';
import { askPlaced, obstacle } from '../machine/where.ts';
import { parseShow, show } from '../operate/show.ts';
import { bootText, stateText } from '../operate/state-text.ts';
import {
  type Group,
  groupUnits,
  type ListedUnit,
  listProperties,
  parseUnits,
  sortUnits,
  unitDetail,
  unitFilter,
} from '../operate/unit-list.ts';
import { type Manager, unitOfFile } from '../operate/unit-of-file.ts';
import { unitState } from '../operate/unit-state.ts';
import { unitIcon } from './unit-icon.ts';

interface Folder {
  readonly label: string;
  readonly id: string;
  readonly count?: number;
  readonly open?: boolean;
  readonly children: () => Promise<readonly Row[]> | readonly Row[];
}

type UnitRow = ListedUnit & { readonly id: string };
export type Row = Folder | UnitRow;

export interface UnitsTree extends vscode.TreeDataProvider<Row>, vscode.Disposable {
  refresh(): Promise<void>;
  setFilter(text: string): void;
}

const EVERYTHING = { timeout: 15_000, bytes: 32 << 20, utc: true };
const FILES = '**/*.{service,socket,timer,path,mount,automount,swap,target,slice}';

export function unitsTree({ managers }: Services): UnitsTree {
  const changed = new vscode.EventEmitter<undefined>();
  let filter = unitFilter('');
  let roots: readonly Folder[] | undefined;
  let printed = '';
  const visible = (units: readonly ListedUnit[]) => units.filter(filter);

  const managerRoot = (manager: Manager, units: readonly ListedUnit[]): Folder => ({
    label: manager === 'user' ? t('User Manager') : t('System Manager'),
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
      const children = () => visible(workspace).map((unit) => row(unit, 'workspace'));
      found.push({ label: t('Workspace'), id: 'workspace', count: visible(workspace).length, open: true, children });
    }
    for (const manager of ['system', 'user'] as const) {
      const { code, stdout } = await askPlaced(show(manager, listProperties, ['*']), EVERYTHING);
      if (code === 0) found.push(managerRoot(manager, parseUnits(stdout, manager)));
    }
    return found;
  };

  return {
    onDidChangeTreeData: changed.event,
    async getChildren(element) {
      if (element) return [...(await childrenOf(element))];
      // The view shows that it is at work until the first answer is there.
      roots ??= await read();
      return [...roots];
    },
    getTreeItem: (element) => ('children' in element ? folderItem(element) : unitItem(element)),
    setFilter(text) {
      filter = unitFilter(text);
      // The counts are of what is shown.
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

const groupFolder = (manager: Manager, { id, title, units }: Group): Folder => ({
  label: title,
  id: `${manager}/${id}`,
  count: units.length,
  open: id === 'failed',
  children: () => units.map((unit) => row(unit, `${manager}/${id}`)),
});

const row = (unit: ListedUnit, below: string): UnitRow => ({ ...unit, id: `${below}/${unit.target.name}` });

/** Units of the files in the workspace, with what the managers know of them. */
async function workspaceUnits(managers: Services['managers']): Promise<ListedUnit[]> {
  const files = await vscode.workspace.findFiles(FILES, '**/node_modules/**', 200);
  const units = files.flatMap((uri) => {
    const file = unitOfFile(uri.path);
    if (!('unit' in file) || file.unit.instance === '' || uri.scheme !== 'file') return [];
    return [{ name: file.unit.text, kind: file.unit.kind, manager: managers.of(uri), path: uri.fsPath }];
  });
  const found: ListedUnit[] = [];
  for (const manager of ['system', 'user'] as const) {
    const targets = units.filter((unit) => unit.manager === manager);
    if (targets.length === 0) continue;
    const names = targets.map(({ name }) => name);
    const states = parseShow((await askPlaced(show(manager, listProperties, names), EVERYTHING)).stdout).map(unitState);
    targets.forEach((target, index) => {
      const state = states[index];
      if (state) found.push({ target, state: { ...state, id: target.name } });
    });
  }
  return sortUnits(found);
}

/** Folders have theirs; below a unit is what it needs, wants or starts. */
async function childrenOf(element: Row): Promise<readonly Row[]> {
  if ('children' in element) return element.children();
  const { manager, name } = element.target;
  const asked = await askPlaced(show(manager, ['Requires', 'Requisite', 'Wants', 'BindsTo', 'Triggers'], [name]));
  const [properties] = parseShow(asked.stdout);
  const names = [...new Set([...(properties?.values() ?? [])].flatMap(([list]) => (list ?? '').split(' ')))];
  const wanted = names.filter((other) => other !== '');
  if (wanted.length === 0) return [];
  const { stdout } = await askPlaced(show(manager, listProperties, wanted), EVERYTHING);
  return parseUnits(stdout, manager).map((unit) => row(unit, element.id));
}

/** For comparing: what is drawn, to leave the tree alone when nothing changed. */
async function everything(rows: readonly Row[]): Promise<unknown[]> {
  const parts = rows.map(async (element) =>
    'children' in element ? [element.id, element.count, await everything(await element.children())] : [element.state],
  );
  return Promise.all(parts);
}

function folderItem({ label, id, count, open }: Folder): vscode.TreeItem {
  const state = open ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed;
  const item = new vscode.TreeItem(label, state);
  item.id = id;
  item.description = count === undefined ? '' : String(count);
  item.contextValue = 'folder';
  return item;
}

function unitItem(unit: UnitRow): vscode.TreeItem {
  const { state, target } = unit;
  const item = new vscode.TreeItem(target.name, vscode.TreeItemCollapsibleState.Collapsed);
  item.id = unit.id;
  item.description = unitDetail(unit, Date.now());
  item.iconPath = unitIcon(state);
  item.contextValue = ['unit', state.active, state.fileState, target.path ? 'file' : ''].filter(Boolean).join(' ');
  item.tooltip = [state.description, stateText(state, Date.now()), bootText(state), target.path]
    .filter(Boolean)
    .join('\n');
  if (target.path) item.command = { title: t('Open'), command: 'systemdUnits.units.open', arguments: [unit] };
  return item;
}
