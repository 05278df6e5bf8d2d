import type { CodeAction, Diagnostic, TextEdit } from 'vscode-languageserver';
import type { Fix } from '../../engine/rule.ts';
import type { UnitAction } from '../../features/lenses/unit-actions.ts';
import type { LineIndex } from '../../text/line-index.ts';
import { CodeActionKind } from '../vscode-languageserver.ts';
import { type ClientConventions, FILE_START, toRange } from './ranges.ts';

const toEdits = (lines: LineIndex, fix: Fix): TextEdit[] =>
  fix.edits.map((edit) => ({ range: toRange(lines, edit), newText: edit.text }));

export function toCodeAction(
  uri: string,
  lines: LineIndex,
  fix: Fix,
  diagnostics: Diagnostic[],
  kind: string = CodeActionKind.QuickFix,
): CodeAction {
  return {
    title: fix.title,
    kind,
    diagnostics,
    isPreferred: fix.preferred === true,
    edit: { changes: { [uri]: toEdits(lines, fix) } },
  };
}

/** Making a file, or giving it another name, is an edit as well, and undone with one key. */
export function toUnitAction({ uri, lines, uris }: Whereabouts, action: UnitAction): CodeAction {
  const { title, kind, create, rename } = action;
  const own = (action.edits ?? []).map((edit) => ({ range: toRange(lines, edit), newText: edit.text }));
  if (rename !== undefined) {
    const documentChanges = [{ kind: 'rename' as const, oldUri: uri, newUri: uris.toUri(rename) }];
    return { title, kind, edit: { documentChanges } };
  }
  if (!create) return { title, kind, edit: { changes: { [uri]: own } } };
  const target = uris.toUri(create.path);
  const text = [{ range: FILE_START, newText: create.text }];
  return {
    title,
    kind,
    edit: {
      documentChanges: [
        { kind: 'create', uri: target, options: { ignoreIfExists: true } },
        { textDocument: { uri: target, version: null }, edits: text },
        ...(own.length > 0 ? [{ textDocument: { uri, version: null }, edits: own }] : []),
      ],
    },
  };
}

/** An open text, and how the client names files. */
interface Whereabouts extends Pick<ClientConventions, 'uris'> {
  readonly uri: string;
  readonly lines: LineIndex;
}
