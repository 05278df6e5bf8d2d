import type { SeverityMap } from '../features/suppressions/apply-suppressions.ts';
import type { Manager } from '../schema/file-kind.ts';
import { projectFiles } from '../service/project-files.ts';
import { memoize } from '../text/memoize.ts';
import type { Complaints } from './complaints.ts';
import type { ConfigLookup, FoundConfig } from './config.ts';
import type { CliHost } from './host.ts';
import { absolute, relativePath } from './paths.ts';
import type { TargetVersion } from './target-version.ts';

/** What one file is judged for. */
export interface FileSettings {
  readonly target: TargetVersion;
  readonly manager: Manager | undefined;
  readonly rules: SeverityMap | undefined;
}

/** What the command line says for all files, whatever the settings of a folder are. */
export interface Choices {
  target(config: FoundConfig | undefined): TargetVersion;
  manager(config: FoundConfig | undefined): Manager | undefined;
}

/** The settings of a file; undefined where they leave it out. */
export type SettingsOf = (path: string) => FileSettings | undefined;

export function settingsOfFiles(host: CliHost, lookup: ConfigLookup, choices: Choices): SettingsOf {
  const known = new Map<FoundConfig | undefined, ReturnType<typeof settingsBy>>();
  return (path) => {
    const config = lookup.of(path);
    const found = known.get(config) ?? settingsBy(config, choices);
    known.set(config, found);
    return found(nameFrom(host, config, path));
  };
}

/** Whether settings leave a file out. */
export const isLeftOut = (host: CliHost, config: FoundConfig | undefined, path: string): boolean =>
  config !== undefined && filesOf(config)(nameFrom(host, config, path)).isLeftOut;

const filesOf = memoize((config: FoundConfig) => projectFiles(config));

const nameFrom = (host: CliHost, config: FoundConfig | undefined, path: string): string =>
  config ? relativePath(absolute(host, config.folder), absolute(host, path)) : path;

function settingsBy(config: FoundConfig | undefined, choices: Choices): SettingsOf {
  const rulesOf = projectFiles(config ?? {});
  const target = choices.target(config);
  const manager = choices.manager(config);
  const known = new Map<SeverityMap | undefined, FileSettings>();
  return (path) => {
    const { isLeftOut, rules } = rulesOf(path);
    if (isLeftOut) return undefined;
    const found = known.get(rules) ?? { target, manager, rules };
    known.set(rules, found);
    return found;
  };
}

interface Taking {
  readonly isLeftOut: (path: string) => boolean;
  /** As on the command line. */
  readonly named: readonly string[];
  readonly complaints: Pick<Complaints, 'empty'>;
}

/** Without the files that settings leave out: one that was named is said to be, others nobody asked for. */
export function withoutLeftOut(paths: readonly string[], { isLeftOut, named, complaints }: Taking): readonly string[] {
  const taken = paths.filter((path) => !isLeftOut(path));
  if (taken.length === paths.length) return paths;
  const left = paths.filter((path) => named.includes(path) && isLeftOut(path));
  for (const path of left) complaints.empty(`${path}: left out by "include" or "ignore" of its .systemd-units.json`);
  if (taken.length === 0 && left.length === 0) complaints.empty('"include" and "ignore" leave out all files found');
  return taken;
}
