import type {
  FileOperationRegistrationOptions,
  RenameFilesParams,
  RenameParams,
  WorkspaceEdit,
} from 'vscode-languageserver';
import type { DeviceMention } from '../../dialects/networkd/networks/network-file.ts';
import { QUADLET_FILES } from '../../dialects/quadlet/identify.ts';
import type { OwnName } from '../../engine/lines/line-dialect.ts';
import type { Document } from '../../features/document.ts';
import { ownNameAt, renameOwnName } from '../../features/lines/own-names.ts';
import { type UnitAt, viewOf } from '../../features/navigation/unit-at.ts';
import { deviceToRename, renameDevice } from '../../features/networks/rename-device.ts';
import {
  danglingLinks,
  type FileRename,
  type Following,
  followRenamesInSlices,
} from '../../features/rename/file-rename.ts';
import type { RenameChange } from '../../features/rename/rename-changes.ts';
import { type PartnerChoice, withPartners } from '../../features/rename/rename-partners.ts';
import { renameTarget, renameUnitInSlices } from '../../features/rename/rename-unit.ts';
import { type RenameAnswer, renameFilesRequest, renameRequest } from '../../protocol/requests.ts';
import { UNIT_FILES } from '../../schema/kinds.ts';
import type { UnitName } from '../../schema/unit-name.ts';
import type { TimeSliced } from '../../text/time-slices.ts';
import type { UnitIndex } from '../../units/unit-index.ts';
import { baseOf } from '../../units/unit-location.ts';
import type { AtPosition, LspFeature } from '../feature-context.ts';
import { folderOf } from '../folders.ts';
import { runSafe } from '../run-safe.ts';
import { toRange } from '../to-lsp/ranges.ts';
import { canRename, toRenameEdit } from '../to-lsp/rename-edit.ts';
import { LSPErrorCodes, ResponseError } from '../vscode-languageserver.ts';

interface Answer extends Following {
  /** Those that were asked about. */
  readonly renames?: readonly FileRename[];
}

/** Renames a unit with all that goes by its name; its partners of the same name are asked about. */
export const renameFeature: LspFeature = (parts) => {
  const { connection, service, session, log, linesOf, offsetAt } = parts;
  const { units } = service.environment;
  const renames = createRenames(parts);
  const targetAt = (params: AtPosition) => {
    const { uri } = params.textDocument;
    const found = service.ask(uri, undefined, (document) => ({
      document,
      target: renameTarget(document, offsetAt(params), units),
    }));
    if (!found || 'refusal' in found.target)
      throw refused(found && 'refusal' in found.target ? found.target.refusal : 'There is no unit here.');
    return { ...found.target, document: found.document };
  };
  const rename = function* (params: RenameParams, choice?: PartnerChoice): TimeSliced<Answer> {
    const { name, document } = targetAt(params);
    return yield* renames.ofUnit(name, { wanted: params.newName.trim(), from: viewOf(document, units) }, choice);
  };
  const toEdit = ({ changes }: Answer) => (changes.length === 0 ? null : toRenameEdit(changes, session));
  const toAnswer = (found: Answer): RenameAnswer => ({
    edit: toEdit(found),
    partners: found.partners.map(({ name, to, parts }) => ({ name, to, parts })),
    links: danglingLinks(units, [...(found.renames ?? []), ...found.changes]),
  });
  const devices = createDeviceRenames(parts);
  const ownNames = createOwnRenames(parts);
  connection.onPrepareRename(
    runSafe('rename', null, log, (params: AtPosition) => {
      const device = devices.at(params) ?? ownNames.at(params);
      if (device) return { range: toRange(linesOf(params.textDocument.uri), device), placeholder: device.name };
      const target = targetAt(params);
      return { range: toRange(linesOf(params.textDocument.uri), target.span), placeholder: nameShown(target, units) };
    }),
  );
  type Chosen<P> = P & { readonly choice?: PartnerChoice };
  const edited = function* (params: RenameParams): TimeSliced<WorkspaceEdit | null> {
    return toEdit(devices.renamed(params) ?? ownNames.renamed(params) ?? (yield* rename(params)));
  };
  const editedFiles = function* (params: RenameFilesParams): TimeSliced<WorkspaceEdit | null> {
    return toEdit(yield* renames.ofFiles(params));
  };
  const answered = function* (params: Chosen<RenameParams>): TimeSliced<RenameAnswer> {
    return toAnswer(devices.renamed(params) ?? ownNames.renamed(params) ?? (yield* rename(params, params.choice)));
  };
  const answeredFiles = function* (params: Chosen<RenameFilesParams>): TimeSliced<RenameAnswer> {
    return toAnswer(yield* renames.ofFiles(params, params.choice));
  };
  connection.onRenameRequest(runSafe('rename', null, log, edited));
  connection.workspace.onWillRenameFiles(runSafe('rename of files', null, log, editedFiles));
  connection.onRequest(renameRequest, runSafe('rename', null, log, answered));
  connection.onRequest(renameFilesRequest, runSafe('rename of files', null, log, answeredFiles));
  return { renameProvider: { prepareProvider: true } };
};

/** Devices of networks: their names stand in texts alone. */
function createDeviceRenames({ service, session, offsetAt }: Parameters<LspFeature>[0]) {
  const isOurs = (path: string): boolean =>
    folderOf(session.folders, path) !== undefined || !/^\/(?:usr|lib|run)\//.test(path);
  return {
    at(params: AtPosition): DeviceMention | undefined {
      const found = service.ask(params.textDocument.uri, undefined, (document, { networks }) =>
        deviceToRename(document, offsetAt(params), { networks, isOurs }),
      );
      if (found && 'refusal' in found) throw refused(found.refusal);
      return found;
    },
    renamed(params: RenameParams): Answer | undefined {
      if (!this.at(params)) return undefined;
      const wanted = params.newName.trim();
      const found = service.ask(params.textDocument.uri, undefined, (document, { networks }) =>
        renameDevice(document, offsetAt(params), { networks, isOurs, wanted }),
      );
      if (found && 'refusal' in found) throw refused(found.refusal);
      return { changes: found ?? [], partners: [] };
    },
  };
}

/** Names that lines of one file call each other by. */
function createOwnRenames({ service, offsetAt }: Parameters<LspFeature>[0]) {
  return {
    at: (params: AtPosition): OwnName | undefined =>
      service.askAny<OwnName | undefined>(params.textDocument.uri, undefined, (_features, document) =>
        ownNameAt(document, offsetAt(params)),
      ),
    renamed(params: RenameParams): Answer | undefined {
      if (!this.at(params)) return undefined;
      const found = service.askAny<ReturnType<typeof renameOwnName>>(
        params.textDocument.uri,
        [],
        (_features, document) => renameOwnName(document, offsetAt(params), params.newName.trim()),
      );
      if ('refusal' in found) throw refused(found.refusal);
      return { changes: found, partners: [] };
    },
  };
}

/** A file from which another program makes the unit is called by its own name, where that is what stands there. */
function nameShown(
  { name, span, isOwn, document }: UnitAt & { readonly document: Document },
  units: UnitIndex,
): string {
  const written = document.text.slice(span.start, span.end);
  if (isOwn) return units.file(document.path)?.source?.name ?? name.text;
  return units.sourcesNamed(written).length > 0 ? written : name.text;
}

/** Clients ask about the file renames of our own edits as well: all that goes with those is in the edit. */
function createRenames({ service, session }: Parameters<LspFeature>[0]) {
  const { units } = service.environment;
  const { uris } = session;
  let own: readonly FileRename[] = [];
  // A client that cannot ask about parts of an edit renames the partners too.
  const usual = (): PartnerChoice => (session.client.annotations ? 'ask' : 'rename');
  const answer = ({ changes, partners }: Following, choice: PartnerChoice): Answer => {
    const all = withPartners(changes, partners, choice);
    own = all.filter((change) => change.type === 'file');
    return { changes: all, partners };
  };
  return {
    *ofUnit(name: UnitName, wanted: Parameters<typeof renameUnitInSlices>[2], choice = usual()): TimeSliced<Answer> {
      const found = yield* renameUnitInSlices(units, name, wanted);
      if ('refusal' in found) throw refused(found.refusal);
      const renamed = answer(found, choice);
      if (!canRename(renamed.changes, session)) throw refused(byHand(renamed.changes));
      return renamed;
    },
    *ofFiles({ files }: RenameFilesParams, choice = usual()): TimeSliced<Answer> {
      const renames = files.map(({ oldUri, newUri }) => ({ from: uris.toPath(oldUri), to: uris.toPath(newUri) }));
      const others = renames.filter((each) => !isAmong(own, each));
      if (others.length > 0) return { ...answer(yield* followRenamesInSlices(units, others), choice), renames: others };
      own = own.filter((each) => !isAmong(renames, each));
      return { changes: [], partners: [] };
    },
  };
}

/** Half a rename would leave units that name what is gone. */
function byHand(changes: readonly RenameChange[]): string {
  const files = changes.flatMap((change) => (change.type === 'file' ? `${change.from} to ${baseOf(change.to)}` : []));
  const naming = new Set(changes.flatMap((change) => (change.type === 'text' ? change.path : [])));
  const texts = naming.size === 0 ? '' : ` Then write the new name in ${[...naming].join(', ')}.`;
  return `This editor cannot rename all of these for a language server, so nothing was changed. Rename ${files.join(', ')}.${texts}`;
}

const isAmong = (renames: readonly FileRename[], { from, to }: FileRename): boolean =>
  renames.some((rename) => rename.from === from && rename.to === to);

/** Told only to clients that ask before they rename a file. */
export const willRename: FileOperationRegistrationOptions = {
  filters: [UNIT_FILES, QUADLET_FILES].map((glob) => ({ scheme: 'file', pattern: { glob, matches: 'file' } })),
};

const refused = (message: string): ResponseError => new ResponseError(LSPErrorCodes.RequestFailed, message);
