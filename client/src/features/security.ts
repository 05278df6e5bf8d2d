import * as vscode from 'vscode';
import type { Feature, Services } from '../feature.ts';
import type { Target } from '../operate/actions.ts';
import { parseExposures, parseScore, placeForDirective, type Score, security } from '../operate/security.ts';
import { unitOfFile } from '../operate/unit-of-file.ts';
import { setting } from '../settings.ts';
import type { FromReport, Report } from '../webviews/security-messages.ts';
import { targetOf } from './target.ts';
import { mayRun } from './terminal.ts';
import { pageHtml, webviewOptions } from './webview.ts';
import { askPlaced } from './where.ts';

/** How far a service is confined: a score above its section, and a report that helps to better it. */
export const securityReport: Feature = (services) =>
  vscode.Disposable.from(
    scoreLens(services),
    vscode.commands.registerCommand('systemdUnits.security', async (argument?: unknown) => {
      const target = await targetOf(argument, { managers: services.managers, takesTemplate: true });
      if (target && (await mayRun(security(target.manager, target.path)))) await showReport(target, services);
    }),
  );

async function showReport(target: Target, { context }: Services): Promise<void> {
  const report = await ask(target);
  if (report.exposures.length === 0) {
    vscode.window.showWarningMessage(
      `systemd-analyze security says nothing of ${target.name}: it judges services only, and files since systemd 250.`,
    );
    return;
  }
  const panel = vscode.window.createWebviewPanel(
    'systemdUnits.security',
    `Security: ${target.name}`,
    vscode.ViewColumn.Beside,
    webviewOptions(context),
  );
  const saved = vscode.workspace.onDidSaveTextDocument(async ({ uri }) => {
    if (uri.fsPath === target.path) panel.webview.postMessage(await ask(target));
  });
  panel.onDidDispose(() => saved.dispose());
  panel.webview.onDidReceiveMessage((message: FromReport) => {
    if (message.kind === 'ready') panel.webview.postMessage(report);
    else addDirective(target, message.assignment, report);
  });
  panel.webview.html = pageHtml(panel.webview, context, { name: 'security', title: 'Security', body: '' });
}

async function ask({ manager, path, name }: Target): Promise<Report> {
  const [table, json] = await Promise.all([
    askPlaced(security(manager, path)),
    askPlaced(security(manager, path, ['--json=short'])),
  ]);
  return { unit: name, score: parseScore(table.stdout), exposures: parseExposures(json.stdout) };
}

/** Puts it at the end of [Service] and saves, so that the report follows; undo takes it back. */
async function addDirective({ path }: Target, assignment: string, { exposures }: Report): Promise<void> {
  if (!exposures.some(({ remedy }) => remedy === assignment)) return;
  const document = await vscode.workspace.openTextDocument(path);
  const place = placeForDirective(document.getText());
  if (place === undefined) return;
  const edit = new vscode.WorkspaceEdit();
  const position = document.positionAt(place);
  const newline = position.character > 0 ? '\n' : '';
  edit.insert(document.uri, position, `${newline}${assignment}\n`);
  await vscode.workspace.applyEdit(edit);
  await document.save();
}

/** Asked once per saved state of a file. */
function scoreLens({ managers, states }: Services): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const scores = new Map<string, Promise<Score | undefined>>();
  const scoreOf = (uri: vscode.Uri) => {
    const key = uri.toString();
    const known = scores.get(key) ?? askScore(uri, managers.of(uri));
    scores.set(key, known);
    return known;
  };
  const provider: vscode.CodeLensProvider = {
    onDidChangeCodeLenses: changed.event,
    async provideCodeLenses(document) {
      const { uri } = document;
      const file = unitOfFile(uri.path);
      const isService = 'unit' in file && file.unit.kind === 'service' && file.role === 'fragment';
      const blocked = states.obstacle === 'untrusted' || states.obstacle === 'missing';
      if (!isService || blocked || !setting('codeLens.enabled', uri)) return [];
      const header = /^\[Service\]/m.exec(document.getText());
      const score = header ? await scoreOf(uri) : undefined;
      if (!header || !score) return [];
      const place = document.positionAt(header.index);
      const title = `Security: exposure ${score.exposure.toFixed(1)} ${score.level}`;
      return [
        new vscode.CodeLens(new vscode.Range(place, place), {
          title,
          command: 'systemdUnits.security',
          arguments: [uri],
        }),
      ];
    },
  };
  const forget = ({ uri }: vscode.TextDocument) => {
    if (scores.delete(uri.toString())) changed.fire();
  };
  return vscode.Disposable.from(
    changed,
    vscode.languages.registerCodeLensProvider({ language: 'systemd', scheme: 'file' }, provider),
    vscode.workspace.onDidSaveTextDocument(forget),
    vscode.workspace.onDidCloseTextDocument(forget),
    vscode.workspace.onDidGrantWorkspaceTrust(() => {
      scores.clear();
      changed.fire();
    }),
  );
}

async function askScore(uri: vscode.Uri, manager: 'system' | 'user'): Promise<Score | undefined> {
  const { code, stdout } = await askPlaced(security(manager, uri.fsPath));
  return code === 0 ? parseScore(stdout) : undefined;
}
