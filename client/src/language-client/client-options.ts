import * as vscode from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';
import { EFFECTIVE_SCHEME } from '../../../server/src/protocol/requests.ts';
import { setting } from '../settings.ts';

/** Scheme of effective units, which the client generates. */
export const EFFECTIVE = EFFECTIVE_SCHEME;

/** Of the language client, and of the channel it writes to. */
export const NAME = 'systemd Units';

const OPEN_MANUAL = 'systemdUnits.openManualPage';

/** Where links in hovers lead: a command whose arguments are JSON. The server fills in page and anchor. */
const MANUAL_URI = `command:${OPEN_MANUAL}?%5B%22{page}%22,%22{anchor}%22%5D`;

/** What the client tells the server, wherever it runs. */
export const clientOptions: LanguageClientOptions = {
  documentSelector: [{ language: 'systemd' }, { language: 'systemd-lines' }],
  synchronize: { configurationSection: 'systemdUnits' },
  initializationOptions: () => ({
    showPlacesCommand: 'systemdUnits.showPlaces',
    showEffectiveCommand: 'systemdUnits.showEffective',
    showEffectiveLinesCommand: 'systemdUnits.showEffectiveLines',
    showGeneratedCommand: 'systemdUnits.showGenerated',
    askAgainCommand: 'editor.action.triggerSuggest',
    manualUri: MANUAL_URI,
    hearsTargets: true,
    hearsFiles: true,
    runsPrograms: vscode.workspace.isTrusted,
    workspaceDiagnostics: setting('diagnosticMode') === 'workspace',
  }),
  // Hovers quote files from anywhere, so links in them may run this one command only.
  markdown: { isTrusted: { enabledCommands: [OPEN_MANUAL] }, supportHtml: false },
  middleware: {
    // Effective units are generated from several files, so they get no diagnostics.
    handleDiagnostics: (uri, diagnostics, next) => next(uri, uri.scheme === EFFECTIVE ? [] : diagnostics),
  },
};
