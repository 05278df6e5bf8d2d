import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { baseOf } from '../../../server/src/index.ts';
import { type EffectiveView, effectiveRequest } from '../../../server/src/protocol/requests.ts';
import { type EditingServices, featureWithCommands } from '../feature.ts';
import { EFFECTIVE } from '../language-client/client-options.ts';
import { t } from '../localize.ts';
import { activeFile } from '../machine/target.ts';

/** In milliseconds: shorter than one between two words. */
const PAUSE = 150;

interface Origin {
  readonly line: number;
  readonly uri: vscode.Uri;
  readonly sourceLine: number;
}

interface Effective {
  readonly text: string;
  readonly origins: readonly Origin[];
  readonly other?: EffectiveView;
  readonly made?: { readonly by: string; readonly added: readonly number[] };
}

/**
 * A unit as systemd sees it after reading fragment and drop-ins, the one that Podman makes of a Quadlet file, or the files of lines that a
 * program reads as one: read-only, with links from each line to its origin.
 */
export const effectiveView = featureWithCommands({
  commands: {
    showEffective: { title: t('Show Effective Unit'), icon: 'combine', when: 'unitText', menus: { unit: '2_look@4' } },
    showEffectiveLines: {
      title: t('Show Effective Configuration'),
      icon: 'combine',
      when: 'lineText',
      menus: { editor: 'navigation@8' },
    },
    showGenerated: {
      title: t('Show Generated Unit'),
      icon: 'combine',
      when: 'quadlet',
      menus: { unit: '2_look@4', editor: 'navigation@8' },
    },
  },
  start: (services: EditingServices) => ({
    run: { showEffective: show, showEffectiveLines: showLines, showGenerated },
    ends: [effectiveDocuments(services)],
  }),
});

function effectiveDocuments({ client }: EditingServices): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const lensesChanged = new vscode.EventEmitter<void>();
  const shown = new Map<string, Effective>();
  const refresh = (): void => {
    for (const { uri } of vscode.workspace.textDocuments) if (uri.scheme === EFFECTIVE) changed.fire(uri);
  };
  let soon: ReturnType<typeof setTimeout> | undefined;
  /** What a program makes of a file is small and quick to make, so it follows each word. */
  const followTyping = ({ languageId, uri }: vscode.TextDocument): void => {
    const isShown = [...shown.values()].some(({ made }) => made);
    if (languageId !== 'systemd' || uri.scheme === EFFECTIVE || !isShown) return;
    clearTimeout(soon);
    soon = setTimeout(() => {
      for (const [key, { made }] of shown) if (made) changed.fire(vscode.Uri.parse(key));
    }, PAUSE);
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
  const originsAt = (uri: vscode.Uri, line: number): Origin[] =>
    shown.get(uri.toString())?.origins.filter((origin) => origin.line === line) ?? [];
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
      if (languageId.startsWith('systemd')) refresh();
    }),
    vscode.workspace.onDidChangeTextDocument(({ document }) => followTyping(document)),
    { dispose: () => clearTimeout(soon) },
    // The installed unit may have changed meanwhile.
    vscode.window.onDidChangeActiveTextEditor((editor) => editor?.document.uri.scheme === EFFECTIVE && refresh()),
    vscode.languages.registerDefinitionProvider(selector, {
      provideDefinition: ({ uri }, { line }) => originsAt(uri, line).map(locationOf),
    }),
    vscode.languages.registerInlayHintsProvider(selector, {
      provideInlayHints: (document, range) => hints(document, range, shown.get(document.uri.toString())),
    }),
  );
}

async function show(argument?: unknown, view?: unknown): Promise<void> {
  const source = activeFile(argument);
  if (!source || source.scheme === EFFECTIVE) return;
  await open(uriFor(source, view === 'installed' || view === 'workspace' ? view : undefined));
}

/** All files that are read with this one, in their order. */
async function showLines(argument?: unknown): Promise<void> {
  const source = activeFile(argument);
  if (!source || source.scheme === EFFECTIVE) return;
  const [name = '', folder = ''] = source.path.split('/').reverse();
  const path = `/${t('{0} (effective)', /(?:\.d|-preset)$/.test(folder) ? folder : name)}`;
  await open(vscode.Uri.from({ scheme: EFFECTIVE, path, query: source.toString() }), 'systemd-lines');
}

async function showGenerated(argument?: unknown): Promise<void> {
  const source = activeFile(argument);
  if (!source || source.scheme === EFFECTIVE) return;
  const path = `/${t('{0} (generated)', baseOf(source.path))}`;
  await open(vscode.Uri.from({ scheme: EFFECTIVE, path, query: source.toString() }));
}

async function open(uri: vscode.Uri, language: 'systemd' | 'systemd-lines' = 'systemd'): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.languages.setTextDocumentLanguage(document, language);
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

const locationOf = ({ uri, sourceLine }: Origin): vscode.Location =>
  new vscode.Location(uri, new vscode.Position(sourceLine, 0));

/** Of a line that is made of many that many are named. */
const MOST_NAMED = 4;

function hints(document: vscode.TextDocument, range: vscode.Range, effective: Effective | undefined) {
  const { origins = [], made } = effective ?? {};
  const isSeen = (line: number): boolean => range.contains(new vscode.Position(line, 0)) && line < document.lineCount;
  const lines = [...new Set(origins.map(({ line }) => line))].filter(isSeen);
  const from = (line: number): Origin[] => origins.filter((origin) => origin.line === line);
  return [
    ...lines.map((line) => hint(document, line, partsOf(from(line)))),
    ...(made?.added ?? [])
      .filter(isSeen)
      .map((line) => hint(document, line, [new vscode.InlayHintLabelPart(made!.by)])),
  ];
}

/** `web.container:3, 5`: the name of a file once. */
function partsOf(origins: readonly Origin[]): vscode.InlayHintLabelPart[] {
  const named = origins.slice(0, MOST_NAMED).map((origin, i) => {
    const isSame = i > 0 && origins[i - 1]!.uri.path === origin.uri.path;
    const line = origin.sourceLine + 1;
    const label = isSame ? `, ${line}` : `${i > 0 ? ', ' : ''}${baseOf(origin.uri.path)}:${line}`;
    const part = new vscode.InlayHintLabelPart(label);
    part.location = locationOf(origin);
    return part;
  });
  return origins.length > MOST_NAMED ? [...named, new vscode.InlayHintLabelPart(', …')] : named;
}

function hint(document: vscode.TextDocument, line: number, parts: vscode.InlayHintLabelPart[]): vscode.InlayHint {
  const at = new vscode.InlayHint(document.lineAt(line).range.end, parts);
  at.paddingLeft = true;
  return at;
}
