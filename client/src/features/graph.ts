import * as vscode from 'vscode';
import type { Feature, Services } from '../feature.ts';
import type { FromPage, GraphAnswer, GraphOptions, ToPage } from '../graph/messages.ts';
import { graphBody } from '../graph/page.ts';
import { statesOf } from '../graph/states.ts';
import { t } from '../localize.ts';
import { activeFile } from './target.ts';
import { pageHtml, webviewOptions } from './webview.ts';

const FIRST: GraphOptions = { depth: 1, kinds: ['requirement', 'ordering', 'trigger', 'conflict'] };

/** The dependency graph of the unit being edited, beside it; it follows the editor. */
export const dependencyGraph: Feature = (services) => {
  let panel: ReturnType<typeof openPanel> | undefined;
  return vscode.Disposable.from(
    vscode.commands.registerCommand('systemdUnits.showGraph', async (argument?: unknown) => {
      const uri = activeFile(argument);
      if (!uri) return;
      panel ??= openPanel(services, () => {
        panel = undefined;
      });
      await panel.show(uri);
    }),
    vscode.window.onDidChangeActiveTextEditor((editor) => {
      if (editor?.document.languageId === 'systemd' && editor.document.uri.scheme === 'file') {
        void panel?.follow(editor.document.uri);
      }
    }),
    vscode.workspace.onDidSaveTextDocument(({ languageId }) => {
      if (languageId === 'systemd') void panel?.draw();
    }),
    { dispose: () => panel?.dispose() },
  );
};

function openPanel({ context, client, managers }: Services, onClosed: () => void) {
  const panel = vscode.window.createWebviewPanel(
    'systemdUnits.graph',
    t('Dependencies'),
    { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
    { ...webviewOptions(context), retainContextWhenHidden: true },
  );
  let source: vscode.Uri | undefined;
  let options = FIRST;
  let expanded: readonly string[] = [];
  let answer: GraphAnswer | null = null;
  let isReady = false;
  let round = 0;

  const post = (message: ToPage): void => void panel.webview.postMessage(message);
  const draw = async (): Promise<void> => {
    if (!source || !isReady) return;
    const mine = ++round;
    const drawn = await client.sendRequest<GraphAnswer | null>('systemdUnits/graph', {
      textDocument: { uri: client.code2ProtocolConverter.asUri(source) },
      ...options,
      expanded,
    });
    // A later question may have been answered already.
    if (mine !== round) return;
    answer = drawn;
    if (!drawn) return post({ type: 'empty', message: t('This file is no unit, so it has no place in the graph.') });
    panel.title = t('Dependencies of {0}', drawn.unit);
    post({ type: 'graph', answer: drawn, options });
    const states = await statesOf(
      drawn.picture.nodes.map(({ name }) => name),
      managers.of(source),
    );
    if (mine === round) post({ type: 'states', states });
  };
  const follow = async (uri: vscode.Uri): Promise<void> => {
    if (uri.toString() === source?.toString()) return;
    source = uri;
    expanded = [];
    await draw();
  };
  const nodeOf = (id: string) => answer?.picture.nodes.find((node) => node.id === id);
  const receive = async (message: FromPage): Promise<void> => {
    switch (message.type) {
      case 'ready':
        isReady = true;
        return draw();
      case 'options':
        options = message.options;
        return draw();
      case 'expand':
        expanded = [...expanded, nodeOf(message.id)?.name ?? ''];
        return draw();
      case 'export':
        return save(answer, message.format);
      case 'open': {
        const node = nodeOf(message.id);
        return open(node?.path, node?.name ?? '');
      }
      case 'openEdge': {
        const place = answer?.picture.edges.find(({ id }) => id === message.id)?.place;
        return open(place?.path, t('The line'), place?.line);
      }
    }
  };
  panel.webview.onDidReceiveMessage(receive);
  panel.onDidDispose(onClosed);
  panel.webview.html = pageHtml(panel.webview, context, { name: 'graph', title: t('Dependencies'), body: graphBody });
  return {
    draw,
    follow,
    dispose: () => panel.dispose(),
    async show(uri: vscode.Uri) {
      panel.reveal(undefined, true);
      await follow(uri);
    },
  };
}

async function open(path: string | undefined, name: string, line = 0): Promise<void> {
  if (path === undefined) {
    vscode.window.setStatusBarMessage(t('{0} has no file in this workspace or on this machine.', name), 5000);
    return;
  }
  const at = new vscode.Position(line, 0);
  await vscode.window.showTextDocument(vscode.Uri.file(path), {
    viewColumn: vscode.ViewColumn.One,
    selection: new vscode.Range(at, at),
  });
}

async function save(answer: GraphAnswer | null, format: 'svg' | 'dot'): Promise<void> {
  const workspace = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (!answer) return;
  const name = `${answer.unit}.${format}`;
  const target = await vscode.window.showSaveDialog({
    title: t('Export the Dependency Graph'),
    filters: format === 'svg' ? { SVG: ['svg'] } : { 'Graphviz DOT': ['dot', 'gv'] },
    ...(workspace && { defaultUri: vscode.Uri.joinPath(workspace, name) }),
  });
  if (target) await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(answer[format]));
}
