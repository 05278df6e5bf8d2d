import * as vscode from 'vscode';
import { quadletService } from '../../../server/src/index.ts';
import { feature } from '../feature.ts';
import { fileRelation } from '../machine/query-unit.ts';
import { unitOf } from '../machine/target.ts';
import type { UnitStates } from '../machine/unit-state-watcher.ts';
import {
  type Applicable,
  applicableTo,
  applicableToTemplate,
  applicableWhenUnknown,
  stateActions,
} from '../systemd/applicable-commands.ts';
import { type NetworkFile, networkFileOf } from '../systemd/network-file.ts';

/** Sets the context keys that the menus of package.json depend on. */
export const contextKeys = feature(({ states, tabs }) => {
  const said = new Map<string, string>();
  const update = () => {
    const active = vscode.window.activeTextEditor?.document.uri;
    const seen = vscode.window.visibleTextEditors.map(({ document }) => document.uri).filter(isUnit);
    const keys = contextOf({
      obstacle: states.obstacle,
      isUnitFile: active !== undefined && isUnit(active),
      isUnitTab: tabs.focused !== undefined,
      networks: vscode.window.visibleTextEditors.flatMap(({ document }) => {
        const file = document.uri.scheme === 'file' && networkFileOf(document.uri.path, document.getText());
        return file ? [[document.uri.fsPath, file.kind] as const] : [];
      }),
      quadlets: seen.filter(({ path }) => quadletService(path)).map(({ fsPath }) => fsPath),
      fits: seen.map((uri) => [uri.fsPath, applicableOf(uri, states)] as const),
    });
    for (const [key, value] of Object.entries(keys)) {
      const printed = JSON.stringify(value);
      if (said.get(key) === printed) continue;
      said.set(key, printed);
      vscode.commands.executeCommand('setContext', `systemdUnits.${key}`, value);
    }
  };
  update();
  return vscode.Disposable.from(
    states.onDidChange(update),
    tabs.onDidChange(update),
    vscode.window.onDidChangeVisibleTextEditors(update),
    vscode.window.onDidChangeActiveTextEditor(update),
  );
});

const isUnit = (uri: vscode.Uri): boolean => uri.scheme === 'file' && 'unit' in unitOf(uri);

const nothing: Applicable = new Set();

/** The commands that apply to the unit of a file, as far as its manager has answered. */
function applicableOf(uri: vscode.Uri, states: UnitStates): Applicable {
  if (states.obstacle === 'untrusted') return applicableWhenUnknown;
  if (states.obstacle !== undefined) return nothing;
  if (states.unavailable(uri)?.acceptsCommands) return applicableWhenUnknown;
  const template = states.templateOf(uri);
  if (template) return applicableToTemplate(template.fileState, template.instances);
  const state = states.of(uri);
  return state ? applicableTo(state, fileRelation(uri, state), uri.path) : nothing;
}

/** What is visible of units at the moment. */
export interface Seen {
  /** Why the state of units is unknown, see `Obstacle`. */
  readonly obstacle: string | undefined;
  /** The editor with the focus shows a unit file of this machine. */
  readonly isUnitFile: boolean;
  /** The tab with the focus is about a unit, as its journal is. */
  readonly isUnitTab: boolean;
  /** The paths of visible files of networks, devices, links and containers. */
  readonly networks: readonly (readonly [path: string, kind: NetworkFile['kind']])[];
  /** The paths of visible Quadlet files. */
  readonly quadlets: readonly string[];
  /** For the path of each visible unit file, the commands that apply to its unit. */
  readonly fits: readonly (readonly [path: string, ids: Applicable])[];
}

/**
 * The context keys `systemdUnits.KEY` that `when` clauses test, see client/scripts/manifest/menus.mjs: whether systemd
 * is installed, whether a unit is open, and for each command that depends on the state of a unit the files it applies to.
 */
export function contextOf({
  obstacle,
  isUnitFile,
  isUnitTab,
  networks,
  quadlets,
  fits,
}: Seen): Record<string, unknown> {
  const noTools = obstacle === 'missing';
  const noSystemd = noTools || obstacle === 'not-booted';
  const isUnit = isUnitFile || isUnitTab;
  const filesOf = (...kinds: readonly NetworkFile['kind'][]) =>
    noSystemd ? [] : [...new Set(networks.flatMap(([path, kind]) => (kinds.includes(kind) ? [path] : [])))].sort();
  const paths = (id: (typeof stateActions)[number]) => fits.flatMap(([path, ids]) => (ids.has(id) ? [path] : []));
  return {
    obstacle: obstacle ?? 'none',
    noTools,
    noSystemd,
    isUnitFile,
    quadlets: [...quadlets].sort(),
    networkFiles: filesOf('network', 'netdev'),
    linkFiles: filesOf('network', 'netdev', 'link'),
    udevLinkFiles: filesOf('link'),
    nspawnFiles: filesOf('nspawn'),
    canAnalyze: isUnit && !noTools,
    canOperate: isUnit && !noSystemd,
    ...Object.fromEntries(stateActions.map((id) => [`can.${id}`, [...new Set(paths(id))].sort()])),
  };
}
