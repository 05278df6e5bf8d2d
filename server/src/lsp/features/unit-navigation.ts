import type { Location, SymbolInformation } from 'vscode-languageserver';
import type { Highlight } from '../../features/navigation/highlights.ts';
import { declaration, implementations } from '../../features/navigation/navigate.ts';
import type { FilePlace } from '../../features/navigation/unit-at.ts';
import { unitSymbols } from '../../features/navigation/workspace-symbols.ts';
import { deviceSymbols } from '../../features/networks/device-symbols.ts';
import { NEWEST_VERSION } from '../../schema/versions.ts';
import { inTimeSlices, type TimeSliced } from '../../text/time-slices.ts';
import type { AtPosition, LspFeature } from '../feature-context.ts';
import { runSafe } from '../run-safe.ts';
import { FILE_START, toLocation, toRange } from '../to-lsp/ranges.ts';
import { unitSymbolKind } from '../to-lsp/symbols.ts';
import { SymbolKind } from '../vscode-languageserver.ts';

/** Declaration: the fragment. Implementation: the drop-ins. */
export const declarationFeature: LspFeature = ({ connection, service, session, log, offsetAt }) => {
  const answer =
    (find: typeof declaration) =>
    (params: AtPosition): Location[] =>
      service
        .ask<FilePlace[]>(params.textDocument.uri, [], (document, { units }) => find(document, offsetAt(params), units))
        .map((place) => toLocation(place, session));
  connection.onDeclaration(runSafe('declaration', [], log, answer(declaration)));
  connection.onImplementation(runSafe('implementation', [], log, answer(implementations)));
  return { declarationProvider: true, implementationProvider: true };
};

type ReferencesAt = AtPosition & { readonly context: { readonly includeDeclaration: boolean } };

export const referencesFeature: LspFeature = ({ connection, service, session, log, offsetAt }) => {
  connection.onReferences(
    runSafe('references', [], log, function* (params: ReferencesAt): TimeSliced<Location[]> {
      const { uri } = params.textDocument;
      const withDeclaration = params.context.includeDeclaration;
      const search = service.askAny<TimeSliced<FilePlace[]> | readonly FilePlace[]>(
        uri,
        [],
        (features, document, environment) =>
          features.references(document, offsetAt(params), { environment, withDeclaration }),
      );
      const places = 'next' in search ? yield* search : search;
      const locations: Location[] = [];
      yield* inTimeSlices(places, (place) => locations.push(toLocation(place, session)));
      return locations;
    }),
  );
  return { referencesProvider: true };
};

export const highlightsFeature: LspFeature = ({ connection, service, log, linesOf, offsetAt }) => {
  connection.onDocumentHighlight(
    runSafe('highlights', [], log, (params: AtPosition) => {
      const { uri } = params.textDocument;
      const found = service.askAny<Highlight[]>(uri, [], (features, document) =>
        features.highlights(document, offsetAt(params)),
      );
      return found.map((highlight) => ({
        range: toRange(linesOf(uri), highlight),
        kind: highlight.kind === 'read' ? 2 : 3,
      }));
    }),
  );
  return { documentHighlightProvider: true };
};

export const workspaceSymbolsFeature: LspFeature = ({ connection, service, session, log }) => {
  connection.onWorkspaceSymbol(
    runSafe('workspace symbols', [], log, function* ({ query }: { query: string }): TimeSliced<SymbolInformation[]> {
      const found = yield* unitSymbols(service.environment.units, query);
      const networks = session.unitFiles.networksAround('');
      const devices = deviceSymbols({ networks }, query, NEWEST_VERSION);
      return [
        ...found.map(({ name, description, path }) => ({
          name,
          kind: unitSymbolKind(name),
          ...(description === undefined ? {} : { containerName: description }),
          location: { uri: session.uris.toUri(path), range: FILE_START },
        })),
        ...devices.map(({ name, file, place }) => ({
          name,
          kind: SymbolKind.Interface,
          containerName: file,
          location: toLocation(place, session),
        })),
      ];
    }),
  );
  return { workspaceSymbolProvider: true };
};
