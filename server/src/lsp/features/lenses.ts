import type { CodeLens } from 'vscode-languageserver';
import { lenses } from '../../features/lenses/lenses.ts';
import type { InDocument, LspFeature } from '../feature-context.ts';
import { runSafe } from '../run-safe.ts';
import { FILE_START, toLocation } from '../to-lsp/ranges.ts';

/** Who refers to the unit, and its drop-ins; only where the client can show places. */
export const lensFeature: LspFeature = ({ connection, service, session, log }) => {
  connection.onCodeLens(
    runSafe('lenses', [], log, ({ textDocument: { uri } }: InDocument): CodeLens[] => {
      const command = session.options.showPlacesCommand;
      if (command === undefined) return [];
      const found = service.ask(uri, [], (document, { units }) => lenses(document, units));
      const range = FILE_START;
      const shown: CodeLens[] = found.map(({ title, places }) => ({
        range,
        command: { title, command, arguments: [uri, range.start, places.map((place) => toLocation(place, session))] },
      }));
      const effective = session.options.showEffectiveCommand;
      if (effective === undefined || !found.some(({ type }) => type === 'drop-ins')) return shown;
      return [...shown, { range, command: { title: 'Effective unit', command: effective } }];
    }),
  );
  return { codeLensProvider: {} };
};
