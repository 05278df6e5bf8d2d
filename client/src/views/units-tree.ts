import * as vscode from 'vscode';
import type { Services } from '../feature.ts';
import { t } from '../localize.ts';
import { executionTarget, obstacle, query } from '../machine/query.ts';
import { applicableTo, applicableToTemplate } from '../systemd/applicable-commands.ts';
import { stateDetail, templateText } from '../systemd/state-text.ts';
import { parseShow, show } from '../systemd/systemctl-show.ts';
import { type Unavailable, unavailableManager } from '../systemd/unavailable-manager.ts';
import {
  type Group,
  groupUnits,
  type ListedUnit,
  listProperties,
  parseUnits,
  unitDetail,
  unitFilter,
} from '../systemd/unit-list.ts';
import type { Manager } from '../systemd/unit-of-file.ts';
import { stateProperties, type UnitState, unitState } from '../systemd/unit-state.ts';
import { unitIcon } from './unit-icon.ts';
import { LARGE_ANSWER, workspaceUnits } from './workspace-units.ts';

interface Folder {
  readonly label: string;
  readonly id: string;
  readonly count?: number;
  /** Stands where the count would. */
  readonly note?: string;
  readonly tooltip?: string;
  readonly open?: boolean;
  readonly children: () => Promise<readonly Row[]> | readonly Row[];
}

type UnitRow = ListedUnit & { readonly id: string };
export type Row = Folder | UnitRow;

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
      // Two files may be of the same name.
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
      // The view shows that it is at work until the first answer is there.
      roots ??= await read();
      return [...roots];
    },
    getTreeItem: (element) => ('children' in element ? folderItem(element) : unitItem(element)),
    resolveTreeItem: withCause,
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

/** Folders have theirs; below a unit is what it needs, wants or starts. */
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
  target: { ...target, name: state.id, path: state.fragment },
});

/** For comparing: what is drawn, to leave the tree alone when nothing changed. */
async function everything(rows: readonly Row[]): Promise<unknown[]> {
  const parts = rows.map(async (element) =>
    'children' in element
      ? [element.id, element.count, element.note, await everything(await element.children())]
      : [element.state, element.instances, element.unavailable],
  );
  return Promise.all(parts);
}

function folderItem({ label, id, count, note, tooltip, open }: Folder): vscode.TreeItem {
  const { Expanded, Collapsed, None } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(label, note !== undefined ? None : open ? Expanded : Collapsed);
  item.id = id;
  item.description = note ?? (count === undefined ? '' : String(count));
  item.tooltip = tooltip;
  item.contextValue = 'folder';
  return item;
}

function unitItem(unit: UnitRow): vscode.TreeItem {
  const { state, target, instances, unavailable } = unit;
  const { Collapsed, None } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(
    target.name,
    unavailable !== undefined || instances?.length === 0 ? None : Collapsed,
  );
  item.id = unit.id;
  item.description = unitDetail(unit, Date.now());
  // Icon and tooltip are read aloud before the name otherwise.
  item.accessibilityInformation = { label: `${target.name}, ${item.description}` };
  item.iconPath = unitIcon(state);
  item.contextValue = contextOf(unit);
  if (state.active !== 'failed') item.tooltip = tooltipOf(unit);
  if (target.path) item.command = { title: t('Open'), command: 'systemdUnits.units.open', arguments: [unit] };
  return item;
}

/** Which command of a failed unit it was is not asked of all units at once, see {@link listProperties}. */
async function withCause(item: vscode.TreeItem, element: Row): Promise<vscode.TreeItem> {
  if ('children' in element) return item;
  const { manager, name } = element.target;
  const [properties] = parseShow((await query(show(manager, stateProperties, [name]), { utc: true })).stdout);
  item.tooltip = tooltipOf(properties ? { ...element, state: unitState(properties) } : element);
  return item;
}

/** The words that menus ask for, see client/scripts/menus.mjs: what fits the state. */
function contextOf({ state, target, instances, unavailable }: ListedUnit): string {
  const ids = instances ? applicableToTemplate('disabled', instances) : applicableTo(state, 'unknown');
  const words = unavailable === undefined ? ['unit', ...ids] : ['silent'];
  return [...words, target.path ? 'file' : ''].filter(Boolean).join(' ');
}

function tooltipOf({ state, target, instances, unavailable }: ListedUnit): string {
  const now = unavailable ?? (instances ? templateText(instances) : stateDetail(state, Date.now()));
  return [state.description, now, target.path].filter(Boolean).join('\n');
}
