import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { baseOf } from '../../../server/src/index.ts';
import { type EffectiveView, effectiveRequest } from '../../../server/src/protocol/requests.ts';
import { type EditingServices, featureWithCommands } from '../feature.ts';
import { EFFECTIVE } from '../language-client/client-options.ts';
import { t } from '../localize.ts';
import { activeFile } from '../machine/target.ts';

interface Origin {
  readonly line: number;
  readonly uri: vscode.Uri;
  readonly sourceLine: number;
}

interface Effective {
  readonly text: string;
  readonly origins: readonly Origin[];
  readonly other?: EffectiveView;
}

/** A unit as systemd sees it after reading fragment and drop-ins: read-only, with links from each line to its origin. */
export const effectiveView = featureWithCommands({
  commands: {
    showEffective: { title: t('Show Effective Unit'), icon: 'combine', when: 'text', menus: { unit: '2_look@4' } },
  },
  start: (services: EditingServices) => ({ run: { showEffective: show }, ends: [effectiveDocuments(services)] }),
});

function effectiveDocuments({ client }: EditingServices): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const lensesChanged = new vscode.EventEmitter<void>();
  const shown = new Map<string, Effective>();
  const refresh = (): void => {
    for (const { uri } of vscode.workspace.textDocuments) if (uri.scheme === EFFECTIVE) changed.fire(uri);
  };
  const provider: vscode.TextDocumentContentProvider = {
    onDidChange: changed.event,
    async provideTextDocumentContent(uri) {
      const effective = await ask(client, vscode.Uri.parse(uri.query), viewOf(uri));
      if (effective) shown.set(uri.toString(), effective);
      else shown.delete(uri.toString());
      lensesChanged.fire();
      return effective?.text ?? `# ${t('This file is not a unit, so it has no effective configuration.')}\n`;
    },
  };
  const originAt = (uri: vscode.Uri, line: number): Origin | undefined =>
    shown.get(uri.toString())?.origins.find((origin) => origin.line === line);
  const selector = { scheme: EFFECTIVE };
  return vscode.Disposable.from(
    changed,
    lensesChanged,
    vscode.languages.registerCodeLensProvider(selector, {
      onDidChangeCodeLenses: lensesChanged.event,
      provideCodeLenses: ({ uri }) => otherView(uri, shown.get(uri.toString())?.other),
    }),
    vscode.workspace.registerTextDocumentContentProvider(EFFECTIVE, provider),
    vscode.workspace.onDidSaveTextDocument(({ languageId }) => {
      if (languageId === 'systemd') refresh();
    }),
    // The installed unit may have changed meanwhile.
    vscode.window.onDidChangeActiveTextEditor((editor) => editor?.document.uri.scheme === EFFECTIVE && refresh()),
    vscode.languages.registerDefinitionProvider(selector, {
      provideDefinition: ({ uri }, { line }) => locationOf(originAt(uri, line)),
    }),
    vscode.languages.registerInlayHintsProvider(selector, {
      provideInlayHints: (document, range) =>
        (shown.get(document.uri.toString())?.origins ?? [])
          .filter(({ line }) => range.contains(new vscode.Position(line, 0)) && line < document.lineCount)
          .map((origin) => hint(document, origin)),
    }),
  );
}

async function show(argument?: unknown, view?: unknown): Promise<void> {
  const source = activeFile(argument);
  if (!source || source.scheme === EFFECTIVE) return;
  const uri = uriFor(source, view === 'installed' || view === 'workspace' ? view : undefined);
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.languages.setTextDocumentLanguage(document, 'systemd');
  const beside = vscode.window.activeTextEditor?.document.uri.scheme !== EFFECTIVE;
  const viewColumn = beside ? vscode.ViewColumn.Beside : vscode.ViewColumn.Active;
  await vscode.window.showTextDocument(document, { viewColumn, preserveFocus: false });
}

function uriFor(source: vscode.Uri, view: EffectiveView | undefined): vscode.Uri {
  const name = baseOf(source.path);
  const title = view === 'workspace' ? t('{0} (effective, workspace)', name) : t('{0} (effective)', name);
  return vscode.Uri.from({
    scheme: EFFECTIVE,
    path: `/${title}`,
    query: source.toString(),
    fragment: view === 'workspace' ? view : '',
  });
}

const viewOf = ({ fragment }: vscode.Uri): EffectiveView | undefined =>
  fragment === 'workspace' ? fragment : undefined;

function otherView({ query }: vscode.Uri, other: EffectiveView | undefined): vscode.CodeLens[] {
  if (!other) return [];
  const title = other === 'workspace' ? t('Show version of this workspace') : t('Show installed version');
  const command = { title, command: 'systemdUnits.showEffective', arguments: [vscode.Uri.parse(query), other] };
  return [new vscode.CodeLens(new vscode.Range(0, 0, 0, 0), command)];
}

async function ask(client: BaseLanguageClient, uri: vscode.Uri, view?: EffectiveView): Promise<Effective | undefined> {
  const textDocument = { uri: client.code2ProtocolConverter.asUri(uri) };
  const answer = await client.sendRequest(effectiveRequest, { textDocument, view });
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
