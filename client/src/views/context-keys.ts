import * as vscode from 'vscode';
import { feature } from '../feature.ts';
import { fileRelation } from '../machine/file-relation.ts';
import type { UnitStates } from '../machine/unit-state-watcher.ts';
import {
  type Applicable,
  applicableTo,
  applicableToTemplate,
  applicableWhenUnknown,
} from '../systemd/applicable-commands.ts';
import { contextOf } from '../systemd/context-keys.ts';
import { unitOfFile } from '../systemd/unit-of-file.ts';

/** Tells VS Code what the menus of the manifest depend on. */
export const contextKeys = feature(({ states, tabs }) => {
  const said = new Map<string, string>();
  const update = () => {
    const active = vscode.window.activeTextEditor?.document.uri;
    const seen = vscode.window.visibleTextEditors.map(({ document }) => document.uri).filter(isUnit);
    const keys = contextOf({
      obstacle: states.obstacle,
      isUnitFile: active !== undefined && isUnit(active),
      isUnitTab: tabs.focused !== undefined,
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

const isUnit = (uri: vscode.Uri): boolean => uri.scheme === 'file' && 'unit' in unitOfFile(uri.path);

const nothing: Applicable = new Set();

/** What fits the unit of a file, as far as its manager has answered. */
function applicableOf(uri: vscode.Uri, states: UnitStates): Applicable {
  if (states.obstacle === 'untrusted') return applicableWhenUnknown;
  if (states.obstacle !== undefined) return nothing;
  if (states.unavailable(uri)?.acceptsCommands) return applicableWhenUnknown;
  const template = states.templateOf(uri);
  if (template) return applicableToTemplate(template.fileState, template.instances);
  const state = states.of(uri);
  return state ? applicableTo(state, fileRelation(uri, state)) : nothing;
}
