import type { Runtime } from './runtime.ts';

const NAME = '.systemd-units.json';

export const isProjectSettings = (path: string): boolean => path.endsWith(`/${NAME}`);

/**
 * What a project says of its units for everybody, in its opened folder; `check` on the command line reads the same. A
 * file that is not JSON says nothing here: the editor's own JSON support marks it.
 */
export async function readProjectSettings(runtime: Runtime, folder: string): Promise<Settings | undefined> {
  const text = await runtime.readText(`${folder.replace(/\/$/, '')}/${NAME}`);
  return text === undefined ? undefined : parse(text);
}

/** As they come; what makes no sense is left out later. */
export type Settings = Readonly<Record<string, unknown>>;

/** The project's word counts before the user's; rules one by one. */
export function withProject(own: unknown, project: Settings | undefined): Settings {
  const settings = isRecord(own) ? own : {};
  if (!project) return settings;
  const rules = [settings.rules, project.rules].filter(isRecord);
  return { ...settings, ...project, rules: Object.assign({}, ...rules) };
}

function parse(text: string): Settings | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
