import type { Dialect } from '../engine/dialect.ts';
import { type DirectiveTable, directiveTable } from '../engine/directive-table.ts';
import type { LineRule } from '../engine/rule.ts';
import type { Schema } from '../engine/schema.ts';
import type { FileIdentity } from '../schema/file-identity.ts';
import { SOURCE_SUFFIXES } from '../schema/file-kind.ts';
import { programDirectives } from '../schema/generated/program-files.ts';
import { partsOf, rowsOf } from '../schema/rows.ts';
import type { ValueType } from '../values/value-type.ts';
import { rulesOfEveryFile } from './rules-of-every-file.ts';

/** Files that one program reads, each with its suffix in a folder of its own: `NAME.network` in systemd/network. */
export interface ProgramFiles {
  /** The id of the dialect. */
  readonly dialect: string;
  readonly kinds: readonly FileKind[];
  valueTypeOf(directive: { readonly parser: string; readonly argument: string }): ValueType | undefined;
  /** What a section is for, in one sentence. */
  readonly purposes: Readonly<Record<string, string>>;
  readonly rules?: readonly LineRule[];
  /** Sections of which each makes a thing of its own. */
  readonly listed?: readonly string[];
}

export interface FileKind {
  /** As the table of facts calls it. */
  readonly kind: string;
  /** `A .network file`. */
  readonly called: string;
  readonly suffix: string;
  /** What its name begins with. */
  readonly prefix?: string;
  /** The folders it is read from, by the end of their path; any where there are none. */
  readonly folder?: RegExp;
  /** The same for package.json, in the form of its patterns. */
  readonly globs?: readonly string[];
  /** A section that tells such a file in another folder; without it only the folder does. */
  readonly sign?: string;
}

/** The dialect of a program: what its files are called, and what its table of facts says. */
export function programDialect(files: ProgramFiles, schema = programSchema(files)): Dialect {
  return {
    schema,
    identify: (path) => identify(path, files, isInFolder),
    identifyBySections: (path, sections) =>
      identify(path, files, ({ sign }) => sign !== undefined && sections.includes(sign)),
    isWorthReading: (path) => files.kinds.some(({ sign, suffix }) => sign !== undefined && path.endsWith(suffix)),
    rules: [...rulesOfEveryFile, ...(files.rules ?? [])],
  };
}

/** What the files may hold. */
export function programSchema({ dialect, kinds, valueTypeOf, purposes, listed = [] }: ProgramFiles): Schema {
  const tables: ReadonlyMap<string, DirectiveTable> = new Map(
    kinds.map(({ kind }) => [kind, directiveTable(dialect, () => rowsOfKind(kind), { valueTypeOf })]),
  );
  const names: ReadonlyMap<string, string> = new Map(kinds.map(({ kind, called }) => [kind, called]));
  return {
    dialect,
    sectionsOf: ({ kind }) => sectionsOf(kind),
    firstRelease: (section, { kind }) => tables.get(kind)!.firstWith(section),
    directivesOf: ({ kind }) => tables.get(kind)!,
    nameOf: ({ kind }) => names.get(kind)!,
    purposeOf: (section) => (Object.hasOwn(purposes, section) ? purposes[section] : undefined),
    isListed: (section) => listed.includes(section),
  };
}

/** Sections and keys of a kind of file. */
const rowsOfKind = partsOf(programDirectives);

const sections = new Map<string, readonly string[]>();

function sectionsOf(kind: string): readonly string[] {
  const known = sections.get(kind) ?? [...new Set(rowsOf(rowsOfKind(kind)).map(([section = '']) => section))];
  sections.set(kind, known);
  return known;
}

/** Suffixes with which a build or a deployment names what it makes the file of. */
const SOURCE_SUFFIX = new RegExp(`\\.(?:${SOURCE_SUFFIXES.map((each) => each.replace('.', '\\.')).join('|')})$`, 'i');

interface Place {
  readonly name: string;
  /** Where the file lies, or that whose drop-in it is. */
  readonly folder: string;
}

function isInFolder({ folder }: FileKind, place: Place): boolean {
  return folder === undefined || folder.test(place.folder);
}

/** The first kind of file that the path is called like, and that has it by `isOf`. */
function identify(
  path: string,
  { dialect, kinds }: ProgramFiles,
  isOf: (kind: FileKind, place: Place) => boolean,
): FileIdentity | undefined {
  const segments = path.split('/').filter((segment) => segment !== '');
  const raw = segments.at(-1) ?? '';
  const name = raw.replace(SOURCE_SUFFIX, '');
  const owner = /^(.+)\.d$/.exec(segments.at(-2) ?? '')?.[1] ?? '';
  const common = { dialect, unit: undefined, manager: 'system', isSource: name !== raw } as const;
  for (const kind of kinds) {
    const { suffix, prefix = '' } = kind;
    const hasName = (each: string): boolean =>
      each.startsWith(prefix) && each.endsWith(suffix) && each.length > prefix.length + suffix.length;
    if (hasName(name) && isOf(kind, { name, folder: `/${segments.slice(0, -1).join('/')}` }))
      return { ...common, kind: kind.kind, role: 'fragment', ...(name.startsWith('.') && { skipped: 'hidden' }) };
    if (!hasName(owner) || !isOf(kind, { name: owner, folder: `/${segments.slice(0, -2).join('/')}` })) continue;
    const skipped = name.startsWith('.') ? 'hidden' : name.endsWith('.conf') ? undefined : 'suffix';
    return { ...common, kind: kind.kind, role: 'drop-in', isRefusedWhole: true, ...(skipped && { skipped }) };
  }
  return undefined;
}
