import type { CodeAction, Range } from 'vscode-languageserver';
import { findingsAt, quickFixes } from '../../features/code-actions.ts';
import { beginnings, unitActions } from '../../features/lenses/unit-actions.ts';
import { fixAll, judgeForAll, offered } from '../../features/sure-fixes.ts';
import type { InDocument, LspFeature } from '../feature-context.ts';
import { runSafe } from '../run-safe.ts';
import { toCodeAction, toUnitAction } from '../to-lsp/code-action.ts';
import { toDiagnostic } from '../to-lsp/diagnostics.ts';
import { CodeActionKind } from '../vscode-languageserver.ts';

interface Params extends InDocument {
  readonly range: Range;
  readonly context: { readonly only?: readonly string[] };
}

export const codeActionsFeature: LspFeature = ({ connection, service, session, log, linesOf }) => {
  connection.onCodeAction(
    runSafe('code actions', [], log, ({ textDocument: { uri }, range, context: { only } }: Params): CodeAction[] => {
      const lines = linesOf(uri);
      const wants = (kind: string): boolean =>
        !only || only.some((wanted) => kind === wanted || kind.startsWith(`${wanted}.`));
      const findings = service.diagnostics(uri).all();
      const span = { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) };
      const document = service.document(uri);
      if (!document) return [];
      const { path, text } = document;
      const judge = judgeForAll(service.documents(uri), service.around(uri, path));
      const fixes = wants(CodeActionKind.QuickFix)
        ? offered(quickFixes(findingsAt(findings, span), span), text, judge)
        : [];
      const others = service
        .ask(uri, [], (unit, { units }) => [
          ...unitActions(unit, span, { index: units, asked: only !== undefined }),
          ...(session.client.lineCompletions ? [] : beginnings(unit)),
        ])
        .filter(
          ({ kind, create, rename }) =>
            wants(kind) && (!create || session.client.creates) && (!rename || session.client.renames),
        )
        .map((action) => toUnitAction({ uri, lines, uris: session.uris }, action));
      const actions = fixes.map((fix) =>
        toCodeAction(uri, lines, fix, [
          toDiagnostic(lines, fix.finding, { uris: session.uris, linesOf: () => undefined }),
        ]),
      );
      // "Fix all" is offered where it is asked for by name: on save, or from the Source Action menu.
      const all =
        only && wants(CodeActionKind.SourceFixAll)
          ? fixAll(
              text,
              findings.map((lazy) => lazy.resolve()),
              judge,
            )
          : undefined;
      return all
        ? [...actions, ...others, toCodeAction(uri, lines, all, [], CodeActionKind.SourceFixAll)]
        : [...actions, ...others];
    }),
  );
  const { QuickFix, RefactorExtract, RefactorRewrite, SourceFixAll } = CodeActionKind;
  return { codeActionProvider: { codeActionKinds: [QuickFix, RefactorExtract, RefactorRewrite, SourceFixAll] } };
};
