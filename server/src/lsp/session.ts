import type { Connection, InitializeParams, WorkspaceFoldersChangeEvent } from 'vscode-languageserver';
import type { Environment } from '../features/environment.ts';
import { webLink } from '../features/manual-text.ts';
import type { ServiceHost } from '../service/language-service.ts';
import { type Settings, targetVersion } from '../service/settings.ts';
import { createUnitIndex } from '../units/unit-index.ts';
import { type Abilities, abilitiesOf } from './abilities.ts';
import { createConfiguration } from './configuration.ts';
import { chooseEncoding, type PositionEncoding } from './encoding.ts';
import type { Folder } from './folders.ts';
import { createMachineMemory, type MachineMemory } from './machine-knowledge.ts';
import { createNeighbours, type Neighbours } from './neighbours.ts';
import type { Runtime } from './runtime.ts';
import { createUris, type Uris } from './uris.ts';

/** What one client can do and has set, and what the machine said; lives as long as the connection. */
export interface Session extends ServiceHost {
  readonly runtime: Runtime;
  /** Of the window. */
  readonly settings: Settings;
  readonly folders: readonly Folder[];
  readonly client: Abilities;
  readonly uris: Uris;
  /** What the client told at its start, if it is one that we know. */
  readonly options: InitializationOptions;
  /** What columns count. */
  readonly encoding: PositionEncoding;
  /** How the client wants to learn of diagnostics. */
  readonly diagnostics: DiagnosticsMode;
  initialize(params: InitializeParams): void;
  changeFolders(event: WorkspaceFoldersChangeEvent): void;
  readConfiguration(connection: Connection, pushed?: unknown): Promise<void>;
  askMachine(): Promise<void>;
  readonly neighbours: Neighbours;
  readonly machine: MachineMemory;
}

/** It asks for them, and can be told to ask again; or they are sent to it. */
export interface DiagnosticsMode {
  readonly pulled: boolean;
  readonly canRefresh: boolean;
}

export interface InitializationOptions {
  /** The command that opens completions again; of VS Code `editor.action.triggerSuggest`. */
  readonly askAgainCommand?: string;
  /** The command that is given a uri, a position and locations, and shows them. */
  readonly showPlacesCommand?: string;
  /** The command that shows a unit with its drop-ins as one text. */
  readonly showEffectiveCommand?: string;
  /** A uri with `{page}` and `{anchor}` under which the client opens manual pages. */
  readonly manualUri?: string;
  readonly settings?: unknown;
}

/** Parentheses would end the link in Markdown. */
const inLink = (text: string): string => encodeURIComponent(text).replace(/\(/g, '%28').replace(/\)/g, '%29');

export function createSession(runtime: Runtime): Session {
  const units = createUnitIndex();
  const neighbours = createNeighbours(runtime, units);
  const configuration = createConfiguration(runtime);
  const uris = createUris(runtime.paths);
  let machineVersion: number | undefined;
  let accounts: Pick<Environment, 'users' | 'groups'> = { users: [], groups: [] };
  let accountSets = { users: new Set<string>(), groups: new Set<string>() };
  const machine = createMachineMemory(runtime, () => accountSets);
  let folders: readonly Folder[] = [];
  let client = abilitiesOf({});
  let encoding: PositionEncoding = 'utf-16';
  let diagnostics: DiagnosticsMode = { pulled: false, canRefresh: false };
  let options: InitializationOptions = {};
  const folder = (uri: string): Folder => ({ uri, path: uris.toPath(uri) });

  /** The manual is that of the version the units of a folder are for. */
  const environmentOf = (settings: () => Settings): Environment => ({
    get manual() {
      return runtime.manual(targetVersion(settings(), machineVersion));
    },
    units,
    get users() {
      return accounts.users;
    },
    get groups() {
      return accounts.groups;
    },
    files: runtime.files,
    now: () => Date.now() / 1000,
    manualLink(page, anchor, webAnchor) {
      const { manualUri } = options;
      if (!manualUri) return webLink(page, anchor, webAnchor);
      return manualUri.replace('{page}', inLink(page)).replace('{anchor}', inLink(anchor));
    },
  });

  return {
    runtime,
    environment: environmentOf(() => configuration.settings),
    environmentFor: (path) => environmentOf(() => configuration.settingsFor(path)),
    get settings() {
      return configuration.settings;
    },
    settingsFor: configuration.settingsFor,
    get machineVersion() {
      return machineVersion;
    },
    get folders() {
      return folders;
    },
    get client() {
      return client;
    },
    uris,
    get options() {
      return options;
    },
    get encoding() {
      return encoding;
    },
    get diagnostics() {
      return diagnostics;
    },
    neighbours,
    machine,
    /** Of a machine without systemd nothing is said: no unit is for it. */
    around: (path, text) => ({
      ...neighbours.around(path, text),
      ...(machineVersion === undefined ? {} : { machine }),
    }),
    initialize({ capabilities, workspaceFolders, rootUri, initializationOptions }) {
      folders = (workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : [])).map(folder);
      client = abilitiesOf(capabilities);
      encoding = chooseEncoding(capabilities.general?.positionEncodings);
      diagnostics = {
        pulled: capabilities.textDocument?.diagnostic !== undefined,
        canRefresh: capabilities.workspace?.diagnostics?.refreshSupport === true,
      };
      options = (initializationOptions ?? {}) as InitializationOptions;
      configuration.start(options.settings);
    },
    changeFolders({ added, removed }) {
      const gone = new Set(removed.map(({ uri }) => uri));
      folders = [...folders.filter(({ uri }) => !gone.has(uri)), ...added.map(({ uri }) => folder(uri))];
    },
    readConfiguration: (connection, pushed) =>
      configuration.read({ connection: client.settings ? connection : undefined, folders, pushed }),
    async askMachine() {
      [machineVersion, accounts] = await Promise.all([runtime.machineVersion(), runtime.accounts()]);
      accountSets = { users: new Set(accounts.users), groups: new Set(accounts.groups) };
    },
  };
}
