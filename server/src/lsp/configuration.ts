import type { Connection } from 'vscode-languageserver';
import { defaultSettings, readSettings, type Settings } from '../service/settings.ts';
import { type Folder, folderOf } from './folders.ts';
import { readProjectSettings, withProject } from './project-settings.ts';
import type { Runtime } from './runtime.ts';

/** The settings of the window and of each opened folder. */
export interface Configuration {
  /** Of the window: what counts for the machine, and for files outside of all folders. */
  readonly settings: Settings;
  /** Of the folder a file is in. A window with one folder has one set of settings. */
  settingsFor(path: string): Settings;
  /** What the client sent at its start. */
  start(own: unknown): void;
  /** Asks the client, where it can be asked, and reads what the projects say. */
  read(asking: Asking): Promise<void>;
}

export interface Asking {
  /** Undefined for a client that sends its settings by itself. */
  readonly connection: Connection | undefined;
  readonly folders: readonly Folder[];
  /** What the client has just sent. */
  readonly pushed?: unknown;
}

const SECTION = 'systemdUnits';

export function createConfiguration(runtime: Runtime): Configuration {
  let own: unknown;
  let settings = defaultSettings;
  let ofFolders: readonly (Folder & { readonly settings: Settings })[] = [];
  return {
    get settings() {
      return settings;
    },
    settingsFor: (path) => folderOf(ofFolders, path)?.settings ?? settings,
    start(sent) {
      own = sent;
      settings = readSettings(own);
    },
    async read({ connection, folders, pushed }) {
      const [window, ...each] = connection
        ? await askClient(connection, folders)
        : [pushed === undefined ? own : (pushed as { systemdUnits?: unknown } | null)?.systemdUnits];
      own = window;
      const projects = await Promise.all(folders.map(({ path }) => readProjectSettings(runtime, path)));
      ofFolders = folders.map((folder, i) => ({
        ...folder,
        settings: readSettings(withProject(connection ? each[i] : own, projects[i])),
      }));
      settings = ofFolders.length === 1 ? ofFolders[0]!.settings : readSettings(own);
      const unitPaths = [
        ...new Set([...settings.unitPaths, ...ofFolders.flatMap((folder) => folder.settings.unitPaths)]),
      ];
      settings = { ...settings, unitPaths };
    },
  };
}

/** The window's answer first, then those of the folders. */
const askClient = (connection: Connection, folders: readonly Folder[]): Promise<unknown[]> =>
  connection.workspace.getConfiguration([
    { section: SECTION },
    ...folders.map(({ uri }) => ({ section: SECTION, scopeUri: uri })),
  ]);
