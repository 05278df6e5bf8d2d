import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { baseOf } from '../../../server/src/index.ts';
import { type RelatedUnit, relatedUnitsRequest } from '../../../server/src/protocol/requests.ts';
import { type EditingServices, featureWithCommands } from '../feature.ts';
import { t } from '../localize.ts';
import { activeFile } from '../machine/target.ts';

/** Relations that are followed without a question if only one unit has them. */
const PARTNERS = new Set(['fragment', 'starts', 'started by']);

/** Goes from a timer to its service and back; shows a list if there are several, and offers to create a missing one. */
export const relatedUnits = featureWithCommands({
  commands: { goToRelated: { title: t('Go to Related Unit'), when: 'text', menus: { unit: '2_look@3' } } },
  start: ({ client }: EditingServices) => ({
    run: {
      async goToRelated(argument?: unknown) {
        const uri = activeFile(argument);
        if (uri) await goToRelated(client, uri);
      },
    },
    ends: [vscode.commands.registerCommand('systemdUnits.showPlaces', showPlaces(client))],
  }),
});

async function goToRelated(client: BaseLanguageClient, uri: vscode.Uri): Promise<void> {
  const related = await client.sendRequest(relatedUnitsRequest, {
    textDocument: { uri: client.code2ProtocolConverter.asUri(uri) },
  });
  const { asUri } = client.protocol2CodeConverter;
  const existing = related.filter((unit) => unit.uri !== undefined);
  const partners = existing.filter(({ relation }) => PARTNERS.has(relation));
  const only = partners.length === 1 ? partners[0] : existing.length === 1 ? existing[0] : await pick(related, uri);
  if (!only) return;
  if (only.uri !== undefined) await vscode.window.showTextDocument(asUri(only.uri));
  else if (only.create) await create(asUri(only.create.uri), only.create.text);
}

async function pick(related: readonly RelatedUnit[], uri: vscode.Uri): Promise<RelatedUnit | undefined> {
  if (related.length === 0) {
    vscode.window.showInformationMessage(t('No other unit is related to {0}.', baseOf(uri.path)));
    return undefined;
  }
  const items = related.map((unit) => ({
    label: unit.uri === undefined ? `$(add) ${t('Create {0}', unit.name)}` : unit.name,
    description: unit.relation,
    detail: unit.uri === undefined ? undefined : vscode.workspace.asRelativePath(vscode.Uri.parse(unit.uri)),
    unit,
  }));
  return (await vscode.window.showQuickPick(items, { title: t('Go to Related Unit'), matchOnDescription: true }))?.unit;
}

/** The new file is left unsaved for review. */
async function create(target: vscode.Uri, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(target, { ignoreIfExists: true });
  edit.insert(target, new vscode.Position(0, 0), text);
  if (await vscode.workspace.applyEdit(edit)) await vscode.window.showTextDocument(target);
}

/** For code lenses of the server, whose positions are plain objects. */
const showPlaces =
  ({ protocol2CodeConverter: convert }: BaseLanguageClient) =>
  (uri: string, position: { line: number; character: number }, places: Parameters<typeof convert.asLocation>[0][]) =>
    vscode.commands.executeCommand(
      'editor.action.showReferences',
      convert.asUri(uri),
      convert.asPosition(position),
      places.map((place) => convert.asLocation(place)),
    );
