import type { Runtime } from './runtime.ts';
import { uriToPath } from './uris.ts';

const NAME = '.systemd-units.json';

export const isProjectSettings = (path: string): boolean => path.endsWith(`/${NAME}`);

/**
 * What the project says of its units for everybody, from the first opened folder with such a file; `check` on the
 * command line reads the same. A file that is no JSON says nothing here: the editor's own JSON support marks it.
 */
export async function readProjectSettings(runtime: Runtime, folders: readonly string[]): Promise<Settings | undefined> {
  for (const folder of folders) {
    const text = await runtime.readText(`${uriToPath(folder).replace(/\/$/, '')}/${NAME}`);
    if (text !== undefined) return parse(text);
  }
  return undefined;
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
