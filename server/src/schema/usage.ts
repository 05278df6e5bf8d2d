import type { Manager } from './file-kind.ts';
import { usage } from './generated/usage.ts';
import { rowsOf } from './rows.ts';

/** Where a directive is written. */
interface Written {
  readonly directive: { readonly section: string; readonly key: string };
  readonly kind: string;
  readonly manager: Manager;
}

/** What the table tells apart: what [Install] names depends on the kind of unit and on who manages it. */
export const usageScope = ({ directive, kind, manager }: Written): string =>
  directive.section === 'Install' ? `${manager} ${kind}` : '';

let counts: ReadonlyMap<string, ReadonlyMap<string, number>> | undefined;

/** Counts by section, key and scope, then by value; the empty value counts the directive itself. */
function table(): ReadonlyMap<string, ReadonlyMap<string, number>> {
  if (counts) return counts;
  const found = new Map<string, Map<string, number>>();
  for (const [section = '', key = '', scope = '', value = '', count] of rowsOf(usage)) {
    const place = `${section}.${key} ${scope}`;
    const values = found.get(place) ?? new Map<string, number>();
    found.set(place, values.set(value, Number(count)));
  }
  counts = found;
  return found;
}

/** How many of the units that Debian ships write each directive of a section. */
function directiveUses(section: string): ReadonlyMap<string, number> {
  const rows = [...table()].flatMap(([place, values]): [string, number][] => {
    const [, key] = /^(\w+)\.(\w+) $/.exec(place)?.[1] === section ? place.trim().split('.') : [];
    const count = values.get('');
    return key === undefined || count === undefined ? [] : [[key, count]];
  });
  return new Map(rows);
}

/** How many of them write each value of a directive that is a word, a unit or an account; most written first. */
export function valuesWritten(place: Written): ReadonlyMap<string, number> {
  const { section, key } = place.directive;
  const values = table().get(`${section}.${key} ${usageScope(place)}`) ?? new Map<string, number>();
  return new Map([...values].filter(([value]) => value !== ''));
}

/** What belongs in sections that Debian ships few of. */
const usual: Readonly<Record<string, string>> = {
  Automount: 'Where TimeoutIdleSec',
  Swap: 'What Priority Options',
  Slice: 'CPUWeight TasksMax MemoryHigh MemoryMax',
};

/** More than these one does not look through. */
const MOST = 25;

const places = new Map<string, readonly string[]>();

/** The directives most written in a section, most frequent first; a name that another one begins with comes before that. */
function commonIn(section: string): readonly string[] {
  const known = places.get(section);
  if (known) return known;
  const counted = [...directiveUses(section)].sort(([, a], [, b]) => b - a).map(([key]) => key);
  const common: string[] = [];
  for (const key of [...(usual[section]?.split(' ') ?? []), ...counted].slice(0, MOST)) {
    if (common.includes(key)) continue;
    const longer = common.findIndex((other) => other.startsWith(key));
    common.splice(longer < 0 ? common.length : longer, 0, key);
  }
  places.set(section, common);
  return common;
}

/** A directive's place among the common ones of its section; undefined for the others. */
export function commonness(section: string, key: string): number | undefined {
  const place = commonIn(section).indexOf(key);
  return place < 0 ? undefined : place;
}
