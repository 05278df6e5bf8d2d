import * as vscode from 'vscode';
import {
  schedulePreviewRequest,
  scheduleRequest,
  writeScheduleRequest,
} from '../../../../server/src/protocol/requests.ts';
import { type EditingServices, featureWithCommands } from '../../feature.ts';
import { t } from '../../localize.ts';
import { pageHtml, webviewOptions } from '../webview.ts';
import { type FromSchedule, scheduleBody, type ToSchedule } from './schedule-page.ts';

/** OnCalendar= of a timer as a form. */
export const scheduleEditor = featureWithCommands({
  commands: {
    editSchedule: { title: t('Edit Schedule…'), icon: 'calendar', when: 'timerText', menus: { edit: '1_edit@1' } },
  },
  start: (services: EditingServices) => ({
    run: {
      editSchedule: async (argument?: unknown) => {
        const editor = vscode.window.activeTextEditor;
        const file = argument instanceof vscode.Uri ? argument : editor?.document.uri;
        const line =
          editor && file?.toString() === editor.document.uri.toString() ? editor.selection.active.line : undefined;
        if (file) await openSchedule(file, services, line);
      },
    },
  }),
});

/** Opens the form for a timer's file, at a line of it. */
export async function openSchedule(file: vscode.Uri, services: EditingServices, line?: number): Promise<void> {
  const { context, client } = services;
  // The server answers about files it knows.
  const document = await vscode.workspace.openTextDocument(file);
  const textDocument = { uri: client.code2ProtocolConverter.asUri(file) };
  const answer = await client.sendRequest(scheduleRequest, { textDocument });
  if (!answer) {
    vscode.window.showWarningMessage(
      t('{0} is not a timer, so it has no schedule.', vscode.workspace.asRelativePath(file)),
    );
    return;
  }
  const panel = vscode.window.createWebviewPanel(
    'systemdUnits.schedule',
    t('Schedule of {0}', answer.unit || t('a timer')),
    vscode.ViewColumn.Beside,
    { ...webviewOptions(context), retainContextWhenHidden: true },
  );
  const post = (message: ToSchedule): void => void panel.webview.postMessage(message);
  const showLines = async (at: number | undefined): Promise<void> => {
    const fresh = await client.sendRequest(scheduleRequest, { textDocument });
    if (fresh) post({ kind: 'lines', ...fresh, line: at });
  };
  panel.webview.onDidReceiveMessage(async (message: FromSchedule) => {
    if (message.kind === 'ready') return post({ kind: 'lines', ...answer, line });
    if (message.kind === 'preview') {
      const { schedule, zone, round } = message;
      const preview = await client.sendRequest(schedulePreviewRequest, { schedule, zone });
      if (preview) post({ kind: 'preview', preview, round });
      return undefined;
    }
    const written = await write(document, message, services);
    if (written !== undefined) await showLines(written);
    return undefined;
  });
  panel.webview.html = pageHtml(panel.webview, context, {
    name: 'schedule',
    title: t('Schedule'),
    body: scheduleBody(),
  });
}

/** The edit, which undo takes back; the file is saved by whoever wants it. Settles with the line that was written. */
async function write(
  document: vscode.TextDocument,
  { expression, line }: Extract<FromSchedule, { kind: 'write' }>,
  { client }: EditingServices,
): Promise<number | undefined> {
  const textDocument = { uri: client.code2ProtocolConverter.asUri(document.uri) };
  const edit = await client.sendRequest(writeScheduleRequest, { textDocument, expression, line });
  const converted = await client.protocol2CodeConverter.asWorkspaceEdit(edit ?? undefined);
  if (!converted || !(await vscode.workspace.applyEdit(converted))) {
    vscode.window.showWarningMessage(t('The schedule was not written: the line is not there any more.'));
    return undefined;
  }
  const at = line ?? lineWith(document, `OnCalendar=${expression}`);
  const place = new vscode.Range(at, 0, at, 0);
  await vscode.window.showTextDocument(document, {
    viewColumn: vscode.ViewColumn.One,
    preserveFocus: true,
    selection: place,
  });
  return at;
}

/** The last one of that text. */
function lineWith(document: vscode.TextDocument, text: string): number {
  for (let line = document.lineCount - 1; line > 0; line--) if (document.lineAt(line).text === text) return line;
  return 0;
}
