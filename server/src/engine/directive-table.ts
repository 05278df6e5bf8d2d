import { clampVersion } from '../schema/versions.ts';
import type { Directive, ValueType } from '../values/value-type.ts';

type Eras = readonly Directive[];

/** What a row of a table says. */
type DirectiveFacts = Omit<Directive, 'dialect' | 'eras' | 'valueType' | 'modern'>;

/** What is known of directives beside their rows. */
interface Reading {
  /** The value type that mirrors a directive's parser. */
  valueTypeOf(directive: DirectiveFacts): ValueType | undefined;
  modernPlace?(section: string, key: string): Directive['modern'];
}

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
  /** The first release that knows a key of the section; 0 where the oldest does. */
  firstWith(section: string): number;
  /** Every era of every directive, for tests and tables. */
  all(): Directive[];
}

/** The rows of a section by key, each a line of the table. */
type SectionRows = ReadonlyMap<string, readonly string[]>;

/**
 * A dialect's table of rows as `server/scripts/facts` writes them, read when it is first asked. A directive is made when
 * somebody asks for it: units have a hundred or two among thousands.
 */
export function directiveTable(dialect: string, rows: () => string, reading: Reading): DirectiveTable {
  let sections: ReadonlyMap<string, SectionRows> | undefined;
  const bySection = (): ReadonlyMap<string, SectionRows> => (sections ??= rowsBySection(rows()));
  const made = new Map<readonly string[], Eras>();
  const madeOf = (lines: readonly string[]): Eras => {
    const known = made.get(lines) ?? erasOf(lines, dialect, reading);
    made.set(lines, known);
    return known;
  };
  const eras = (section: string, key: string): Eras => {
    const lines = bySection().get(section)?.get(key);
    return lines ? madeOf(lines) : [];
  };
  const at = (list: Eras, version: number): Directive | undefined =>
    list.find(({ from, to }) => from <= version && version <= to);
  return {
    eras,
    find: (section, key, version) => at(eras(section, key), clampVersion(version)),
    of(section, version) {
      const wanted = clampVersion(version);
      return [...(bySection().get(section)?.values() ?? [])].flatMap((lines) => at(madeOf(lines), wanted) ?? []);
    },
    sectionsWith: (key) => [...bySection()].filter(([, keys]) => keys.has(key)).map(([section]) => section),
    firstWith: memoizeByName((section) => firstOf(bySection().get(section))),
    all: () => [...bySection().values()].flatMap((keys) => [...keys.values()].flatMap(madeOf)),
  };
}

function firstOf(keys: SectionRows | undefined): number {
  const releases = [...(keys?.values() ?? [])].flat().map((row) => factsOf(row.split('\t')).from);
  return releases.length === 0 ? 0 : Math.min(...releases);
}

function memoizeByName(ask: (name: string) => number): (name: string) => number {
  const known = new Map<string, number>();
  return (name) => {
    const answer = known.get(name) ?? ask(name);
    known.set(name, answer);
    return answer;
  };
}

function rowsBySection(table: string): ReadonlyMap<string, SectionRows> {
  const result = new Map<string, Map<string, string[]>>();
  for (const line of table.split('\n')) {
    if (line === '') continue;
    const [section = '', key = ''] = line.split('\t', 2);
    const keys = result.get(section) ?? new Map<string, string[]>();
    result.set(section, keys);
    const lines = keys.get(key);
    if (lines) lines.push(line);
    else keys.set(key, [line]);
  }
  return result;
}

function erasOf(lines: readonly string[], dialect: string, reading: Reading): Eras {
  const eras: Directive[] = [];
  for (const line of lines) {
    const facts = factsOf(line.split('\t'));
    eras.push({
      ...facts,
      dialect,
      eras,
      valueType: reading.valueTypeOf(facts),
      modern: reading.modernPlace?.(facts.section, facts.key),
    });
  }
  return eras;
}

function factsOf(row: readonly string[]): DirectiveFacts {
  const [section = '', key = '', placeholder = '', parser = '', argument = '', from, to, since, page = ''] = row;
  return {
    section,
    key,
    placeholder,
    parser,
    argument,
    from: from ? Number(from) : 0,
    to: to ? Number(to) : Number.POSITIVE_INFINITY,
    since: since ? Number(since) : undefined,
    page,
  };
}
