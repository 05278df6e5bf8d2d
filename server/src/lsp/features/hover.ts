import type { Span } from '../../text/span.ts';
import type { AtPosition, LspFeature } from '../feature-context.ts';
import { runSafe } from '../run-safe.ts';
import { toRange } from '../to-lsp/ranges.ts';

export const hoverFeature: LspFeature = ({ connection, service, log, linesOf, offsetAt }) => {
  connection.onHover(
    runSafe('hover', null, log, async (params: AtPosition) => {
      const { uri } = params.textDocument;
      const found = await service.askAny(
        uri,
        Promise.resolve<(Span & { markdown: string }) | undefined>(undefined),
        (features, document, environment) => features.hover(document, offsetAt(params), environment),
      );
      return found
        ? { range: toRange(linesOf(uri), found), contents: { kind: 'markdown', value: found.markdown } }
        : null;
    }),
  );
  return { hoverProvider: true };
};
