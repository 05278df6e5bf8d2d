import type { Connection, InitializeParams, WorkspaceFoldersChangeEvent } from 'vscode-languageserver';
import { unitSources } from '../dialects/index.ts';
import type { Surroundings } from '../features/diagnostics.ts';
import type { Environment } from '../features/environment.ts';
import { targetsChanged } from '../protocol/requests.ts';
import type { ServiceHost } from '../service/language-service.ts';
import type { Settings } from '../service/settings.ts';
import { createUnitIndex } from '../units/unit-index.ts';
import { type ClientOptions, clientOptions } from './client-options.ts';
import { type Configuration, createConfiguration } from './configuration.ts';
import { createEnvironment } from './feature-environment.ts';
import type { Folder } from './folders.ts';
import type { MachineCache } from './machine-cache.ts';
import { createMachineFacts } from './machine-facts.ts';
import type { Runtime } from './runtime.ts';
import { createSavedFiles, type SavedFiles } from './saved-files.ts';
import { createUnitFileStore, type UnitFileStore } from './unit-file-store.ts';
import { createUris, schemeAndAuthority, type Uris } from './uris.ts';

/** What one client can do and has set, and what the machine said; lives as long as the connection. */
export interface Session extends ServiceHost, ClientOptions {
  readonly runtime: Runtime;
  /** Of the window. */
  readonly settings: Settings;
  readonly folders: readonly Folder[];
  readonly uris: Uris;
  /**
   * Whether a text is that of the file at its path. One of another scheme (`git:`, `untitled:`) is judged by its path, and
   * says nothing of the file; in a virtual workspace the files are those of the scheme of its folders.
   */
  isFile(uri: string): boolean;
  initialize(params: InitializeParams): void;
  changeFolders(event: WorkspaceFoldersChangeEvent): void;
  readConfiguration(connection: Connection, pushed?: unknown): Promise<void>;
  /** What projects say of single files. */
  readonly configuration: Pick<Configuration, 'load' | 'isLeftOut'>;
  askMachine(): Promise<void>;
  /** From now on programs of the machine may be asked. */
  trust(): void;
  readonly unitFiles: UnitFileStore;
  readonly machineCache: MachineCache;
  readonly savedFiles: SavedFiles;
}

export function createSession(runtime: Runtime): Session {
  const units = createUnitIndex(unitSources);
  const unitFiles = createUnitFileStore(runtime, units);
  const configuration = createConfiguration(runtime);
  const uris = createUris(runtime.paths);
  const facts = createMachineFacts(runtime);
  const machine = { runtime, units, facts };
  let folders: readonly Folder[] = [];
  const folder = (uri: string): Folder => ({ uri, path: uris.toPath(uri) });
  const environment = (settings: () => Settings, path?: string): Environment =>
    createEnvironment({
      ...machine,
      settings,
      ...filesAround(unitFiles, path),
      podman: () => podmanNames(session),
      manualUri: () => session.options.manualUri,
      isPlain: () => !session.client.drawsMarkdown,
    });

  const session: Session = {
    ...clientOptions({ capabilities: {} }),
    runtime,
    environment: environment(() => configuration.settings),
    environmentFor: (path) => environment(() => configuration.settingsFor(path), path),
    get settings() {
      return configuration.settings;
    },
    settingsFor: configuration.settingsFor,
    configuration,
    get machineVersion() {
      return facts.version;
    },
    get machinePodman() {
      return facts.podman;
    },
    get folders() {
      return folders;
    },
    uris,
    unitFiles,
    machineCache: facts.cache,
    savedFiles: createSavedFiles(runtime),
    around: (uri, path) => surroundings(session, uri, path),
    isFile: (uri) => uri.startsWith('file://') || folders.some((folder) => isOfOneKind(folder.uri, uri)),
    initialize(params) {
      Object.assign(session, clientOptions(params));
      folders = opened(params).map(folder);
      configuration.start(session.options.settings);
    },
    changeFolders({ added, removed }) {
      folders = [...without(folders, removed), ...added.map(({ uri }) => folder(uri))];
    },
    async readConfiguration(connection, pushed) {
      await configuration.read({ connection: session.client.settings ? connection : undefined, folders, pushed });
      announceTargets(connection, session);
    },
    trust: () => void Object.assign(session, { options: { ...session.options, runsPrograms: true } }),
    askMachine: () => facts.ask(folders, { mayRun: session.options.runsPrograms !== false }),
  };
  return session;
}

/** What other programs read together with the file that is asked about. */
const filesAround = (unitFiles: UnitFileStore, path: string | undefined) => ({
  quadlets: () => (path === undefined ? undefined : unitFiles.quadletsAround(path)),
  networks: () => (path === undefined ? undefined : unitFiles.networksAround(path)),
  lines: () => (path === undefined ? undefined : unitFiles.linesAround(path)),
});

/** Where what is opened is not trusted, no podman is run. */
function podmanNames({ runtime, options, folders }: Session): Environment['podman'] {
  if (options.runsPrograms === false || !runtime.podmanNames) return undefined;
  return (resource) => runtime.podmanNames!(resource, folders);
}

/** Of a machine without systemd nothing is said: no unit is for it. */
const surroundings = (session: Session, uri: string, path: string): Surroundings => ({
  ...(session.isFile(uri)
    ? { ...session.unitFiles.surroundings(path), ...session.savedFiles.of(path) }
    : { units: session.unitFiles.surroundings(path).units }),
  ...(session.machineVersion === undefined ? {} : { machine: session.machineCache }),
});

const without = (folders: readonly Folder[], removed: readonly { readonly uri: string }[]): Folder[] =>
  folders.filter(({ uri }) => removed.every((gone) => gone.uri !== uri));

/** Tells a client that shows them that units may be judged for something else by now. */
export function announceTargets(connection: Connection, { options }: Session): void {
  if (options.hearsTargets) void connection.sendNotification(targetsChanged);
}

/** Uris of the folders that a client opens at the start. */
const opened = ({ workspaceFolders, rootUri }: InitializeParams): string[] =>
  workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);

const isOfOneKind = (one: string, other: string): boolean => schemeAndAuthority(one) === schemeAndAuthority(other);
