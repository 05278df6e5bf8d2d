import type { Connection } from 'vscode-languageserver';
import { ruleIds } from '../dialects/rules.ts';
import type { SeverityMap } from '../features/suppressions/apply-suppressions.ts';
import { projectFiles } from '../service/project-files.ts';
import { defaultSettings, readSettings, type Settings } from '../service/settings.ts';
import { type Folder, folderOf } from './folders.ts';
import { createProjects, filesOf, folderAbove, type ProjectSettings, withProject } from './project-settings.ts';
import type { Runtime } from './runtime.ts';

/** The settings of the window, of each opened folder, and of what projects say of their files. */
export interface Configuration {
  /** Of the window: what counts for the machine, and for files outside of all folders. */
  readonly settings: Settings;
  /** Of a file: those of the opened folder it is in, with the word of the nearest project, as far as that was loaded. */
  settingsFor(path: string): Settings;
  /** Whether the project says that a file is not for us to judge or format. */
  isLeftOut(path: string): boolean;
  /** Reads what projects above a file say. */
  load(path: string): Promise<void>;
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

/** Nothing is said of a file that is left out. */
const NOTHING: SeverityMap = Object.fromEntries([...ruleIds].map((id) => [id, 'off']));

interface OfFile {
  readonly settings: Settings;
  readonly isLeftOut: boolean;
}

export function createConfiguration(runtime: Runtime): Configuration {
  let own: unknown;
  let settings = defaultSettings;
  let ofFolders: readonly (Folder & { readonly own: unknown; readonly settings: Settings })[] = [];
  let opened: readonly Folder[] = [];
  const projects = createProjects(runtime, (folder) => folderOf(opened, `${folder}/`)?.path);
  const known = new Map<string, OfFile>();
  const ofFile = (path: string): OfFile => {
    const found = known.get(path) ?? read(path);
    known.set(path, found);
    return found;
  };
  const read = (path: string): OfFile => {
    const folder = folderOf(ofFolders, path);
    const project = projects.above(path);
    if (!project) return { settings: folder?.settings ?? settings, isLeftOut: false };
    // Where units are searched is settled for the whole folder.
    const { unitPaths } = folder?.settings ?? settings;
    return withFiles(
      { ...readSettings(withProject(folder ? folder.own : own, project.settings)), unitPaths },
      project,
      path,
    );
  };
  return {
    get settings() {
      return settings;
    },
    settingsFor: (path) => ofFile(path).settings,
    isLeftOut: (path) => ofFile(path).isLeftOut,
    async load(path) {
      await projects.load(folderAbove(path));
      known.delete(path);
    },
    start(sent) {
      own = sent;
      settings = readSettings(own);
    },
    async read({ connection, folders, pushed }) {
      const [window, ...each] = connection
        ? await askClient(connection, folders)
        : [pushed === undefined ? own : (pushed as { systemdUnits?: unknown } | null)?.systemdUnits];
      own = window;
      opened = folders;
      await projects.reload();
      await Promise.all(folders.map(({ path }) => projects.load(path)));
      ofFolders = folders.map((folder, i) => {
        const sent = connection ? each[i] : own;
        const project = projects.above(`${folder.path.replace(/\/$/, '')}/`);
        return { ...folder, own: sent, settings: readSettings(withProject(sent, project?.settings)) };
      });
      settings = ofFolders.length === 1 ? ofFolders[0]!.settings : readSettings(own);
      settings = { ...settings, unitPaths: unitPathsOf([settings, ...ofFolders.map((folder) => folder.settings)]) };
      known.clear();
    },
  };
}

const unitPathsOf = (all: readonly Settings[]): string[] => [...new Set(all.flatMap(({ unitPaths }) => unitPaths))];

/** With what a project says of this very file. */
function withFiles(settings: Settings, project: ProjectSettings, path: string): OfFile {
  const name = path.slice(project.folder.replace(/\/$/, '').length + 1);
  const of = projectFiles({ ...filesOf(project.settings), rules: settings.rules })(name);
  const { rules } = of.isLeftOut ? { rules: NOTHING } : readSettings({ rules: of.rules });
  return { settings: { ...settings, rules }, isLeftOut: of.isLeftOut };
}

/** The window's answer first, then those of the folders. */
const askClient = (connection: Connection, folders: readonly Folder[]): Promise<unknown[]> =>
  connection.workspace.getConfiguration([
    { section: SECTION },
    ...folders.map(({ uri }) => ({ section: SECTION, scopeUri: uri })),
  ]);
