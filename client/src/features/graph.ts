import * as vscode from 'vscode';
import type { Feature } from '../feature.ts';
import { type GraphPanel, openGraphPanel } from './graph-panel.ts';
import { fileGraph, type GraphSource, managerGraph } from './graph-source.ts';
import { activeFile, isTargetHolder } from './target.ts';

/** The dependency graph of the unit being edited, which follows the editor, or of a unit as its manager has it. */
export const dependencyGraph: Feature = (services) => {
  let panel: GraphPanel | undefined;
  const show = async (source: GraphSource) => {
    panel ??= openGraphPanel(services.context, () => {
      panel = undefined;
    });
    await panel.show(source);
  };
  const isOfFile = () => panel?.source?.kind === 'file';
  return vscode.Disposable.from(
    vscode.commands.registerCommand('systemdUnits.showGraph', async (argument?: unknown) => {
      const uri = activeFile(argument);
      if (uri) await show(fileGraph(uri, services));
    }),
    vscode.commands.registerCommand('systemdUnits.units.graph', async (row?: unknown) => {
      if (isTargetHolder(row)) await show(managerGraph(row.target, services));
    }),
    vscode.window.onDidChangeActiveTextEditor((editor) => {
      const isUnit = editor?.document.languageId === 'systemd' && editor.document.uri.scheme === 'file';
      if (isUnit && isOfFile()) void panel?.follow(fileGraph(editor.document.uri, services));
    }),
    vscode.workspace.onDidSaveTextDocument(({ languageId }) => {
      if (languageId === 'systemd' && isOfFile()) void panel?.draw();
    }),
    // A start or a stop may have changed what is red and what is green.
    vscode.tasks.onDidEndTask(({ execution }) => {
      if (execution.task.definition.type === 'systemd') void panel?.draw();
    }),
    { dispose: () => panel?.dispose() },
  );
};
