import type { ChangeAnnotation, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { RenameChange } from '../../features/rename/rename-changes.ts';
import type { ClientCapabilities } from '../client-capabilities.ts';
import { type ClientConventions, toLineRange } from './ranges.ts';

type Client = ClientConventions & {
  readonly client: Pick<ClientCapabilities, 'annotations' | 'fileEdits' | 'renames'>;
};
type TextChange = Extract<RenameChange, { type: 'text' }>;
type FileChange = Extract<RenameChange, { type: 'file' }>;

/** Texts before files; what is asked about is marked for clients that can ask. */
export function toRenameEdit(changes: readonly RenameChange[], places: Client): WorkspaceEdit {
  const { annotations, fileEdits, renames } = places.client;
  const texts = textsByUri(changes, places);
  if (!fileEdits) return { changes: Object.fromEntries(texts) };
  const edits = [...texts].map(([uri, edits]) => ({ textDocument: { uri, version: null }, edits }));
  const files = renames ? changes.filter(isFileChange).map((change) => fileRename(change, places)) : [];
  return { documentChanges: [...edits, ...files], ...(annotations && { changeAnnotations: annotationsOf(changes) }) };
}

/** Whether the client can do the whole of a rename: half of one would break the units that name the other half. */
export const canRename = (all: readonly RenameChange[], { client }: { readonly client: ClientCapabilities }): boolean =>
  all
    .filter(isFileChange)
    .every(
      (change) =>
        client.renames && (client.renamesFolders || !isOfFolder(change)) && (client.renamesLinks || !isOfLink(change)),
    );

const isOfFolder = ({ from }: FileChange): boolean => /\.(?:d|wants|requires|upholds)$/.test(from);

/** In the folders that `systemctl enable` fills there are links. */
const isOfLink = ({ from }: FileChange): boolean => /\.(?:wants|requires|upholds)\/[^/]+$/.test(from);

const isFileChange = (change: RenameChange): change is FileChange => change.type === 'file';

function textsByUri(changes: readonly RenameChange[], places: Client): Map<string, TextEdit[]> {
  const files = new Map<string, TextEdit[]>();
  for (const change of changes.filter((each): each is TextChange => each.type === 'text')) {
    const uri = places.uris.toUri(change.path);
    const edit = { range: toLineRange(change, places), newText: change.text, ...annotationOf(change) };
    files.set(uri, [...(files.get(uri) ?? []), edit]);
  }
  return files;
}

const fileRename = (change: FileChange, { uris }: ClientConventions) => ({
  kind: 'rename' as const,
  oldUri: uris.toUri(change.from),
  newUri: uris.toUri(change.to),
  ...annotationOf(change),
});

const annotationOf = (change: RenameChange): { annotationId?: string } =>
  change.with === undefined ? {} : { annotationId: change.with };

function annotationsOf(changes: readonly RenameChange[]): Record<string, ChangeAnnotation> {
  const partners = [...new Set(changes.flatMap((change) => change.with ?? []))];
  return Object.fromEntries(partners.map((partner) => [partner, annotationFor(partner)]));
}

const annotationFor = (partner: string): ChangeAnnotation => ({
  label: `Rename ${partner} as well`,
  description: 'It has the same name because it belongs to this unit.',
  needsConfirmation: true,
});
