import * as vscode from 'vscode';
import type { EditingFeature, Services } from '../../feature.ts';
import { activeFile } from '../../machine/target.ts';
import { type GraphPanel, openGraphPanel } from './graph-panel.ts';
import { type AskStates, fileGraph, type GraphSource } from './graph-source.ts';

/** The tab graphs are shown in, opened when there is one to show. */
export interface GraphTab extends vscode.Disposable {
  show(source: GraphSource): Promise<void>;
  /** Again, as things stand now. */
  draw(): Promise<void>;
}

/** The dependency graph of the unit being edited, where there is no manager to ask for states. */
export const fileGraphs: EditingFeature = (services) => graphTab(services, () => Promise.resolve({}));

/** The dependency graph of the unit being edited, which follows the editor. */
export function graphTab(services: Pick<Services, 'context' | 'client'>, askStates: AskStates): GraphTab {
  let panel: GraphPanel | undefined;
  const show = async (source: GraphSource) => {
    panel ??= openGraphPanel(services, () => {
      panel = undefined;
    });
    await panel.show(source);
  };
  const draw = async () => await panel?.draw();
  const isOfFile = () => panel?.source?.kind === 'file';
  const graphOf = (file: vscode.Uri) => fileGraph(file, services, askStates);
  const disposables = vscode.Disposable.from(
    vscode.commands.registerCommand('systemdUnits.showGraph', async (argument?: unknown) => {
      const file = activeFile(argument);
      if (file) await show(graphOf(file));
    }),
    vscode.window.onDidChangeActiveTextEditor((editor) => {
      if (editor?.document.languageId === 'systemd' && isOfFile()) void panel?.follow(graphOf(editor.document.uri));
    }),
    vscode.workspace.onDidSaveTextDocument(({ languageId }) => {
      if (languageId === 'systemd' && isOfFile()) void draw();
    }),
    { dispose: () => panel?.dispose() },
  );
  return { show, draw, dispose: () => disposables.dispose() };
}
