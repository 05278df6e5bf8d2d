import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { baseOf } from '../../../server/src/units/location.ts';
import type { EditingFeature } from '../feature.ts';
import { t } from '../localize.ts';
import { activeFile } from '../machine/target.ts';
import { EFFECTIVE } from '../schemes.ts';

/** What the server answers to `systemdUnits/effective`. */
interface EffectiveAnswer {
  readonly name: string;
  readonly text: string;
  readonly origins: readonly Origin<string>[];
}

interface Origin<Place = vscode.Uri> {
  readonly line: number;
  readonly uri: Place;
  readonly sourceLine: number;
}

interface Effective {
  readonly text: string;
  readonly origins: readonly Origin[];
}

/** A unit as systemd has it after reading fragment and drop-ins: read-only, every line leads to where it is from. */
export const effectiveView: EditingFeature = ({ client }) => {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const origins = new Map<string, readonly Origin[]>();
  const refresh = (): void => {
    for (const { uri } of vscode.workspace.textDocuments) if (uri.scheme === EFFECTIVE) changed.fire(uri);
  };
  const provider: vscode.TextDocumentContentProvider = {
    onDidChange: changed.event,
    async provideTextDocumentContent(uri) {
      const effective = await ask(client, vscode.Uri.parse(uri.query));
      origins.set(uri.toString(), effective?.origins ?? []);
      return effective?.text ?? `# ${t('This file is no unit, so there is nothing systemd would make of it.')}\n`;
    },
  };
  const originAt = (uri: vscode.Uri, line: number): Origin | undefined =>
    origins.get(uri.toString())?.find((origin) => origin.line === line);
  const selector = { scheme: EFFECTIVE };
  return vscode.Disposable.from(
    changed,
    vscode.commands.registerCommand('systemdUnits.showEffective', show),
    vscode.workspace.registerTextDocumentContentProvider(EFFECTIVE, provider),
    vscode.workspace.onDidSaveTextDocument(({ languageId }) => {
      if (languageId === 'systemd') refresh();
    }),
    vscode.languages.registerDefinitionProvider(selector, {
      provideDefinition: ({ uri }, { line }) => locationOf(originAt(uri, line)),
    }),
    vscode.languages.registerInlayHintsProvider(selector, {
      provideInlayHints: (document, range) =>
        (origins.get(document.uri.toString()) ?? [])
          .filter(({ line }) => range.contains(new vscode.Position(line, 0)) && line < document.lineCount)
          .map((origin) => hint(document, origin)),
    }),
  );
};

async function show(argument?: unknown): Promise<void> {
  const source = activeFile(argument);
  if (!source || source.scheme === EFFECTIVE) return;
  const uri = vscode.Uri.from({
    scheme: EFFECTIVE,
    path: `/${t('{0} (effective)', baseOf(source.path))}`,
    query: source.toString(),
  });
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.languages.setTextDocumentLanguage(document, 'systemd');
  await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preserveFocus: false });
}

async function ask(client: BaseLanguageClient, uri: vscode.Uri): Promise<Effective | undefined> {
  const textDocument = { uri: client.code2ProtocolConverter.asUri(uri) };
  const answer = await client.sendRequest<EffectiveAnswer | null>('systemdUnits/effective', { textDocument });
  const { asUri } = client.protocol2CodeConverter;
  return answer
    ? { ...answer, origins: answer.origins.map((origin) => ({ ...origin, uri: asUri(origin.uri) })) }
    : undefined;
}

const locationOf = (origin: Origin | undefined): vscode.Location | undefined =>
  origin && new vscode.Location(origin.uri, new vscode.Position(origin.sourceLine, 0));

function hint(document: vscode.TextDocument, origin: Origin): vscode.InlayHint {
  const part = new vscode.InlayHintLabelPart(`${baseOf(origin.uri.path)}:${origin.sourceLine + 1}`);
  part.location = locationOf(origin);
  const at = new vscode.InlayHint(document.lineAt(origin.line).range.end, [part]);
  at.paddingLeft = true;
  return at;
}
