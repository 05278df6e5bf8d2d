import type { SeverityMap } from '../features/suppressions/apply-suppressions.ts';
import { type Glob, matchesGlob, readGlob } from '../text/glob.ts';

/** What `.systemd-units.json` says of single files; the patterns count from its folder, as {@link readGlob} tells. */
export interface ProjectFiles {
  /** The only files that are judged; all when missing. */
  readonly include?: readonly string[];
  /** Files that are not judged, nor formatted. */
  readonly ignore?: readonly string[];
  readonly rules?: SeverityMap;
  /** Severities for some files; of two the later counts. */
  readonly overrides?: readonly RuleOverride[];
}

export interface RuleOverride {
  readonly files: readonly string[];
  readonly rules: SeverityMap;
}

/** What holds for a file, by its path from the folder of the settings. */
export interface FileRules {
  readonly isLeftOut: boolean;
  readonly rules: SeverityMap | undefined;
}

/** Reads the patterns once. One object stands for all files with the same rules. A file outside of the folder fits none of them. */
export function projectFiles({ include, ignore = [], rules, overrides = [] }: ProjectFiles) {
  const included = include?.map(readGlob);
  const ignored = ignore.map(readGlob);
  const some = overrides.map((override) => ({ globs: override.files.map(readGlob), rules: override.rules }));
  const known = new Map<string, SeverityMap>();
  return (path: string): FileRules => {
    if (path.startsWith('../')) return { isLeftOut: false, rules };
    const isLeftOut = fitsOne(ignored, path) || (included !== undefined && !fitsOne(included, path));
    const fitting = some.filter(({ globs }) => fitsOne(globs, path));
    if (fitting.length === 0) return { isLeftOut, rules };
    const key = fitting.map((each) => some.indexOf(each)).join();
    const merged = known.get(key) ?? Object.assign({}, rules, ...fitting.map((each) => each.rules));
    known.set(key, merged);
    return { isLeftOut, rules: merged };
  };
}

const fitsOne = (globs: readonly Glob[], path: string): boolean => globs.some((glob) => matchesGlob(glob, path));
