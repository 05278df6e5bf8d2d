import * as vscode from 'vscode';
import type { BaseLanguageClient, Middleware } from 'vscode-languageclient';
import {
  type DanglingLink,
  type RenameAnswer,
  renameFilesRequest,
  renameRequest,
} from '../../../server/src/protocol/requests.ts';
import { t } from '../localize.ts';

type Choice = 'rename' | 'keep';
type Ask = (choice: Choice) => Promise<RenameAnswer | null>;

/**
 * Asks what becomes of a timer whose service is renamed before there is an edit: in the preview of VS Code the changes
 * in a file come and go with the new name of the file, so that a timer that keeps its name would start what is gone.
 */
export function renameMiddleware(client: () => BaseLanguageClient): Middleware {
  let waiting: vscode.Disposable | undefined;
  const settle = async (ask: Ask, dismissed: Choice | undefined): Promise<vscode.WorkspaceEdit | undefined> => {
    const together = await ask('rename');
    if (!together) return undefined;
    const choice = together.partners.length > 0 ? ((await pick(together)) ?? dismissed) : 'rename';
    if (choice === undefined) return undefined;
    const answer = choice === 'rename' ? together : await ask(choice);
    if (!answer) return undefined;
    // The server has no links to report for the files of our own edit.
    if (answer.links.length > 0) {
      waiting?.dispose();
      waiting = onceRenamed(answer.links);
    }
    return client().protocol2CodeConverter.asWorkspaceEdit(answer.edit);
  };
  return {
    async provideRenameEdits(document, position, newName, token) {
      const at = client().code2ProtocolConverter.asTextDocumentPositionParams(document, position);
      const ask: Ask = (choice) => client().sendRequest(renameRequest, { ...at, newName, choice }, token);
      // VS Code reports an error if there is no edit.
      return (await settle(ask, undefined)) ?? new vscode.WorkspaceEdit();
    },
    workspace: {
      willRenameFiles(event) {
        const params = client().code2ProtocolConverter.asWillRenameFilesParams(event);
        // VS Code renames the file in any case.
        return settle((choice) => client().sendRequest(renameFilesRequest, { ...params, choice }), 'keep');
      },
    },
  };
}

async function pick({ partners }: RenameAnswer): Promise<Choice | undefined> {
  const names = partners.map(({ name }) => name).join(', ');
  const renames = partners.map(({ name, to }) => t('{0} becomes {1}.', name, to)).join(' ');
  const items: (vscode.QuickPickItem & { choice: Choice })[] = [
    { label: t('Rename {0} as well', names), detail: renames, choice: 'rename' },
    { label: t('Keep {0}', names), detail: keeping(partners), choice: 'keep' },
  ];
  const title = t('{0} is connected to this unit by its name', names);
  return (await vscode.window.showQuickPick(items, { title, ignoreFocusOut: true }))?.choice;
}

function keeping(partners: RenameAnswer['partners']): string {
  if (partners.some(({ parts }) => parts)) {
    return t(
      'The units are no longer connected: with Accept=yes, a socket starts only the template with its own name.',
    );
  }
  if (partners.some(({ name }) => /\.(auto)?mount$/.test(name))) return '';
  return t('The units stay connected: the one that starts the other names it explicitly.');
}

/** Waits until the rename is done; the user may cancel it in its preview. */
function onceRenamed(links: readonly DanglingLink[]): vscode.Disposable {
  const listener = vscode.workspace.onDidRenameFiles(({ files }) => {
    const old = files.map(({ oldUri }) => oldUri.fsPath);
    if (!links.some(({ from }) => old.some((path) => from === path || from.startsWith(`${path}/`)))) return;
    listener.dispose();
    vscode.commands.executeCommand('systemdUnits.relink', links);
  });
  return listener;
}
