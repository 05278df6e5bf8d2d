import type { LanguageClientOptions } from 'vscode-languageclient';

/** Texts of this scheme are made by the client: a unit as systemd has it after reading fragment and drop-ins. */
export const EFFECTIVE = 'systemd-effective';

/** Of the language client, and of the channel it writes to. */
export const NAME = 'systemd Units';

const OPEN_MANUAL = 'systemdUnits.openManualPage';

/** Where links in hovers lead: a command whose arguments are JSON. The server fills in page and anchor. */
const MANUAL_URI = `command:${OPEN_MANUAL}?%5B%22{page}%22,%22{anchor}%22%5D`;

/** What the client tells the server, wherever it runs. */
export const clientOptions: LanguageClientOptions = {
  documentSelector: [{ language: 'systemd' }],
  synchronize: { configurationSection: 'systemdUnits' },
  initializationOptions: {
    showPlacesCommand: 'systemdUnits.showPlaces',
    showEffectiveCommand: 'systemdUnits.showEffective',
    askAgainCommand: 'editor.action.triggerSuggest',
    manualUri: MANUAL_URI,
  },
  // Hovers quote files that anyone may have written: of all commands they may name this one.
  markdown: { isTrusted: { enabledCommands: [OPEN_MANUAL] }, supportHtml: false },
  middleware: {
    // What is made of several files is not a file to find faults in.
    handleDiagnostics: (uri, diagnostics, next) => next(uri, uri.scheme === EFFECTIVE ? [] : diagnostics),
  },
};
