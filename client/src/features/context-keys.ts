import * as vscode from 'vscode';
import type { Feature } from '../feature.ts';
import { standingOf } from '../machine/standing.ts';
import type { UnitStates } from '../machine/unit-states.ts';
import { contextOf } from '../operate/context-keys.ts';
import { type Fitting, fitting, fittingTemplate, unknownFitting } from '../operate/fitting.ts';
import { unitOfFile } from '../operate/unit-of-file.ts';

/** Tells VS Code what the menus of the manifest depend on. */
export const contextKeys: Feature = ({ states, pages }) => {
  const said = new Map<string, string>();
  const update = () => {
    const active = vscode.window.activeTextEditor?.document.uri;
    const seen = vscode.window.visibleTextEditors.map(({ document }) => document.uri).filter(isUnit);
    const keys = contextOf({
      obstacle: states.obstacle,
      isUnitFile: active !== undefined && isUnit(active),
      isUnitPage: pages.focused !== undefined,
      fits: seen.map((uri) => [uri.fsPath, fittingOf(uri, states)] as const),
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
    pages.onDidChange(update),
    vscode.window.onDidChangeVisibleTextEditors(update),
    vscode.window.onDidChangeActiveTextEditor(update),
  );
};

const isUnit = (uri: vscode.Uri): boolean => uri.scheme === 'file' && 'unit' in unitOfFile(uri.path);

const nothing: Fitting = new Set();

/** What fits the unit of a file, as far as its manager has answered. */
function fittingOf(uri: vscode.Uri, states: UnitStates): Fitting {
  if (states.obstacle === 'untrusted') return unknownFitting;
  if (states.obstacle !== undefined) return nothing;
  if (states.silenceOf(uri)?.mayObey) return unknownFitting;
  const template = states.templateOf(uri);
  if (template) return fittingTemplate(template.fileState, template.instances);
  const state = states.of(uri);
  return state ? fitting(state, standingOf(uri, state)) : nothing;
}
