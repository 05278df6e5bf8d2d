import { type CodeAction, CodeActionKind, type Diagnostic, type TextEdit } from 'vscode-languageserver';
import type { UnitAction } from '../../features/units/actions.ts';
import type { Fix } from '../../rules/rule.ts';
import type { LineIndex } from '../../text/line-index.ts';
import { type ClientPlaces, FILE_START, toRange } from './places.ts';

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

/** Making a file is an edit as well, and undone with one key. */
export function toUnitAction(
  { uri, lines, uris }: Whereabouts,
  { title, kind, edits, create }: UnitAction,
): CodeAction {
  if (!create) {
    const changes = { [uri]: (edits ?? []).map((edit) => ({ range: toRange(lines, edit), newText: edit.text })) };
    return { title, kind, edit: { changes } };
  }
  const target = uris.toUri(create.path);
  const text = [{ range: FILE_START, newText: create.text }];
  return {
    title,
    kind,
    edit: {
      documentChanges: [
        { kind: 'create', uri: target, options: { ignoreIfExists: true } },
        { textDocument: { uri: target, version: null }, edits: text },
      ],
    },
  };
}

/** An open text, and how the client names files. */
interface Whereabouts extends Pick<ClientPlaces, 'uris'> {
  readonly uri: string;
  readonly lines: LineIndex;
}
