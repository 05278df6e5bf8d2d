import * as vscode from 'vscode';
import type { GraphAnswer, GraphOptions } from '../../../../server/src/protocol/requests.ts';
import type { Services } from '../../feature.ts';
import { t } from '../../localize.ts';
import { pageHtml, webviewOptions } from '../webview.ts';
import { type FromPage, graphBody, type ToPage } from './graph-page.ts';
import type { GraphSource } from './graph-source.ts';

const FIRST: GraphOptions = { depth: 1, kinds: ['requirement', 'ordering', 'trigger', 'conflict'] };

/** The tab in which graphs are drawn, one at a time. */
export interface GraphPanel extends vscode.Disposable {
  readonly source: GraphSource | undefined;
  /** Comes to the front with it. */
  show(source: GraphSource): Promise<void>;
  /** Stays where it is. */
  follow(source: GraphSource): Promise<void>;
  draw(): Promise<void>;
}

export function openGraphPanel(
  { context, client }: Pick<Services, 'context' | 'client'>,
  onClosed: () => void,
): GraphPanel {
  const panel = vscode.window.createWebviewPanel(
    'systemdUnits.graph',
    t('Dependencies'),
    { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
    { ...webviewOptions(context), retainContextWhenHidden: true },
  );
  const drawing = graphDrawing(panel);
  // The client maps paths of the server to URIs.
  const open = (path: string | undefined, name: string, line?: number) =>
    openAt(path && client.protocol2CodeConverter.asUri(vscode.Uri.file(path).toString()), name, line);
  const nodeOf = (id: string) => drawing.answer?.picture.nodes.find((node) => node.id === id);
  panel.webview.onDidReceiveMessage((message: FromPage): void | Thenable<void> => {
    switch (message.type) {
      case 'ready':
        return drawing.change({ isReady: true });
      case 'options':
        return drawing.change({ options: message.options });
      case 'expand':
        return drawing.expand(nodeOf(message.id)?.name ?? '');
      case 'export':
        return drawing.answer && save(drawing.answer, message.format);
      case 'open': {
        const node = nodeOf(message.id);
        return open(node?.path, node?.name ?? '');
      }
      case 'openEdge': {
        const place = drawing.answer?.picture.edges.find(({ id }) => id === message.id)?.place;
        return open(place?.path, t('The line'), place?.line);
      }
    }
  });
  panel.onDidDispose(onClosed);
  const follow = async (source: GraphSource) => {
    if (source.id !== drawing.source?.id) await drawing.change({ source, expanded: [] });
  };
  panel.webview.html = pageHtml(panel.webview, context, { name: 'graph', title: t('Dependencies'), body: graphBody });
  return {
    get source() {
      return drawing.source;
    },
    follow,
    show(source) {
      panel.reveal(undefined, true);
      return follow(source);
    },
    draw: () => drawing.change({}),
    dispose: () => panel.dispose(),
  };
}

interface Settled {
  readonly source?: GraphSource;
  readonly options: GraphOptions;
  readonly expanded: readonly string[];
  /** The page listens. */
  readonly isReady: boolean;
}

/** What is drawn in the panel; each change draws it anew. */
function graphDrawing(panel: vscode.WebviewPanel) {
  let settled: Settled = { options: FIRST, expanded: [], isReady: false };
  let answer: GraphAnswer | undefined;
  let round = 0;
  const post = (message: ToPage): void => void panel.webview.postMessage(message);
  const change = async (changes: Partial<Settled>): Promise<void> => {
    settled = { ...settled, ...changes };
    const { source, options, expanded, isReady } = settled;
    if (!source || !isReady) return;
    const mine = ++round;
    const drawn = await source.draw({ ...options, expanded });
    // A later question may have been answered already.
    if (mine !== round) return;
    answer = 'answer' in drawn ? drawn.answer : undefined;
    if (!('answer' in drawn)) return post({ type: 'empty', message: drawn.refusal });
    panel.title = drawn.title;
    post({ type: 'graph', answer: drawn.answer, options });
    const states = await drawn.states;
    if (mine === round) post({ type: 'states', states });
  };
  return {
    get answer() {
      return answer;
    },
    get source() {
      return settled.source;
    },
    change,
    expand: (name: string) => change({ expanded: [...settled.expanded, name] }),
  };
}

async function openAt(file: vscode.Uri | '' | undefined, name: string, line = 0): Promise<void> {
  if (!file) {
    vscode.window.setStatusBarMessage(t('{0} has no file in this workspace or on this machine.', name), 5000);
    return;
  }
  const at = new vscode.Position(line, 0);
  await vscode.window.showTextDocument(file, {
    viewColumn: vscode.ViewColumn.One,
    selection: new vscode.Range(at, at),
  });
}

async function save(answer: GraphAnswer, format: 'svg' | 'dot'): Promise<void> {
  const workspace = vscode.workspace.workspaceFolders?.[0]?.uri;
  const name = `${answer.unit}.${format}`;
  const target = await vscode.window.showSaveDialog({
    title: t('Export the Dependency Graph'),
    filters: format === 'svg' ? { SVG: ['svg'] } : { 'Graphviz DOT': ['dot', 'gv'] },
    ...(workspace && { defaultUri: vscode.Uri.joinPath(workspace, name) }),
  });
  if (target) await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(answer[format]));
}
