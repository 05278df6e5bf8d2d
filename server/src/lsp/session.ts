import type { Connection, InitializeParams, WorkspaceFoldersChangeEvent } from 'vscode-languageserver';
import type { Environment } from '../features/environment.ts';
import type { ServiceHost } from '../service/language-service.ts';
import type { Settings } from '../service/settings.ts';
import { createUnitIndex } from '../units/unit-index.ts';
import { type Agreement, agreementWith } from './agreement.ts';
import { createConfiguration } from './configuration.ts';
import { environmentOf } from './environment.ts';
import type { Folder } from './folders.ts';
import { createMachineFacts } from './machine-facts.ts';
import type { MachineMemory } from './machine-knowledge.ts';
import { createNeighbours, type Neighbours } from './neighbours.ts';
import type { Runtime } from './runtime.ts';
import { createSavedEncodings, type SavedEncodings } from './saved-encodings.ts';
import { createUris, schemeAndAuthority, type Uris } from './uris.ts';

/** What one client can do and has set, and what the machine said; lives as long as the connection. */
export interface Session extends ServiceHost, Agreement {
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
  askMachine(): Promise<void>;
  readonly neighbours: Neighbours;
  readonly machine: MachineMemory;
  readonly encodings: SavedEncodings;
}

export function createSession(runtime: Runtime): Session {
  const units = createUnitIndex();
  const neighbours = createNeighbours(runtime, units);
  const configuration = createConfiguration(runtime);
  const uris = createUris(runtime.paths);
  const facts = createMachineFacts(runtime);
  let folders: readonly Folder[] = [];
  const folder = (uri: string): Folder => ({ uri, path: uris.toPath(uri) });
  const environment = (settings: () => Settings): Environment =>
    environmentOf({
      runtime,
      units,
      facts,
      settings,
      manualUri: () => session.options.manualUri,
      isPlain: () => !session.client.drawsMarkdown,
    });

  const session: Session = {
    ...agreementWith({ capabilities: {} }),
    runtime,
    environment: environment(() => configuration.settings),
    environmentFor: (path) => environment(() => configuration.settingsFor(path)),
    get settings() {
      return configuration.settings;
    },
    settingsFor: configuration.settingsFor,
    get machineVersion() {
      return facts.version;
    },
    get folders() {
      return folders;
    },
    uris,
    neighbours,
    machine: facts.memory,
    encodings: createSavedEncodings(runtime),
    /** Of a machine without systemd nothing is said: no unit is for it. */
    around: (uri, path) => ({
      ...(session.isFile(uri)
        ? { ...neighbours.around(path), savedAs: session.encodings.of(path) }
        : { units: neighbours.around(path).units }),
      ...(facts.version === undefined ? {} : { machine: facts.memory }),
    }),
    isFile: (uri) => uri.startsWith('file://') || folders.some((folder) => isOfOneKind(folder.uri, uri)),
    initialize(params) {
      Object.assign(session, agreementWith(params));
      folders = opened(params).map(folder);
      configuration.start(session.options.settings);
    },
    changeFolders({ added, removed }) {
      const left = folders.filter(({ uri }) => removed.every((gone) => gone.uri !== uri));
      folders = [...left, ...added.map(({ uri }) => folder(uri))];
    },
    readConfiguration: (connection, pushed) =>
      configuration.read({ connection: session.client.settings ? connection : undefined, folders, pushed }),
    askMachine: () => facts.ask(folders),
  };
  return session;
}

/** Uris of the folders that a client opens at the start. */
const opened = ({ workspaceFolders, rootUri }: InitializeParams): string[] =>
  workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);

const isOfOneKind = (one: string, other: string): boolean => schemeAndAuthority(one) === schemeAndAuthority(other);
