import { directives as table } from './generated/directives.ts';
import { releases } from './generated/releases.ts';

/** One era of one directive: how systemd reads `key` in `section` from version `from` to version `to`. */
export interface Directive {
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

let sections: ReadonlyMap<string, ReadonlyMap<string, Eras>> | undefined;

function load(): ReadonlyMap<string, ReadonlyMap<string, Eras>> {
  const result = new Map<string, Map<string, Directive[]>>();
  for (const line of table.split('\n')) {
    if (line === '') continue;
    const directive = fromRow(line.split('\t'));
    const keys = result.get(directive.section) ?? new Map<string, Directive[]>();
    result.set(directive.section, keys);
    const eras = keys.get(directive.key);
    if (eras) eras.push(directive);
    else keys.set(directive.key, [directive]);
  }
  return result;
}

function fromRow(row: readonly string[]): Directive {
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

const bySection = (): ReadonlyMap<string, ReadonlyMap<string, Eras>> => (sections ??= load());

/** The directive as this version of systemd reads it, or undefined when it does not know it. */
export function findDirective(section: string, key: string, version: number): Directive | undefined {
  const at = clampVersion(version);
  return erasOf(section, key).find((era) => era.from <= at && at <= era.to);
}

/** All eras of a directive, oldest first; empty when no version knows it. */
export const erasOf = (section: string, key: string): Eras => bySection().get(section)?.get(key) ?? [];

/** Every directive of a section for a version, in systemd's own order. */
export function directivesOf(section: string, version: number): Directive[] {
  const at = clampVersion(version);
  const result: Directive[] = [];
  for (const eras of bySection().get(section)?.values() ?? []) {
    const era = eras.find((candidate) => candidate.from <= at && at <= candidate.to);
    if (era) result.push(era);
  }
  return result;
}

/** The sections that know a key in some version. */
export function sectionsWith(key: string): string[] {
  return [...bySection()].filter(([, keys]) => keys.has(key)).map(([section]) => section);
}

/** Every era of every directive, for tests and tables. */
export const allDirectives = (): Directive[] => [...bySection().values()].flatMap((keys) => [...keys.values()].flat());
