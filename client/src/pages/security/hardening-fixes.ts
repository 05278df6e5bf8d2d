import * as vscode from 'vscode';
import { feature } from '../../feature.ts';
import { t } from '../../localize.ts';
import { query } from '../../machine/query.ts';
import { closable, gentleFirst, harden } from '../../systemd/hardening.ts';
import { type Exposure, parseExposures, security } from '../../systemd/security.ts';
import { canAssess, savedFileCache } from './security-lens.ts';

/** The largest number of quick fixes; the report lists all. */
const MOST = 6;

/** Quick fixes on `[Service]`, and on the hint about hardening: each writes one setting of the security report. */
export const hardeningFixes = feature(({ managers, states }) => {
  const reports = savedFileCache(async (uri): Promise<Exposure[]> => {
    const { stdout } = await query(security(managers.of(uri), uri.fsPath, ['--json=short']));
    return parseExposures(stdout);
  });
  const provider: vscode.CodeActionProvider = {
    async provideCodeActions(document, range, { diagnostics }) {
      const hints = diagnostics.filter((problem) => codeOf(problem) === 'hardening');
      if (hints.length === 0 && !isHeader(document.lineAt(range.start).text)) return [];
      if (!canAssess(document.uri, states)) return [];
      const open = gentleFirst(closable(await reports.of(document.uri), document.getText()));
      const actions = open.slice(0, MOST).map((exposure) => toAction(document, exposure));
      if (open.length > MOST) actions.push(reportAction(document.uri, open.length));
      for (const action of actions) action.diagnostics = hints;
      return actions;
    },
  };
  const kinds = { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] };
  return vscode.Disposable.from(
    reports,
    vscode.languages.registerCodeActionsProvider({ language: 'systemd', scheme: 'file' }, provider, kinds),
  );
});

const isHeader = (line: string): boolean => /^\s*\[Service\]\s*$/.test(line);

const codeOf = ({ code }: vscode.Diagnostic): unknown => (typeof code === 'object' ? code.value : code);

function toAction(document: vscode.TextDocument, { remedy = '', exposure }: Exposure): vscode.CodeAction {
  const gain = exposure.toFixed(1);
  const instead = harden(document.getText(), remedy)?.instead;
  const title = instead
    ? t('Harden: {0} instead of {1} (exposure −{2})', remedy, instead, gain)
    : t('Harden: add {0} (exposure −{1})', remedy, gain);
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.edit = hardeningEdit(document, remedy);
  return action;
}

function reportAction(uri: vscode.Uri, open: number): vscode.CodeAction {
  const title = t('Harden: show all {0} settings that can be tightened…', open);
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.command = { title, command: 'systemdUnits.security', arguments: [uri] };
  return action;
}

/** The edit that writes an assignment into [Service]; empty if there is nothing to write. */
export function hardeningEdit(document: vscode.TextDocument, assignment: string): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  const change = harden(document.getText(), assignment);
  if (!change) return edit;
  const range = new vscode.Range(document.positionAt(change.start), document.positionAt(change.end));
  edit.replace(document.uri, range, change.text);
  return edit;
}
