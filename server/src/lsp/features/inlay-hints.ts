import type { InlayHint, Range } from 'vscode-languageserver';
import { inlayHints } from '../../features/inlay-hints.ts';
import type { InDocument, LspFeature } from '../feature-context.ts';
import { runSafe } from '../run-safe.ts';

interface Params extends InDocument {
  readonly range: Range;
}

export const inlayHintsFeature: LspFeature = ({ connection, service, session, log, linesOf }) => {
  connection.languages.inlayHint.on(
    runSafe('inlay hints', [], log, ({ textDocument: { uri }, range }: Params): InlayHint[] => {
      const lines = linesOf(uri);
      const span = { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) };
      const found = service.ask(uri, [], (document, { now }) =>
        inlayHints(document, span, session.settingsFor(document.path).inlayHints, now()),
      );
      return found.map(({ offset, label, tooltip }) => ({
        position: lines.positionAt(offset),
        label,
        tooltip: { kind: 'markdown', value: tooltip },
        paddingLeft: true,
      }));
    }),
  );
  return { inlayHintProvider: true };
};
