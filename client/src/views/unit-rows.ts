import * as vscode from 'vscode';
import { t } from '../localize.ts';
import { query } from '../machine/query.ts';
import { applicableTo, applicableToTemplate } from '../systemd/applicable-commands.ts';
import { stateDetail, templateText } from '../systemd/state-text.ts';
import { parseShow, show } from '../systemd/systemctl-show.ts';
import { type ListedUnit, unitDetail } from '../systemd/unit-list.ts';
import { stateProperties, type UnitState, unitState } from '../systemd/unit-state.ts';

/** The workspace, a manager, or a kind of units. */
export interface Folder {
  readonly label: string;
  readonly id: string;
  readonly count?: number;
  /** Shown in place of the count. */
  readonly note?: string;
  readonly tooltip?: string;
  readonly open?: boolean;
  readonly children: () => Promise<readonly Row[]> | readonly Row[];
}

export type UnitRow = ListedUnit & { readonly id: string };
export type Row = Folder | UnitRow;

export function folderItem({ label, id, count, note, tooltip, open }: Folder): vscode.TreeItem {
  const { Expanded, Collapsed, None } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(label, note !== undefined ? None : open ? Expanded : Collapsed);
  item.id = id;
  item.description = note ?? (count === undefined ? '' : String(count));
  item.tooltip = tooltip;
  item.contextValue = 'folder';
  return item;
}

export function unitItem(unit: UnitRow): vscode.TreeItem {
  const { state, target, instances, unavailable } = unit;
  const { Collapsed, None } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(
    target.name,
    unavailable !== undefined || instances?.length === 0 ? None : Collapsed,
  );
  item.id = unit.id;
  item.description = unitDetail(unit, Date.now());
  // Screen readers would read icon and tooltip before the name otherwise.
  item.accessibilityInformation = { label: `${target.name}, ${item.description}` };
  item.iconPath = unitIcon(state);
  item.contextValue = contextOf(unit);
  if (state.active !== 'failed') item.tooltip = tooltipOf(unit);
  if (target.path) item.command = { title: t('Open'), command: 'systemdUnits.units.open', arguments: [unit] };
  return item;
}

/** Adds which command of a failed unit failed: too much to ask of all units at once, see {@link listProperties}. */
export async function withCause(item: vscode.TreeItem, element: Row): Promise<vscode.TreeItem> {
  if ('children' in element) return item;
  const { manager, name } = element.target;
  const [properties] = parseShow((await query(show(manager, stateProperties, [name]), { utc: true })).stdout);
  item.tooltip = tooltipOf(properties ? { ...element, state: unitState(properties) } : element);
  return item;
}

/** The words that `when` clauses of row menus test, see client/scripts/manifest/menus.mjs. */
function contextOf({ state, target, instances, unavailable }: ListedUnit): string {
  const ids = instances ? applicableToTemplate('disabled', instances) : applicableTo(state, 'unknown');
  const words = unavailable === undefined ? ['unit', ...ids] : ['silent'];
  return [...words, target.path ? 'file' : ''].filter(Boolean).join(' ');
}

function tooltipOf({ state, target, instances, unavailable }: ListedUnit): string {
  const now = unavailable ?? (instances ? templateText(instances) : stateDetail(state, Date.now()));
  return [state.description, now, target.path].filter(Boolean).join('\n');
}

const colored = (id: string, color: string): vscode.ThemeIcon => new vscode.ThemeIcon(id, new vscode.ThemeColor(color));

/** Each state has its own shape and colour, so that colour is never the only difference. */
export function unitIcon({ active, load, sub }: UnitState): vscode.ThemeIcon {
  if (load === 'masked') return colored('circle-slash', 'disabledForeground');
  if (load === 'not-found') return colored('circle-outline', 'disabledForeground');
  switch (active) {
    case 'active':
      return sub === 'exited' || sub === 'dead'
        ? colored('pass', 'testing.iconPassed')
        : colored('circle-filled', 'testing.iconPassed');
    case 'failed':
      return colored('error', 'testing.iconFailed');
    case 'activating':
    case 'deactivating':
    case 'reloading':
      return colored('sync', 'testing.iconQueued');
    default:
      return colored('circle-outline', 'foreground');
  }
}
