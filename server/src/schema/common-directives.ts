import { directiveUses } from './usage.ts';

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
