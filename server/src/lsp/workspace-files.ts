import type { Connection, DidChangeWatchedFilesParams } from 'vscode-languageserver';
import { LINE_FILES, LINE_FOLDERS, mayBeAmongLines } from '../dialects/lines/places.ts';
import { mayBeNetwork, NETWORK_FILES, NETWORK_FOLDERS } from '../dialects/networkd/networks/places.ts';
import { QUADLET_FILES, quadletSearchFolders } from '../dialects/quadlet/identify.ts';
import { UNIT_FILES } from '../schema/kinds.ts';
import type { FoundFile } from '../units/indexed-file.ts';
import type { Origin } from '../units/unit-index.ts';
import { isBelow } from './folders.ts';
import { indexReport } from './index-report.ts';
import { type MachineWatch, machineFiles, type Reporting } from './machine-watch.ts';
import { isProjectSettings } from './project-settings.ts';
import { notifySafe } from './run-safe.ts';
import type { Session } from './session.ts';
import { DidChangeWatchedFilesNotification, FileChangeType } from './vscode-languageserver.ts';

/** Files read at a time: enough to keep the disk busy, few enough that a request in between does not wait. */
const AT_A_TIME = 32;

const NAMED_AT_A_TIME = 500;

/** Characters the index reads of units that are not open; those of a whole distribution have a sixth of it. */
const MOST_TEXT = 64 << 20;

/** Requests that came in meanwhile are answered first. */
const nextTurn = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, 0));

interface Watching extends Reporting {
  readonly machine: MachineWatch;
}

/** Fills the unit index in the background and keeps it true. */
export async function watchFiles(
  connection: Connection,
  session: Session,
  { machine, changed, log }: Watching,
): Promise<void> {
  const { units } = session.environment;
  connection.onDidChangeWatchedFiles(
    notifySafe('changed files', log, async ({ changes }: DidChangeWatchedFilesParams) => {
      const told = changes.map(({ uri, type }) => ({ path: session.uris.toPath(uri), type }));
      for (const { path, type } of told) session.unitFiles.told.tell(path, type !== FileChangeType.Deleted);
      for (const { path, type } of told) {
        if (isProjectSettings(path)) await session.readConfiguration(connection);
        else if (type === FileChangeType.Deleted) await remove(session, path);
        else if (!units.file(path)) units.add(path, 'workspace');
        await session.unitFiles.reload(path);
      }
      changed();
    }),
  );
  if (session.client.watchers) {
    // Not awaited: the index must not depend on the client's answer.
    connection.client
      .register(DidChangeWatchedFilesNotification.type, {
        watchers: [
          { globPattern: UNIT_FILES },
          { globPattern: QUADLET_FILES },
          { globPattern: NETWORK_FILES },
          { globPattern: LINE_FILES },
          { globPattern: '**/*.d/*.conf' },
          { globPattern: '**/.systemd-units.json' },
        ],
      })
      .catch(() => undefined);
  }
  const searched = await fillIndex(session);
  await machine.watch([...searched, ...(session.settings.machineUnits ? programFolders(session.runtime) : [])]);
  changed();
  const folders = [...session.folders.map(({ path }) => path), ...searched];
  connection.console.info(
    indexReport(
      folders,
      [...units.files()].map(({ path }) => path),
    ),
  );
}

/** Folders of the machine with files that are no units, and are read with others. */
const programFolders = ({ networkFiles, lineFiles }: Session['runtime']): string[] => [
  ...(networkFiles ? NETWORK_FOLDERS : []),
  ...(lineFiles ? LINE_FOLDERS : []),
];

/**
 * Names first, so that they can be completed and gone to; what the files say of each other after that.
 * @returns the search folders outside of the workspace
 */
export async function fillIndex(session: Session): Promise<readonly string[]> {
  const { runtime, settings, environment, folders } = session;
  const then = session.unitFiles.told.now();
  const machine = settings.machineUnits
    ? await runtime.machinePaths(settings.unitPaths)
    : { system: settings.unitPaths, user: settings.unitPaths };
  environment.units.setMachinePaths(machine);
  const searched = [
    ...new Set([...machine.system, ...machine.user, ...(runtime.quadletFiles ? quadletSearchFolders(machine) : [])]),
  ];
  const [workspace, system, lines] = await Promise.all([
    Promise.all(folders.map((folder) => runtime.workspaceFiles(folder))),
    machineFiles(session, searched),
    settings.machineUnits ? runtime.lineFiles?.(LINE_FOLDERS) : undefined,
  ]);
  const own = workspace.flat();
  const ownPaths = new Set(own.map(({ path }) => path));
  const others = system.filter(({ path }) => !ownPaths.has(path));
  const files = [
    ...(await add(session, own, { origin: 'workspace', then })),
    ...(await add(session, others, { origin: 'machine', then })),
  ];
  await readAll(session, [...files, ...(lines ?? [])]);
  environment.units.setKnowsMachine(settings.machineUnits && system.length > 0);
  return searched;
}

/** A folder is told of as one: its files are gone with it. One that is still open in an editor stays, as its text does. */
async function remove({ environment: { units }, unitFiles }: Session, path: string): Promise<void> {
  const gone = [...units.files()].filter((file) => file.path === path || isBelow(file.path, path));
  for (const file of gone) {
    if (!unitFiles.isEdited(file.path)) units.remove(file.path);
    await unitFiles.reload(file.path);
  }
  for (const { all } of [unitFiles.networksAround(path), unitFiles.linesAround(path)])
    for (const file of all()) if (isBelow(file.path, path)) await unitFiles.reload(file.path);
}

/** The user wants other folders, or none of the machine. */
export function forgetMachine({ environment: { units } }: Session): void {
  for (const { path, origin } of [...units.files()]) if (origin === 'machine') units.remove(path);
  units.setKnowsMachine(false);
}

async function add(
  { environment: { units }, uris, unitFiles }: Session,
  files: readonly FoundFile[],
  { origin, then }: { readonly origin: Origin; readonly then: number },
): Promise<FoundFile[]> {
  const known = files.map((file) => ({ ...file, path: uris.known(file.path) }));
  // What an editor opened meanwhile is among them: only now is it told whose it is, and where a link leads.
  for (const [i, file] of known.entries()) {
    if (unitFiles.told.since(file.path, then) !== false) units.add(file, origin);
    if (i % NAMED_AT_A_TIME === 0) await nextTurn();
  }
  return known;
}

/** A link to another unit says what that unit says. */
const hasText = ({ path, target }: FoundFile): boolean =>
  target !== '/dev/null' && !/\.(wants|requires|upholds)\/[^/]+$/.test(path);

/** Of programs that look for masks among files that are no units. */
const isMask = (path: string, target: string | undefined): boolean =>
  target === '/dev/null' && (mayBeNetwork(path) || mayBeAmongLines(path));

async function readAll({ runtime, unitFiles }: Session, files: readonly FoundFile[]): Promise<void> {
  for (const { path, target } of files) if (isMask(path, target)) unitFiles.found(path, '');
  const left = files.filter(hasText);
  for (let i = 0, read = 0; i < left.length && read < MOST_TEXT; i += AT_A_TIME) {
    const batch = left.slice(i, i + AT_A_TIME);
    const then = unitFiles.told.now();
    const texts = await Promise.all(batch.map(({ path }) => runtime.readText(path)));
    for (const [n, { path }] of batch.entries()) {
      const text = texts[n];
      read += text?.length ?? 0;
      // Who is told of a change reads the file again.
      if (text !== undefined && unitFiles.told.since(path, then) === undefined) unitFiles.found(path, text);
    }
    await nextTurn();
  }
}
