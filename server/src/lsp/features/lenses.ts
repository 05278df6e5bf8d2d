import type { CodeLens } from 'vscode-languageserver';
import { type Lens, lenses } from '../../features/lenses/lenses.ts';
import { presetLens } from '../../features/lines/unit-presets.ts';
import { networkLenses } from '../../features/networks/network-lenses.ts';
import type { FeatureContext, InDocument, LspFeature } from '../feature-context.ts';
import { runSafe } from '../run-safe.ts';
import { FILE_START, toLocation } from '../to-lsp/ranges.ts';

type ShownLens = Pick<Lens, 'title' | 'places'> & { readonly type?: Lens['type'] };

/** Who refers to the unit, and its drop-ins; only where the client can show places. */
export const lensFeature: LspFeature = ({ connection, service, session, log }) => {
  connection.onCodeLens(
    runSafe('lenses', [], log, ({ textDocument: { uri } }: InDocument): CodeLens[] => {
      const command = session.options.showPlacesCommand;
      if (command === undefined) return [];
      const found = service.ask<readonly ShownLens[]>(uri, [], (document, environment) => [
        ...networkLenses(document, environment),
        ...lenses(document, environment),
        ...presetLens(document, environment),
      ]);
      const range = FILE_START;
      const shown: CodeLens[] = found.map(({ title, places }) => ({
        range,
        command: { title, command, arguments: [uri, range.start, places.map((place) => toLocation(place, session))] },
      }));
      const lines = linesLens(uri, { service, session });
      if (lines) return [lines];
      const isMade = service.ask(uri, false, ({ judged }) => judged?.source.identity.makes !== undefined);
      const { showEffectiveCommand, showGeneratedCommand } = session.options;
      const whole: readonly [title: string, command: string | undefined] = isMade
        ? ['Generated unit', showGeneratedCommand]
        : ['Effective unit', found.some(({ type }) => type === 'drop-ins') ? showEffectiveCommand : undefined];
      const [title, show] = whole;
      return show === undefined ? shown : [...shown, { range, command: { title, command: show } }];
    }),
  );
  return { codeLensProvider: {} };
};

/** Above a file of lines that is read with others. */
function linesLens(
  uri: string,
  { service, session }: Pick<FeatureContext, 'service' | 'session'>,
): CodeLens | undefined {
  const command = session.options.showEffectiveLinesCommand;
  const count = service.askAny(uri, 0, (_, { ofLines }, { lines }) => (ofLines && lines?.among?.files.length) || 0);
  if (count < 2 || command === undefined) return undefined;
  return { range: FILE_START, command: { title: `Effective configuration (${count} files)`, command } };
}
