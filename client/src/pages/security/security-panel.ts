import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { relatedUnitsRequest } from '../../../../server/src/protocol/requests.ts';
import { onUnit } from '../../actions/on-unit.ts';
import { featureWithCommands, type Services } from '../../feature.ts';
import { t } from '../../localize.ts';
import { query } from '../../machine/query.ts';
import { closable } from '../../systemd/hardening.ts';
import { isAssessable, parseExposures, parseScore, security, serviceOf } from '../../systemd/security.ts';
import type { Target } from '../../systemd/unit-of-file.ts';
import { pageHtml, webviewOptions } from '../webview.ts';
import { hardeningEdit } from './hardening-fixes.ts';
import type { FromReport, Report } from './security-messages.ts';

const action = {
  title: t('Show Security Report'),
  icon: 'shield',
  when: 'tools',
  menus: { analyze: '1_unit@3' },
  needs: ['trusted', 'systemd'],
  takesTemplate: true,
  probe: ({ manager, path }: Target) => security(manager, path),
} as const;

/** The security report of a service, with a button for each setting that reduces its exposure. */
export const securityReport = featureWithCommands({
  commands: { security: action },
  start(services: Services) {
    const show = async (target: Target) => {
      const assessed = await assessedService(target, services.client);
      if (assessed) await showReport(assessed, services);
    };
    return { run: { security: onUnit({ ...action, show }, services) } };
  },
});

async function showReport({ target, of }: Assessed, { context }: Services): Promise<void> {
  const report = { ...(await ask(target)), ...(of !== undefined && { of }) };
  if (report.exposures.length === 0) {
    vscode.window.showWarningMessage(
      t(
        'systemd-analyze security gives no result for {0}: it assesses only services, and unit files only since systemd 250.',
        target.name,
      ),
    );
    return;
  }
  const panel = vscode.window.createWebviewPanel(
    'systemdUnits.security',
    t('{0}: security', target.name),
    vscode.ViewColumn.Beside,
    webviewOptions(context),
  );
  const saved = vscode.workspace.onDidSaveTextDocument(async ({ uri }) => {
    if (uri.fsPath === target.path) panel.webview.postMessage({ ...report, ...(await ask(target)) });
  });
  panel.onDidDispose(() => saved.dispose());
  panel.webview.onDidReceiveMessage((message: FromReport) => {
    if (message.kind === 'ready') panel.webview.postMessage(report);
    else addDirective(target, message.assignment, report);
  });
  panel.webview.html = pageHtml(panel.webview, context, {
    name: 'security',
    title: t('Security'),
    body: '<main id="report"></main>',
  });
}

async function ask({ manager, path, name }: Target): Promise<Report> {
  const [table, json] = await Promise.all([
    query(security(manager, path)),
    query(security(manager, path, ['--json=short'])),
  ]);
  const exposures = parseExposures(json.stdout);
  if (exposures.length === 0) return { unit: name, score: undefined, exposures };
  const open = closable(exposures, (await vscode.workspace.openTextDocument(path)).getText());
  return {
    unit: name,
    score: parseScore(table.stdout),
    // No button for settings that are present already or would have no effect.
    exposures: exposures.map((exposure) => (open.includes(exposure) ? exposure : { ...exposure, remedy: undefined })),
  };
}

/** Saved at once, so that the report follows; undo takes it back. */
async function addDirective({ path }: Target, assignment: string, { exposures }: Report): Promise<void> {
  if (!exposures.some(({ remedy }) => remedy === assignment)) return;
  const document = await vscode.workspace.openTextDocument(path);
  await vscode.workspace.applyEdit(hardeningEdit(document, assignment));
  await document.save();
}

/** A service to assess, and the unit that starts it if the user asked about that. */
export interface Assessed {
  readonly target: Target;
  readonly of?: string | undefined;
}

/** The service a unit stands for: itself, that of a drop-in, or the one that a timer, socket or path unit starts. */
export async function assessedService(target: Target, client: BaseLanguageClient): Promise<Assessed | undefined> {
  if (isAssessable(target.path)) return { target };
  const uri = vscode.Uri.file(target.path);
  // The server answers about files it knows.
  await vscode.workspace.openTextDocument(uri);
  const textDocument = { uri: client.code2ProtocolConverter.asUri(uri) };
  const related = await client.sendRequest(relatedUnitsRequest, { textDocument });
  const found = serviceOf(target, related);
  if ('refusal' in found) {
    vscode.window.showWarningMessage(found.refusal);
    return undefined;
  }
  const path = client.protocol2CodeConverter.asUri(found.uri).fsPath;
  if (target.kind === 'service') return { target: { ...target, path } };
  return { target: { ...target, kind: 'service', name: found.name, path }, of: target.name };
}
