import type { DocumentLink, Location, LocationLink, Range } from 'vscode-languageserver';
import { pageLink } from '../../features/manual-text.ts';
import type { DefinitionTarget } from '../../features/navigation/navigate.ts';
import { documentLinks } from '../../features/references.ts';
import { inTimeSlices } from '../../text/time-slices.ts';
import type { AtPosition, InDocument, LspFeature } from '../feature-context.ts';
import { runSafe } from '../run-safe.ts';
import { FILE_START, toLineRange, toRange } from '../to-lsp/ranges.ts';

export const definitionFeature: LspFeature = ({ connection, service, session, log, linesOf, offsetAt }) => {
  connection.onDefinition(
    runSafe('definition', [], log, (params: AtPosition): Location[] | LocationLink[] => {
      const { uri } = params.textDocument;
      const found = service.askAny<readonly DefinitionTarget[]>(uri, [], (features, document, environment) =>
        features.definition(document, offsetAt(params), environment),
      );
      const rangeOf = ({ place }: DefinitionTarget): Range => (place ? toLineRange(place, session) : FILE_START);
      if (!session.client.links)
        return found.map((target) => ({ uri: session.uris.toUri(target.path), range: rangeOf(target) }));
      return found.map(
        (target): LocationLink => ({
          targetUri: session.uris.toUri(target.path),
          targetRange: rangeOf(target),
          targetSelectionRange: rangeOf(target),
          originSelectionRange: toRange(linesOf(uri), target.origin),
        }),
      );
    }),
  );
  return { definitionProvider: true };
};

export const linksFeature: LspFeature = ({ connection, service, log, linesOf }) => {
  connection.onDocumentLinks(
    runSafe('links', [], log, function* ({ textDocument: { uri } }: InDocument) {
      // Between two slices the text may become another.
      const lines = linesOf(uri);
      const finding = service.ask<ReturnType<typeof documentLinks> | undefined>(uri, undefined, documentLinks);
      const links: DocumentLink[] = [];
      yield* inTimeSlices(finding ? yield* finding : [], ({ start, end, target: named, tooltip }) => {
        const target = led(named);
        if (target !== undefined) links.push({ range: toRange(lines, { start, end }), target, tooltip });
      });
      return links;
    }),
  );
  /** No editor opens `man:` by itself. */
  const led = (target: string): string | undefined => {
    const page = target.startsWith('man:') ? /^man:(.+\(\w+\))$/.exec(target)?.[1] : undefined;
    return page === undefined ? target : pageLink(page, service.environment);
  };
  return { documentLinkProvider: {} };
};
