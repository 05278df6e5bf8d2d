import type { Connection, InitializeParams } from 'vscode-languageserver';
import type { Environment } from '../features/environment.ts';
import { webLink } from '../features/manual-text.ts';
import type { ServiceHost } from '../service/language-service.ts';
import { defaultSettings, readSettings, type Settings, targetVersion } from '../service/settings.ts';
import { createUnitIndex } from '../units/unit-index.ts';
import { chooseEncoding, type PositionEncoding } from './encoding.ts';
import { createMachineMemory, type MachineMemory } from './machine-knowledge.ts';
import { createNeighbours, type Neighbours } from './neighbours.ts';
import { readProjectSettings, withProject } from './project-settings.ts';
import type { Runtime } from './runtime.ts';

/** What one client can do and has set, and what the machine said; lives as long as the connection. */
export interface Session extends ServiceHost {
  readonly runtime: Runtime;
  readonly folders: readonly string[];
  /** The client lets the server say which files it wants to hear of. */
  readonly registersWatchers: boolean;
  /** The client understands snippets in completions. */
  readonly snippets: boolean;
  /** The command that opens completions again, told by the client at start. */
  readonly askAgain: string | undefined;
  /** The command that shows a list of places. */
  readonly showPlaces: string | undefined;
  /** The command that shows a unit with its drop-ins. */
  readonly showEffective: string | undefined;
  /** The client asks before it renames a file. */
  readonly asksBeforeRenames: boolean;
  /** The client can ask about parts of an edit. */
  readonly annotations: boolean;
  /** What columns count. */
  readonly encoding: PositionEncoding;
  /** How the client wants to learn of diagnostics. */
  readonly diagnostics: DiagnosticsMode;
  initialize(params: InitializeParams): void;
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

interface InitializationOptions {
  /** VS Code: `editor.action.triggerSuggest`. */
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
  let settings: Settings = defaultSettings;
  /** As the client sent them. */
  let own: unknown;
  let machineVersion: number | undefined;
  let accounts: Pick<Environment, 'users' | 'groups'> = { users: [], groups: [] };
  let accountSets = { users: new Set<string>(), groups: new Set<string>() };
  const machine = createMachineMemory(runtime, () => accountSets);
  let folders: readonly string[] = [];
  let snippets = false;
  let registersWatchers = false;
  let asksBeforeRenames = false;
  let annotations = false;
  let encoding: PositionEncoding = 'utf-16';
  let diagnostics: DiagnosticsMode = { pulled: false, canRefresh: false };
  let pullsConfiguration = false;
  let options: InitializationOptions = {};

  const environment: Environment = {
    get manual() {
      return runtime.manual(targetVersion(settings, machineVersion));
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
  };

  return {
    runtime,
    environment,
    get settings() {
      return settings;
    },
    get machineVersion() {
      return machineVersion;
    },
    get folders() {
      return folders;
    },
    get registersWatchers() {
      return registersWatchers;
    },
    get snippets() {
      return snippets;
    },
    get showPlaces() {
      return options.showPlacesCommand;
    },
    get showEffective() {
      return options.showEffectiveCommand;
    },
    get asksBeforeRenames() {
      return asksBeforeRenames;
    },
    get annotations() {
      return annotations;
    },
    get encoding() {
      return encoding;
    },
    get diagnostics() {
      return diagnostics;
    },
    get askAgain() {
      return options.askAgainCommand;
    },
    neighbours,
    machine,
    /** Of a machine without systemd nothing is said: no unit is for it. */
    around: (path, text) => ({
      ...neighbours.around(path, text),
      ...(machineVersion === undefined ? {} : { machine }),
    }),
    initialize(params) {
      const { capabilities } = params;
      folders = params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : []);
      registersWatchers = capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
      snippets = capabilities.textDocument?.completion?.completionItem?.snippetSupport === true;
      asksBeforeRenames = capabilities.workspace?.fileOperations?.willRename === true;
      annotations = capabilities.workspace?.workspaceEdit?.changeAnnotationSupport !== undefined;
      encoding = chooseEncoding(capabilities.general?.positionEncodings);
      diagnostics = {
        pulled: capabilities.textDocument?.diagnostic !== undefined,
        canRefresh: capabilities.workspace?.diagnostics?.refreshSupport === true,
      };
      pullsConfiguration = capabilities.workspace?.configuration === true;
      options = (params.initializationOptions ?? {}) as InitializationOptions;
      own = options.settings;
      settings = readSettings(own);
    },
    async readConfiguration(connection, pushed) {
      if (pullsConfiguration) own = await connection.workspace.getConfiguration('systemdUnits');
      else if (pushed !== undefined) own = (pushed as { systemdUnits?: unknown } | null)?.systemdUnits;
      settings = readSettings(withProject(own, await readProjectSettings(runtime, folders)));
    },
    async askMachine() {
      [machineVersion, accounts] = await Promise.all([runtime.machineVersion(), runtime.accounts()]);
      accountSets = { users: new Set(accounts.users), groups: new Set(accounts.groups) };
    },
  };
}
