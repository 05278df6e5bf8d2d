import * as vscode from 'vscode';
import { type EditingServices, featureWithCommands } from '../../feature.ts';
import { t } from '../../localize.ts';
import { activeFile } from '../../machine/target.ts';
import { type GraphPanel, openGraphPanel } from './graph-panel.ts';
import { type AskStates, fileGraph, type GraphSource } from './graph-source.ts';

/** The tab graphs are shown in, opened when there is one to show. */
export interface GraphTab extends vscode.Disposable {
  show(source: GraphSource): Promise<void>;
  /** What the files say around the unit of a file, or the one being edited. */
  showFile(argument?: unknown): Promise<void>;
  /** Draws the graph again. */
  draw(): Promise<void>;
}

export const graphCommands = {
  showGraph: {
    title: t('Show Dependency Graph'),
    icon: 'type-hierarchy',
    when: 'text',
    menus: { unit: '2_look@5', editor: 'navigation' },
  },
} as const;

/** The dependency graph of the unit being edited, where there is no manager to ask for states. */
export const fileGraphs = featureWithCommands({
  commands: graphCommands,
  start(services: EditingServices) {
    const tab = graphTab(services, () => Promise.resolve({}));
    return { run: { showGraph: tab.showFile }, ends: [tab] };
  },
});

/** The dependency graph of the unit being edited, which follows the editor. */
export function graphTab(services: EditingServices, askStates: AskStates): GraphTab {
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
  const showFile = async (argument?: unknown) => {
    const file = activeFile(argument);
    if (file) await show(graphOf(file));
  };
  const disposables = vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor((editor) => {
      if (editor?.document.languageId === 'systemd' && isOfFile()) void panel?.follow(graphOf(editor.document.uri));
    }),
    vscode.workspace.onDidSaveTextDocument(({ languageId }) => {
      if (languageId === 'systemd' && isOfFile()) void draw();
    }),
    { dispose: () => panel?.dispose() },
  );
  return { show, showFile, draw, dispose: () => disposables.dispose() };
}
