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
  /** Every era of every directive, for tests and tables. */
  all(): Directive[];
}

/** A dialect's table of rows as `server/scripts/facts` writes them; read when it is first asked. */
export function directiveTable(dialect: string, rows: () => string, reading: Reading): DirectiveTable {
  let sections: ReadonlyMap<string, ReadonlyMap<string, Eras>> | undefined;
  const bySection = (): ReadonlyMap<string, ReadonlyMap<string, Eras>> => (sections ??= load(dialect, rows(), reading));
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

function load(dialect: string, table: string, reading: Reading): ReadonlyMap<string, ReadonlyMap<string, Eras>> {
  const result = new Map<string, Map<string, Directive[]>>();
  for (const line of table.split('\n')) {
    if (line === '') continue;
    const row = line.split('\t');
    const [section = '', key = ''] = row;
    const keys = result.get(section) ?? new Map<string, Directive[]>();
    result.set(section, keys);
    const eras = keys.get(key) ?? [];
    keys.set(key, eras);
    const facts = factsOf(row);
    eras.push({
      ...facts,
      dialect,
      eras,
      valueType: reading.valueTypeOf(facts),
      modern: reading.modernPlace?.(section, key),
    });
  }
  return result;
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
