import type { LocationLink, Range } from 'vscode-languageserver';
import { documentLinks } from '../../features/references.ts';
import { definition } from '../../features/units/navigate.ts';
import { runSafe } from '../run-safe.ts';
import { toRange } from '../to-lsp.ts';
import { pathToUri } from '../uris.ts';
import type { At, LspFeature, Whole } from '../wire.ts';

const FILE_START: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

export const definitionFeature: LspFeature = ({ connection, service, log, linesOf, offsetAt }) => {
  connection.onDefinition(
    runSafe('definition', [], log, (params: At) => {
      const { uri } = params.textDocument;
      const found = service.ask(uri, [], (document, { units }) => definition(document, offsetAt(params), units));
      return found.map(
        ({ path, origin }): LocationLink => ({
          targetUri: pathToUri(path),
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
    runSafe('links', [], log, ({ textDocument: { uri } }: Whole) =>
      service
        .ask(uri, [], documentLinks)
        .map(({ target, tooltip, ...span }) => ({ range: toRange(linesOf(uri), span), target: led(target), tooltip })),
    ),
  );
  /** No editor opens `man:` by itself. */
  const led = (target: string): string => {
    const page = /^man:(.+\(\w+\))$/.exec(target)?.[1];
    return page === undefined ? target : service.environment.manualLink(page, '', '');
  };
  return { documentLinkProvider: {} };
};
