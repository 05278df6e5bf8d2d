import { nearest } from '../text/edit-distance.ts';
import { listWords } from '../text/list-words.ts';
import { distributionNames, distributionsNamed } from './distributions.ts';
import { clampVersion, NEWEST_VERSION, OLDEST_VERSION, versionNote } from './versions.ts';

/** A systemd that units are for: a release by number, or that of a distribution. */
export interface Target {
  /** `Debian 12`; undefined for a bare version. */
  readonly distribution: string | undefined;
  /** The version that was asked for. */
  readonly wanted: number;
  /** The version whose facts are used: the nearest that is known. */
  readonly version: number;
}

/** Targets that are judged alike, because they have the same systemd. */
interface TargetRelease {
  readonly version: number;
  readonly targets: readonly Target[];
}

/** What words name, each target once and oldest systemd first; or, in a sentence, why a word names none. */
export type ReadTargets = { readonly targets: readonly Target[] } | { readonly problem: string };

/** Reads `252`, `249..257`, `>=249`, `debian12`; one word may hold several with commas between them. */
export function readTargets(words: readonly string[]): ReadTargets {
  const found = new Map<string, Target>();
  for (const word of words.flatMap((each) => each.split(',')).map((each) => each.trim())) {
    if (word === '') continue;
    const targets = targetsNamed(word);
    if (targets.length === 0) return { problem: unknown(word) };
    for (const target of targets) found.set(`${target.distribution} ${target.wanted}`, target);
  }
  return { targets: [...found.values()].sort((a, b) => a.wanted - b.wanted) };
}

/** A release by its number. */
export const releaseTarget = (wanted: number): Target => ({
  distribution: undefined,
  wanted,
  version: clampVersion(wanted),
});

function targetsNamed(word: string): Target[] {
  const [, first, last] = /^(\d{3})(?:\.\.(\d{3}))?$/.exec(word) ?? [];
  if (first !== undefined && last === undefined) return [releaseTarget(Number(first))];
  if (first !== undefined) return releases(Number(first), Number(last));
  const [, relation, number] = /^([<>]=?)\s*(\d{3})$/.exec(word) ?? [];
  if (relation !== undefined) return compared(relation, Number(number));
  return distributionsNamed(word).map(({ name, systemd = NEWEST_VERSION }) => ({
    ...releaseTarget(systemd),
    distribution: name,
  }));
}

function compared(relation: string, number: number): Target[] {
  const edge = relation.endsWith('=') ? 0 : 1;
  return relation.startsWith('>')
    ? releases(number + edge, Math.max(number + edge, NEWEST_VERSION))
    : releases(Math.min(number - edge, OLDEST_VERSION), number - edge);
}

const releases = (first: number, last: number): Target[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => releaseTarget(first + i));

function unknown(word: string): string {
  const [, first, last] = /^(\d{3})\.\.(\d{3})$/.exec(word) ?? [];
  if (first !== undefined) return `"${word}" names no release: write the older one first, ${last}..${first}`;
  const meant = nearest(word, distributionNames);
  const hint = meant === undefined ? '' : `; did you mean ${meant}?`;
  const forms = 'a version such as 257, a range such as 252..257 or >=249, or a distribution such as debian12';
  return `"${word}" is not a target: a target is ${forms}${hint}`;
}

/** The targets by the systemd they are judged as, the newest first: what it says is most complete. */
export function releasesOf(targets: readonly Target[]): readonly TargetRelease[] {
  const found = new Map<number, Target[]>();
  for (const target of targets) found.set(target.version, [...(found.get(target.version) ?? []), target]);
  return [...found].map(([version, own]) => ({ version, targets: own })).sort((a, b) => b.version - a.version);
}

/** What to say of targets that are not known: which facts are used in their place. One sentence each. */
export const targetNotes = (targets: readonly Target[]): string[] => [
  ...new Set(targets.flatMap(({ wanted }) => versionNote(wanted) ?? [])),
];

/** `Debian 12 (252)`, `systemd 252`. */
export const nameOfTarget = ({ distribution, wanted }: Target): string =>
  distribution === undefined ? `systemd ${wanted}` : `${distribution} (${wanted})`;

/** Whether a sentence about them is in the plural. */
const isSeveral = (targets: readonly Target[]): boolean => targets.length > 1;

/** More than these nobody reads in a sentence. */
const MOST_NAMED = 8;

/** `Debian 12 (252), RHEL 8 (239) and systemd 254 to 257`. */
export function listTargets(targets: readonly Target[], last = 'and'): string {
  const names = [...targets.filter(({ distribution }) => distribution).map(nameOfTarget), ...runsOf(targets)];
  if (names.length <= MOST_NAMED) return listWords(names, last);
  return listWords([...names.slice(0, MOST_NAMED - 1), `${names.length - MOST_NAMED + 1} more`], last);
}

/** Releases that follow each other are said as one. */
function runsOf(targets: readonly Target[]): string[] {
  const runs: { first: number; last: number }[] = [];
  for (const { wanted } of targets.filter(({ distribution }) => distribution === undefined)) {
    const run = runs.at(-1);
    if (run && run.last + 1 === wanted) run.last = wanted;
    else runs.push({ first: wanted, last: wanted });
  }
  return runs.flatMap(({ first, last }) => {
    if (last - first > 1) return `systemd ${first} to ${last}`;
    return first === last ? `systemd ${first}` : [`systemd ${first}`, `systemd ${last}`];
  });
}

/** How a message speaks of the version it is about: `; the target is 252, which ignores this line.` */
export const theTarget = (version: number): string => `${targetIs(version)}, which`;

/** The same where the sentence goes on without it: `; the target is 252; systemd refuses the unit.` */
export const targetIs = (version: number): string => `the target is ${version}`;

const CLAUSE = /\bthe target is \d+, which (\w+)/;
const ASIDE = /; the target is \d+(?=;)/;

/**
 * A message about some of the targets, which it names: `MemoryZSwapMax= exists since systemd 253; Debian 12 (252) ignores
 * it.` One that speaks of no version tells in a sentence more where it holds.
 */
export function messageFor(message: string, held: readonly Target[], all: readonly Target[]): string {
  const [clause, verb] = CLAUSE.exec(message) ?? [];
  if (clause !== undefined && verb !== undefined)
    return message.replace(clause, `${listTargets(held)} ${isSeveral(held) ? pluralOf(verb) : verb}`);
  if (ASIDE.test(message)) return message.replace(ASIDE, `, later than ${listTargets(held)}`);
  if (held.length === all.length) return message;
  const end = /[.?!]$/.test(message) ? '' : '.';
  const isMost = held.length > all.length / 2 && all.length > 2;
  const others = all.filter((target) => !held.includes(target));
  return `${message}${end} ${isMost ? `This holds for all targets but ${listTargets(others)}.` : `This holds for ${listTargets(held)}.`}`;
}

/** `ignores` of one, `ignore` of several. */
const pluralOf = (verb: string): string => (verb === 'does' ? 'do' : verb.replace(/s$/, ''));
