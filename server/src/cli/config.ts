import { rules } from '../rules/registry.ts';
import type { SeverityMap } from '../rules/suppress.ts';
import { decode } from './decode.ts';
import { type CliHost, UsageError } from './host.ts';

const CONFIG_NAME = '.systemd-units.json';

/** What a project says of its units, in the words of the editor's settings; `schemas/config.schema.json` describes it. */
export interface Config {
  readonly systemdVersion?: 'auto' | number;
  readonly manager?: 'auto' | 'system' | 'user';
  readonly rules?: SeverityMap;
  /** Folders with units that are searched before the machine's own. */
  readonly unitPaths?: readonly string[];
  /** What is checked when no path is given, below the file's folder. */
  readonly paths?: readonly string[];
}

/** A config and where it was found. */
export interface FoundConfig extends Config {
  readonly folder: string;
}

/** The file of this name, or the nearest {@link CONFIG_NAME} from the current folder upwards. */
export function findConfig(host: CliHost, path?: string): FoundConfig | undefined {
  if (path !== undefined) return { ...read(host, path), folder: host.join(path, '..') };
  for (let folder = host.cwd; ; ) {
    const candidate = host.join(folder, CONFIG_NAME);
    if (host.kindOf(candidate) === 'file') return { ...read(host, candidate), folder };
    const above = host.join(folder, '..');
    if (above === folder) return undefined;
    folder = above;
  }
}

/** The folders with units that a config names; like its paths they count from its own folder. */
export function unitPathsOf(host: CliHost, config: FoundConfig | undefined): string[] {
  const below = (path: string): string => (config!.folder === host.cwd ? path : host.join(config!.folder, path));
  return (config?.unitPaths ?? []).map((path) => host.join(path.startsWith('/') ? path : below(path)));
}

function read(host: CliHost, path: string): Config {
  const wrong = (why: string): never => {
    throw new UsageError(`${path}: ${why}`);
  };
  let given: unknown;
  try {
    given = JSON.parse(decode(host.readFile(path)));
  } catch (error) {
    return wrong(error instanceof SyntaxError ? `not JSON: ${error.message}` : (error as Error).message);
  }
  const problem = problemOf(given);
  return problem === undefined ? settled(given as Config) : wrong(problem);
}

/** A version may be written as the editor's settings write it: `"252"`. */
function settled(config: Config): Config {
  const version: unknown = config.systemdVersion;
  return typeof version === 'string' && version !== 'auto' ? { ...config, systemdVersion: Number(version) } : config;
}

type Test = (value: unknown) => string | undefined;

const textList: Test = (value) =>
  Array.isArray(value) && value.every((item) => typeof item === 'string') ? undefined : 'takes a list of texts';

const oneOf =
  (...words: readonly string[]): Test =>
  (value) =>
    words.includes(value as string) ? undefined : `takes ${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;

const severity = oneOf('error', 'warning', 'info', 'hint', 'off');

const KEYS: Readonly<Record<string, Test>> = {
  $schema: () => undefined,
  systemdVersion: (value) =>
    value === 'auto' || /^\d{3}$/.test(String(value)) ? undefined : 'takes "auto" or a number such as 257',
  manager: oneOf('auto', 'system', 'user'),
  unitPaths: textList,
  paths: textList,
  rules: rulesProblem,
};

function problemOf(given: unknown): string | undefined {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return 'takes an object';
  for (const [key, value] of Object.entries(given)) {
    const test = Object.hasOwn(KEYS, key) ? KEYS[key] : undefined;
    if (!test) return `knows no "${key}"; choose among ${Object.keys(KEYS).slice(1).join(', ')}`;
    const problem = test(value);
    if (problem !== undefined) return `"${key}" ${problem}`;
  }
  return undefined;
}

function rulesProblem(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'takes an object of rules';
  for (const [id, level] of Object.entries(value)) {
    if (!rules.some((rule) => rule.id === id)) return `knows no rule "${id}"`;
    const problem = severity(level);
    if (problem !== undefined) return `gives ${id} "${String(level)}", which ${problem}`;
  }
  return undefined;
}
