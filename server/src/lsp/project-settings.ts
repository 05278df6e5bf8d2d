import type { ProjectFiles, RuleOverride } from '../service/project-files.ts';
import { withoutEnd } from '../text/trim-end.ts';
import { isBelow } from './folders.ts';
import type { Runtime } from './runtime.ts';

const NAME = '.systemd-units.json';

export const isProjectSettings = (path: string): boolean => path.endsWith(`/${NAME}`);

/** As they come; what makes no sense is left out later. */
export type Settings = Readonly<Record<string, unknown>>;

/** What a project says of its units for everybody; `check` on the command line reads the same. */
export interface ProjectSettings {
  readonly folder: string;
  readonly settings: Settings;
}

export interface Projects {
  /** Reads what stands in a folder and in those above it, unless that is known. */
  load(folder: string): Promise<void>;
  /** The nearest that is known above a path, and no other. */
  above(path: string): ProjectSettings | undefined;
  /** Reads everything anew that was asked for. */
  reload(): Promise<void>;
}

/**
 * A file that is not JSON says nothing here: the editor's own JSON support marks it. One of somebody else's counts as little.
 * @param openedAround the opened folder that a folder is or is in
 */
export function createProjects(runtime: Runtime, openedAround: (folder: string) => string | undefined): Projects {
  let known = new Map<string, Promise<Settings | undefined>>();
  let read = new Map<string, Settings>();
  const asked = new Set<string>();
  const inFolder = async (folder: string, opened: string | undefined): Promise<Settings | undefined> => {
    const path = join(folder, NAME);
    const text = await runtime.readText(path);
    const settings = text === undefined ? undefined : parse(text);
    if (!settings || !(await isHeeded(runtime, path, opened))) return undefined;
    read.set(folder, settings);
    return settings;
  };
  const projects: Projects = {
    async load(folder) {
      asked.add(folder);
      const opened = openedAround(folder);
      for (const each of upwards(folder)) {
        const found = known.get(each) ?? inFolder(each, opened);
        known.set(each, found);
        if (await found) return;
      }
    },
    above(path) {
      const folder = upwards(folderAbove(path)).find((each) => read.has(each));
      return folder === undefined ? undefined : { folder, settings: read.get(folder)! };
    },
    async reload() {
      known = new Map();
      read = new Map();
      await Promise.all([...asked].map(projects.load));
    },
  };
  return projects;
}

/** Where owners can be told, they decide; else what was opened counts, and nothing above it. */
const isHeeded = async (runtime: Runtime, path: string, opened: string | undefined): Promise<boolean> =>
  runtime.isTrusted ? runtime.isTrusted(path, opened) : opened !== undefined && isBelow(path, opened);

/** The project's word counts before the user's; rules one by one. */
export function withProject(own: unknown, project: Settings | undefined): Settings {
  const settings = isRecord(own) ? own : {};
  if (!project) return settings;
  const rules = [settings.rules, project.rules].filter(isRecord);
  return { ...settings, ...project, rules: Object.assign({}, ...rules) };
}

/** What a project says of single files. */
export function filesOf({ include, ignore, overrides }: Settings): ProjectFiles {
  return {
    ...(Array.isArray(include) && { include: include.filter(isText) }),
    ignore: Array.isArray(ignore) ? ignore.filter(isText) : [],
    overrides: Array.isArray(overrides) ? overrides.filter(isOverride) : [],
  };
}

const isText = (value: unknown): value is string => typeof value === 'string';

const isOverride = (value: unknown): value is RuleOverride =>
  isRecord(value) && Array.isArray(value.files) && value.files.every(isText) && isRecord(value.rules);

export const folderAbove = (path: string): string => path.slice(0, Math.max(1, path.lastIndexOf('/')));

/** A folder and those above it; none for a text that was never saved, whose name lies in no folder. */
function upwards(folder: string): string[] {
  if (!folder.startsWith('/')) return [];
  const plain = folder.length > 1 ? withoutEnd(folder, '/') : folder;
  return plain === '/' || plain === '' ? ['/'] : [plain, ...upwards(folderAbove(plain))];
}

const join = (folder: string, name: string): string => `${folder.replace(/\/$/, '')}/${name}`;

function parse(text: string): Settings | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
