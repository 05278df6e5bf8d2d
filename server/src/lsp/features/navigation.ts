import type { Location, LocationLink } from 'vscode-languageserver';
import { pageLink } from '../../features/manual-text.ts';
import { definition } from '../../features/navigation/navigate.ts';
import { documentLinks } from '../../features/references.ts';
import type { AtPosition, InDocument, LspFeature } from '../feature-context.ts';
import { runSafe } from '../run-safe.ts';
import { FILE_START, toRange } from '../to-lsp/ranges.ts';

export const definitionFeature: LspFeature = ({ connection, service, session, log, linesOf, offsetAt }) => {
  connection.onDefinition(
    runSafe('definition', [], log, (params: AtPosition): Location[] | LocationLink[] => {
      const { uri } = params.textDocument;
      const found = service.ask(uri, [], (document, { units }) => definition(document, offsetAt(params), units));
      if (!session.client.links) return found.map(({ path }) => ({ uri: session.uris.toUri(path), range: FILE_START }));
      return found.map(
        ({ path, origin }): LocationLink => ({
          targetUri: session.uris.toUri(path),
          targetRange: FILE_START,
          targetSelectionRange: FILE_START,
          originSelectionRange: toRange(linesOf(uri), origin),
        }),
      );
    }),
  );
  return { definitionProvider: true };
};

export const linksFeature: LspFeature = ({ connection, service, log, linesOf }) => {
  connection.onDocumentLinks(
    runSafe('links', [], log, ({ textDocument: { uri } }: InDocument) =>
      service.ask(uri, [], documentLinks).flatMap(({ target: named, tooltip, ...span }) => {
        const target = led(named);
        return target === undefined ? [] : [{ range: toRange(linesOf(uri), span), target, tooltip }];
      }),
    ),
  );
  /** No editor opens `man:` by itself. */
  const led = (target: string): string | undefined => {
    const page = /^man:(.+\(\w+\))$/.exec(target)?.[1];
    return page === undefined ? target : pageLink(page, service.environment);
  };
  return { documentLinkProvider: {} };
};
