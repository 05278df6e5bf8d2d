import { stat } from 'node:fs/promises';
import { dirname, isAbsolute, join } from 'node:path';
import * as vscode from 'vscode';
import type { Feature } from '../feature.ts';
import { type Stream, stream } from '../node/process.ts';
import type { Target } from '../operate/actions.ts';
import { type Batches, batches } from '../operate/batches.ts';
import { systemctl } from '../operate/command.ts';
import { followJson, isRange, parseEntry, type Range, type Row, ranges } from '../operate/journal-entry.ts';
import type { FromJournal, ToJournal } from '../webviews/messages.ts';
import { agreesToErrors } from './errors-first.ts';
import { ensureInstalled } from './installed.ts';
import { targetOf } from './target.ts';
import { mayRun, runInTerminal } from './terminal.ts';
import { pageHtml, webviewOptions } from './webview.ts';

/** What is known of a view, for those who wait for it. */
export interface JournalView {
  readonly received: number;
  readonly kept: number;
  readonly matching: number;
  readonly onDidShow: vscode.Event<void>;
  setRange(range: Range): void;
  close(): void;
}

/** The journal of a unit in an editor tab, followed as it grows. */
export const journalViews: Feature = ({ managers, context }) => {
  const open = new Map<string, vscode.WebviewPanel & { view?: JournalView }>();
  const show = async (target: Target): Promise<JournalView | undefined> => {
    const argv = await mayRun(followJson(target.manager, target.name, 'recent'));
    if (!argv) return undefined;
    const key = `${target.manager} ${target.name}`;
    const existing = open.get(key);
    existing?.reveal();
    if (existing?.view) return existing.view;
    const panel: vscode.WebviewPanel & { view?: JournalView } = vscode.window.createWebviewPanel(
      'systemdUnits.journal',
      `Journal: ${target.name}`,
      vscode.ViewColumn.Beside,
      { ...webviewOptions(context), retainContextWhenHidden: true },
    );
    open.set(key, panel);
    panel.onDidDispose(() => open.delete(key));
    panel.view = follow(panel, target);
    panel.webview.html = pageHtml(panel.webview, context, { name: 'journal', title: 'Journal', body });
    return panel.view;
  };
  return vscode.Disposable.from(
    { dispose: () => vscode.Disposable.from(...open.values()).dispose() },
    vscode.commands.registerCommand('systemdUnits.journalView', async (argument?: unknown) => {
      const target = await targetOf(argument, { managers });
      return target && show(target);
    }),
    vscode.commands.registerCommand('systemdUnits.startAndFollow', async (argument?: unknown) => {
      const target = await targetOf(argument, { managers });
      if (!target || !(await ensureInstalled(target)) || !(await agreesToErrors(target, 'Start Anyway')))
        return undefined;
      await show(target);
      const command = systemctl(target.manager, ['start'], [target.name]);
      return runInTerminal({ label: `start ${target.name}`, command });
    }),
  );
};

const option = ([value, title]: [string, string]) => `<option value="${value}">${title}</option>`;
const priorities: [string, string][] = [
  ['7', 'all priorities'],
  ['6', 'info and above'],
  ['5', 'notice and above'],
  ['4', 'warnings and errors'],
  ['3', 'errors'],
];

const body = `<div id="bar">
<input id="search" type="search" placeholder="Filter (text or /expression/)" aria-label="Filter">
<select id="priority" aria-label="Priority">${priorities.map(option).join('')}</select>
<select id="range" aria-label="Range">${Object.entries(ranges)
  .map(([id, { title }]) => option([id, title]))
  .join('')}</select>
<button id="pause" aria-pressed="false">Pause</button>
<span id="count" role="status"></span>
</div>
<div id="list" tabindex="0" role="log"><div id="canvas"></div></div>
<pre id="detail" hidden></pre>`;

/** Feeds a panel from journalctl as long as it is open. */
function follow(panel: vscode.WebviewPanel, target: Target): JournalView {
  const shown = new vscode.EventEmitter<void>();
  const figures = { received: 0, kept: 0, matching: 0 };
  const send = (message: ToJournal) => panel.webview.postMessage(message);
  let source: { readonly stream: Stream; readonly queue: Batches<Row> } | undefined;
  const start = async (range: Range) => {
    source?.stream.end();
    source = undefined;
    send({ kind: 'restart', title: target.name });
    const argv = await mayRun(followJson(target.manager, target.name, range));
    if (argv) source = read(argv, send);
  };
  panel.webview.onDidReceiveMessage((message: FromJournal) => {
    if (message.kind === 'ready') start('recent');
    else if (message.kind === 'range' && isRange(message.range)) start(message.range);
    else if (message.kind === 'open') openPlace(message, target);
    else if (message.kind === 'shown') {
      Object.assign(figures, { received: message.received, kept: message.kept, matching: message.matching });
      source?.queue.acknowledge();
      shown.fire();
    }
  });
  panel.onDidDispose(() => {
    source?.stream.end();
    shown.dispose();
  });
  return {
    get received() {
      return figures.received;
    },
    get kept() {
      return figures.kept;
    },
    get matching() {
      return figures.matching;
    },
    onDidShow: shown.event,
    setRange: start,
    close: () => panel.dispose(),
  };
}

function read(argv: Parameters<typeof stream>[0], send: (message: ToJournal) => void) {
  const source = stream(argv, {
    lines: (lines) => queue.add(lines.flatMap((line) => parseEntry(line) ?? [])),
    ended: (code, stderr) => send({ kind: 'ended', message: stderr.trim() || `journalctl ended with ${code}` }),
  });
  const queue = batches<Row>({
    send: (rows) => send({ kind: 'rows', rows }),
    pause: source.pause,
    resume: source.resume,
  });
  return { stream: source, queue };
}

/** Opens what a message names, if there is such a file: as it stands, or below a folder of the workspace. */
async function openPlace({ path, line, column }: FromJournal & { kind: 'open' }, target: Target): Promise<void> {
  const folders = [...(vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.fsPath), dirname(target.path)];
  const candidates = isAbsolute(path) ? [path] : folders.map((folder) => join(folder, path));
  for (const candidate of candidates) {
    const isFile = await stat(candidate).then(
      (found) => found.isFile(),
      () => false,
    );
    if (!isFile) continue;
    const position = new vscode.Position(Math.max(0, line - 1), Math.max(0, (column ?? 1) - 1));
    await vscode.window.showTextDocument(vscode.Uri.file(candidate), {
      selection: new vscode.Range(position, position),
      viewColumn: vscode.ViewColumn.One,
    });
    return;
  }
  vscode.window.showInformationMessage(`${path} is not on this machine, nor in the folders of this window.`);
}
