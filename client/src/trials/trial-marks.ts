import * as vscode from 'vscode';
import type { Mark } from '../../../server/src/protocol/requests.ts';
import { t } from '../localize.ts';

const SOURCE = 'systemd';

/** What the last trials have shown, at the lines of files, until a line is changed or another trial is run. */
export interface TrialMarks extends vscode.Disposable {
  /** Puts the marks of a trial in the place of those that the files of its unit had. */
  set(files: readonly string[], marks: readonly Mark[]): void;
}

export function trialMarks(): TrialMarks {
  const collection = vscode.languages.createDiagnosticCollection('systemdUnits.trial');
  const known = new Map<string, readonly Mark[]>();
  const show = (document: vscode.TextDocument): void => {
    const marks = known.get(document.uri.fsPath);
    if (marks)
      collection.set(
        document.uri,
        marks.flatMap((mark) => problemOf(document, mark) ?? []),
      );
  };
  const provider = vscode.languages.registerCodeActionsProvider(
    { language: 'systemd', scheme: 'file' },
    { provideCodeActions: (document, _, { diagnostics }) => actionsFor(document, diagnostics, known) },
    { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
  );
  const listeners = vscode.Disposable.from(
    collection,
    provider,
    vscode.workspace.onDidChangeTextDocument(({ document }) => show(document)),
    vscode.workspace.onDidOpenTextDocument(show),
  );
  return {
    set(files, marks) {
      for (const path of files) {
        known.delete(path);
        collection.delete(vscode.Uri.file(path));
      }
      for (const path of new Set(marks.map((mark) => mark.path)))
        known.set(
          path,
          marks.filter((mark) => mark.path === path),
        );
      vscode.workspace.textDocuments.forEach(show);
    },
    dispose: () => listeners.dispose(),
  };
}

/** At the line as it was tried, wherever it stands by now; undefined once it was changed. */
function problemOf(document: vscode.TextDocument, mark: Mark): vscode.Diagnostic | undefined {
  const range = rangeOf(document, mark);
  if (!range) return undefined;
  const severity = mark.isReason ? vscode.DiagnosticSeverity.Warning : vscode.DiagnosticSeverity.Information;
  const problem = new vscode.Diagnostic(range, mark.message, severity);
  problem.source = SOURCE;
  problem.code = 'trial';
  return problem;
}

function rangeOf(document: vscode.TextDocument, { line, text }: Mark): vscode.Range | undefined {
  const key = text.slice(0, text.indexOf('=') + 1);
  const isIt = (number: number): boolean =>
    number >= 0 && number < document.lineCount && sameLine(document.lineAt(number).text, text, key);
  const numbers = [line - 1, ...Array.from({ length: document.lineCount }, (_, index) => index)];
  const found = numbers.find(isIt);
  if (found === undefined) return undefined;
  const { firstNonWhitespaceCharacterIndex, range } = document.lineAt(found);
  return range.with(range.start.translate(0, firstNonWhitespaceCharacterIndex));
}

/** A value may go on in the next line, and blanks may stand around the equals sign. */
const sameLine = (line: string, text: string, key: string): boolean => {
  const plain = line.trim().replace(/\s*=\s*/, '=');
  return plain.startsWith(key) && (plain === text || text.startsWith(plain.replace(/\\$/, '').trimEnd()));
};

function actionsFor(
  document: vscode.TextDocument,
  diagnostics: readonly vscode.Diagnostic[],
  known: ReadonlyMap<string, readonly Mark[]>,
): vscode.CodeAction[] {
  return diagnostics
    .filter(({ source, code }) => source === SOURCE && code === 'trial')
    .flatMap((problem) => {
      const mark = known.get(document.uri.fsPath)?.find(({ message }) => message === problem.message);
      const find = new vscode.CodeAction(t('Find the directive by more trials'), vscode.CodeActionKind.QuickFix);
      find.command = { title: find.title, command: 'systemdUnits.findDirective', arguments: [document.uri] };
      find.diagnostics = [problem];
      return [...(mark && mark.add.length > 0 ? [writing(document, problem, mark.add)] : []), find];
    });
}

/** Writes what lets the service do it again below the line: of what stands twice, systemd takes the last, or both. */
function writing(document: vscode.TextDocument, problem: vscode.Diagnostic, add: readonly string[]): vscode.CodeAction {
  const action = new vscode.CodeAction(t('Write {0}', add.join(', ')), vscode.CodeActionKind.QuickFix);
  action.diagnostics = [problem];
  action.edit = new vscode.WorkspaceEdit();
  const line = document.lineAt(problem.range.start.line);
  const key = line.text.slice(0, line.text.indexOf('=')).trim();
  for (const assignment of add) {
    const isSame = assignment.startsWith(`${key}=`) && REPLACED.test(key);
    if (isSame) action.edit.replace(document.uri, line.range, assignment);
    else action.edit.insert(document.uri, lastOf(document, line), `\n${assignment}`);
  }
  return action;
}

/** Directives with one value: a second line would only be confusing. */
const REPLACED =
  /^(?:Protect\w+|Private\w+|NoNewPrivileges|RestrictNamespaces|RestrictRealtime|RestrictSUIDSGID|LockPersonality|MemoryDenyWriteExecute|ProcSubset|DynamicUser)$/;

/** The end of an assignment that goes on in further lines. */
function lastOf(document: vscode.TextDocument, first: vscode.TextLine): vscode.Position {
  let line = first;
  while (line.text.endsWith('\\') && line.lineNumber + 1 < document.lineCount)
    line = document.lineAt(line.lineNumber + 1);
  return line.range.end;
}
