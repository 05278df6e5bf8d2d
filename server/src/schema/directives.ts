import { directives as table } from './generated/directives.ts';
import { releases } from './generated/releases.ts';

/** One era of one directive: how systemd reads `key` in `section` from version `from` to version `to`. */
export interface Directive {
  /** The id of the dialect: which program reads it. */
  readonly dialect: string;
  readonly section: string;
  readonly key: string;
  /** What `systemd --dump-configuration-items` prints as the value's form. */
  readonly placeholder: string;
  /** systemd's parser function; value types claim these. */
  readonly parser: string;
  /** What the parser is told besides the value, as systemd's table names it. */
  readonly argument: string;
  /** First and last systemd version this era holds for. */
  readonly from: number;
  readonly to: number;
  /** The version the manual says the directive came with. */
  readonly since: number | undefined;
  /** The manual page that describes it, as `systemd.exec(5)`. */
  readonly page: string;
  /** All eras of this directive, oldest first; this one among them. */
  readonly eras: Eras;
}

/** The oldest and the newest version the facts were taken from; others are judged as the nearest of them. */
const OLDEST_VERSION: number = releases[0];
export const NEWEST_VERSION: number = releases[releases.length - 1]!;

export const clampVersion = (version: number): number => Math.min(Math.max(version, OLDEST_VERSION), NEWEST_VERSION);

/** That units for a version are judged as for another, in a sentence; undefined for the versions that are known. */
export function versionNote(wanted: number): string | undefined {
  const nearest = clampVersion(wanted);
  if (wanted === nearest) return undefined;
  const place = wanted < nearest ? 'oldest' : 'newest';
  return `systemd ${wanted} is not among the versions known here; units are judged as by ${nearest}, the ${place} of them.`;
}

type Eras = readonly Directive[];

/** The directives of one kind of file by section, key and version. Versions outside the facts are taken for the nearest. */
export interface DirectiveTable {
  /** The directive as this version reads it, or undefined when it does not know it. */
  find(section: string, key: string, version: number): Directive | undefined;
  /** All eras of a directive, oldest first; empty when no version knows it. */
  eras(section: string, key: string): Eras;
  /** Every directive of a section for a version, in the program's own order. */
  of(section: string, version: number): Directive[];
  /** The sections that know a key in some version. */
  sectionsWith(key: string): string[];
  /** Every era of every directive, for tests and tables. */
  all(): Directive[];
}

/** A dialect's table of rows as `server/scripts/facts` writes them; read when it is first asked. */
export function directiveTable(dialect: string, rows: () => string): DirectiveTable {
  let sections: ReadonlyMap<string, ReadonlyMap<string, Eras>> | undefined;
  const bySection = (): ReadonlyMap<string, ReadonlyMap<string, Eras>> => (sections ??= load(dialect, rows()));
  const eras = (section: string, key: string): Eras => bySection().get(section)?.get(key) ?? [];
  const at = (list: Eras, version: number): Directive | undefined =>
    list.find(({ from, to }) => from <= version && version <= to);
  return {
    eras,
    find: (section, key, version) => at(eras(section, key), clampVersion(version)),
    of(section, version) {
      const wanted = clampVersion(version);
      return [...(bySection().get(section)?.values() ?? [])].flatMap((list) => at(list, wanted) ?? []);
    },
    sectionsWith: (key) => [...bySection()].filter(([, keys]) => keys.has(key)).map(([section]) => section),
    all: () => [...bySection().values()].flatMap((keys) => [...keys.values()].flat()),
  };
}

function load(dialect: string, table: string): ReadonlyMap<string, ReadonlyMap<string, Eras>> {
  const result = new Map<string, Map<string, Directive[]>>();
  for (const line of table.split('\n')) {
    if (line === '') continue;
    const row = line.split('\t');
    const [section = '', key = ''] = row;
    const keys = result.get(section) ?? new Map<string, Directive[]>();
    result.set(section, keys);
    const eras = keys.get(key) ?? [];
    keys.set(key, eras);
    eras.push(fromRow(dialect, row, eras));
  }
  return result;
}

function fromRow(dialect: string, row: readonly string[], eras: Eras): Directive {
  const [section = '', key = '', placeholder = '', parser = '', argument = '', from, to, since, page = ''] = row;
  return {
    dialect,
    section,
    key,
    placeholder,
    parser,
    argument,
    from: from ? Number(from) : 0,
    to: to ? Number(to) : Number.POSITIVE_INFINITY,
    since: since ? Number(since) : undefined,
    page,
    eras,
  };
}

/** The directives of units. */
export const unitDirectives: DirectiveTable = directiveTable('unit', () => table);

export const { find: findDirective, eras: erasOf, of: directivesOf, sectionsWith, all: allDirectives } = unitDirectives;
