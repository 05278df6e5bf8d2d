import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { featureWithCommands, type Services } from '../feature.ts';
import { t } from '../localize.ts';

/** What the server is told at its start and never again. */
const SETTLED_AT_START = 'systemdUnits.diagnosticMode';

/** Open texts are told anew, and what is registered with the client stays. */
async function restart(client: BaseLanguageClient): Promise<void> {
  await client.stop();
  await client.start();
}

/** Ends the language server and starts a new one: when asked to, and when a setting changed that only a new one takes in. */
export const restartServer = featureWithCommands({
  commands: {
    restartServer: { title: t('Restart Language Server'), when: 'desktop', menus: { learn: '2_help@3' } },
  },
  start: ({ client }: Services) => ({
    run: { restartServer: () => restart(client) },
    ends: [
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(SETTLED_AT_START)) void restart(client);
      }),
    ],
  }),
});
