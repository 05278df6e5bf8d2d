import { allRules } from '../dialects/rules.ts';
import { podmanVersion } from '../schema/podman.ts';
import type { ProjectFiles } from '../service/project-files.ts';
import { nearest } from '../text/edit-distance.ts';
import { lineIndex } from '../text/line-index.ts';
import { decode } from './decode.ts';
import { complain } from './door.ts';
import { type CliHost, UsageError } from './host.ts';
import { absolute, isWithin } from './paths.ts';

const CONFIG_NAME = '.systemd-units.json';

/** What a project says of its units, in the words of the editor's settings; `schemas/config.schema.json` describes it. */
export interface Config extends ProjectFiles {
  readonly systemdVersion?: 'auto' | number;
  /** Several releases or distributions units are for: `debian12`, `252..257`; counts before `systemdVersion`. */
  readonly targets?: readonly string[];
  /** The Podman that Quadlet files are for: `5.4`. */
  readonly podmanVersion?: string;
  readonly manager?: 'auto' | 'system' | 'user';
  /** Folders with units that are searched before the machine's own. */
  readonly unitPaths?: readonly string[];
  /** What is checked when no path is given, below the file's folder. */
  readonly paths?: readonly string[];
}

/** A config and where it was found. */
export interface FoundConfig extends Config {
  readonly file: string;
  readonly folder: string;
}

/** The settings that count for files. */
export interface ConfigLookup {
  /** Those of the current folder: what holds for the run, and for files that have none of their own. */
  readonly own: FoundConfig | undefined;
  /** The nearest above a file, and no other: as with ruff and ESLint nothing is merged. */
  of(path: string): FoundConfig | undefined;
}

/** Where the command line has a word on settings. */
export interface ConfigWish {
  /** The one file that counts for all. */
  readonly file?: string | undefined;
  readonly none?: boolean;
  /** Whether files may have settings of their own; those of an image may not, as its author is not who checks it. */
  readonly isImage?: boolean;
}

/** Each folder is looked at once. @throws {@link UsageError}, then or later, for a file that makes no sense */
export function lookUpConfigs(host: CliHost, { file, none = false, isImage = false }: ConfigWish): ConfigLookup {
  if (none) return { own: undefined, of: () => undefined };
  if (file !== undefined) {
    const named = { ...read(host, file), file, folder: host.join(file, '..') };
    return { own: named, of: () => named };
  }
  const nearest = nearestConfig(host);
  const own = nearest(host.cwd);
  return { own, of: (path) => (isImage ? own : (nearest(host.join(absolute(host, path), '..')) ?? own)) };
}

/** The file of this name, or that of the current folder or one above it. */
export const findConfig = (host: CliHost, path?: string): FoundConfig | undefined =>
  lookUpConfigs(host, { file: path }).own;

/**
 * Finds the {@link CONFIG_NAME} of a folder or the nearest one above it. One that somebody else put there, as anybody can in
 * /tmp, is named and left alone.
 */
function nearestConfig(host: CliHost): (folder: string) => FoundConfig | undefined {
  const known = new Map<string, FoundConfig | undefined>();
  const inFolder = (folder: string): FoundConfig | undefined => {
    const candidate = host.join(folder, CONFIG_NAME);
    if (host.kindOf(candidate) !== 'file') return undefined;
    if (host.isTrusted(candidate)) return { ...read(host, candidate), file: candidate, folder };
    complain(host, `${candidate}: not heeded, as it belongs to another user; --config names one that is`);
    return undefined;
  };
  const nearest = (folder: string): FoundConfig | undefined => {
    if (known.has(folder)) return known.get(folder);
    const above = host.join(folder, '..');
    const found = inFolder(folder) ?? (above === folder ? undefined : nearest(above));
    known.set(folder, found);
    return found;
  };
  return nearest;
}

/** The folders with units that a config names; like its paths they count from its own folder. */
export function unitPathsOf(host: CliHost, config: FoundConfig | undefined): string[] {
  const below = (path: string): string => (config!.folder === host.cwd ? path : host.join(config!.folder, path));
  return (config?.unitPaths ?? []).map((path) => host.join(path.startsWith('/') ? path : below(path)));
}

/**
 * What a config wants to be checked. Paths in the file count from its folder; they are shown as short as they would be typed.
 * @throws {@link UsageError} for one that leads out of that folder and the current one, if only by a link: --fix writes there
 */
export function pathsOf(host: CliHost, config: FoundConfig | undefined): string[] {
  if (!config?.paths) return [];
  const { file, folder, paths } = config;
  const roots = [folder, host.cwd].map((root) => host.realPath(root) ?? host.join(root));
  return paths.map((path) => {
    const full = path.startsWith('/') ? host.join(path) : host.join(folder, path);
    const real = host.realPath(full) ?? (full.startsWith('/') ? full : host.join(host.cwd, full));
    if (!roots.some((root) => isWithin(real, root)))
      throw new UsageError(`${file}: "paths" leads out of its folder: ${path}`);
    return folder === host.cwd ? path : full;
  });
}

function read(host: CliHost, path: string): Config {
  const wrong = (why: string): never => {
    throw new UsageError(`${path}: ${why}`);
  };
  let given: unknown;
  let text = '';
  try {
    text = decode(host.readFile(path));
    given = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw new UsageError(`${path}${placeIn(text, error)}: this is not JSON`);
    throw new UsageError((error as Error).message);
  }
  const problem = problemOf(given);
  return problem === undefined ? settled(given as Config) : wrong(problem);
}

/** `:3:14`, where the message of JSON.parse tells an offset; the end of the text where that was too early. */
function placeIn(text: string, { message }: SyntaxError): string {
  const offset = /position (\d+)/.exec(message)?.[1];
  if (offset === undefined && !/end of JSON/.test(message)) return '';
  const { line, character } = lineIndex(text).positionAt(offset === undefined ? text.length : Number(offset));
  return `:${line + 1}:${character + 1}`;
}

/** A version may be written as the editor's settings write it: `"252"`. */
function settled(config: Config): Config {
  const { systemdVersion: version, targets }: { systemdVersion?: unknown; targets?: unknown } = config;
  return {
    ...config,
    ...(typeof version === 'string' && version !== 'auto' && { systemdVersion: Number(version) }),
    ...(typeof targets === 'string' && { targets: [targets] }),
  };
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
  targets: (value) => (typeof value === 'string' ? undefined : textList(value)),
  podmanVersion: (value) =>
    value === 'auto' || podmanVersion(String(value)) !== undefined
      ? undefined
      : 'takes "auto" or a version such as "5.4"',
  manager: oneOf('auto', 'system', 'user'),
  unitPaths: textList,
  paths: textList,
  include: textList,
  ignore: textList,
  rules: rulesProblem,
  overrides: overridesProblem,
};

function problemOf(given: unknown): string | undefined {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return 'takes an object';
  for (const [key, value] of Object.entries(given)) {
    const test = Object.hasOwn(KEYS, key) ? KEYS[key] : undefined;
    if (!test) return `there is no setting "${key}"; ${meantOf(key, Object.keys(KEYS).slice(1))}`;
    const problem = test(value);
    if (problem !== undefined) return `"${key}" ${problem}`;
  }
  return undefined;
}

function meantOf(word: string, words: readonly string[]): string {
  const meant = nearest(word, words);
  if (meant !== undefined) return `did you mean ${meant}?`;
  return words.length < 10 ? `there are ${words.join(', ')}` : 'docs/rules/README.md lists them';
}

function rulesProblem(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'takes an object of rules';
  for (const [id, level] of Object.entries(value)) {
    const ids = allRules.map((rule) => rule.id);
    if (!ids.includes(id)) return `names "${id}", which is not a rule; ${meantOf(id, ids)}`;
    const problem = severity(level);
    if (problem !== undefined) return `gives ${id} the severity "${String(level)}"; it ${problem}`;
  }
  return undefined;
}

function overridesProblem(value: unknown): string | undefined {
  if (!Array.isArray(value)) return 'takes a list of { "files": [...], "rules": {...} }';
  for (const override of value as unknown[]) {
    const { files, rules, ...others } = (override ?? {}) as Record<string, unknown>;
    const [other] = Object.keys(others);
    if (other !== undefined) return `has "${other}" in one of its entries, which take files and rules`;
    const problem = textList(files);
    if (problem !== undefined) return `needs "files" in each of its entries, which ${problem}`;
    const wrong = rulesProblem(rules);
    if (wrong !== undefined) return `has "rules" in one of its entries, which ${wrong}`;
  }
  return undefined;
}
