import { nearest } from '../text/edit-distance.ts';
import { listWords } from '../text/list-words.ts';
import { distributionNames, distributionsNamed } from './distributions.ts';
import { podmanName, podmanNote, podmanVersion } from './podman.ts';
import { clampVersion, NEWEST_VERSION, OLDEST_VERSION, versionNote } from './versions.ts';

/** A systemd that units are for: a release by number, or that of a distribution. With it the Podman that Quadlet files are for. */
export interface Target {
  /** `Debian 12`; undefined for a bare version. */
  readonly distribution: string | undefined;
  /** The version that was asked for. */
  readonly wanted: number;
  /** The version whose facts are used: the nearest that is known. */
  readonly version: number;
  /** As major * 100 + minor; undefined where nobody has said: the newest is taken. */
  readonly podman?: number | undefined;
}

/** The programs that read a file: systemd, and Podman where it makes the services of it. */
export type Program = 'systemd' | 'podman';

/** Targets that are judged alike, because they have the same systemd; of a Quadlet file the same Podman, too. */
interface TargetRelease {
  readonly version: number;
  readonly podman: number | undefined;
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
  return distributionsNamed(word).map(({ name, systemd = NEWEST_VERSION, podman = '' }) => ({
    ...releaseTarget(systemd),
    distribution: name,
    podman: podmanVersion(podman),
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

/** The targets by the systemd they are judged as, the newest first: what it says is most complete. Of Quadlet files the newest Podman. */
export function releasesOf(targets: readonly Target[], reader: Program = 'systemd'): readonly TargetRelease[] {
  const found = new Map<string, Target[]>();
  for (const target of targets) {
    const key = reader === 'podman' ? `${target.version} ${target.podman}` : `${target.version}`;
    found.set(key, [...(found.get(key) ?? []), target]);
  }
  const releases = [...found.values()].map((own) => ({
    version: own[0]!.version,
    podman: own[0]!.podman,
    targets: own,
  }));
  const newest = Number.POSITIVE_INFINITY;
  const byPodman = (a: TargetRelease, b: TargetRelease): number =>
    reader === 'systemd' || a.podman === b.podman ? 0 : (b.podman ?? newest) - (a.podman ?? newest);
  return releases.sort((a, b) => byPodman(a, b) || b.version - a.version);
}

/** The targets with the Podman that those have of which nobody has said. */
export const withPodman = (targets: readonly Target[], podman: number | undefined): readonly Target[] =>
  podman === undefined ? targets : targets.map((target) => ({ ...target, podman: target.podman ?? podman }));

/** What to say of targets that are not known: which facts are used in their place. One sentence each. */
export const targetNotes = (targets: readonly Target[]): string[] => [
  ...new Set(
    targets.flatMap(({ wanted, podman = 0 }) =>
      [versionNote(wanted), podmanNote(podman)].filter((note) => note !== undefined),
    ),
  ),
];

/** `Debian 12 (252)`, `systemd 252`; to Podman `Debian 12 (Podman 4.3)`, `Podman 5.4`. */
export function nameOfTarget({ distribution, wanted, podman }: Target, program: Program = 'systemd'): string {
  if (program === 'podman' && podman !== undefined)
    return distribution === undefined
      ? `Podman ${podmanName(podman)}`
      : `${distribution} (Podman ${podmanName(podman)})`;
  return distribution === undefined ? `systemd ${wanted}` : `${distribution} (${wanted})`;
}

/** With both programs where both are known: `Debian 12 (252, Podman 4.3)`, `systemd 257, Podman 5.4`. */
export const nameInFull = (target: Target): string =>
  target.podman === undefined
    ? nameOfTarget(target)
    : nameOfTarget(target).replace(/(\)?)$/, `, Podman ${podmanName(target.podman)}$1`);

/** Whether a sentence about them is in the plural. */
const isSeveral = (targets: readonly Target[]): boolean => targets.length > 1;

/** More than these nobody reads in a sentence. */
const MOST_NAMED = 8;

/** `Debian 12 (252), RHEL 8 (239) and systemd 254 to 257`. */
export function listTargets(targets: readonly Target[], last = 'and', program: Program = 'systemd'): string {
  const isNamed = ({ distribution, podman }: Target): boolean =>
    distribution !== undefined || (program === 'podman' && podman !== undefined);
  const named = targets.filter(isNamed).map((target) => nameOfTarget(target, program));
  return shortList([...new Set(named), ...runsOf(targets.filter((target) => !isNamed(target)))], last);
}

/** The same with both programs where both are known. */
export const listTargetsInFull = (targets: readonly Target[]): string => shortList(targets.map(nameInFull), 'and');

function shortList(names: readonly string[], last: string): string {
  if (names.length <= MOST_NAMED) return listWords(names, last);
  return listWords([...names.slice(0, MOST_NAMED - 1), `${names.length - MOST_NAMED + 1} more`], last);
}

/** Releases that follow each other are said as one; all of them are without a distribution. */
function runsOf(targets: readonly Target[]): string[] {
  const runs: { first: number; last: number }[] = [];
  for (const { wanted } of targets) {
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

/** The same of a Quadlet file: `; the target has Podman 4.9, which does not generate a service from this file.` */
export const thePodman = (version: number): string => `the target has Podman ${podmanName(version)}, which`;

const CLAUSE = /\bthe target is \d+, which (\w+)/;
const PODMAN_CLAUSE = /\bthe target has Podman [\d.]+, which (\w+)/;
const ASIDE = /; the target is \d+(?=;)/;

/** For which of all targets something holds, and which program says it. */
export interface Held {
  readonly held: readonly Target[];
  readonly all: readonly Target[];
  readonly program?: Program | undefined;
}

/**
 * A message about some of the targets, which it names: `MemoryZSwapMax= exists since systemd 253; Debian 12 (252) ignores
 * it.` One that speaks of no version tells in a sentence more where it holds. What Podman says names targets by their Podman.
 */
export function messageFor(message: string, { held, all, program }: Held): string {
  const ofSystemd = CLAUSE.exec(message);
  const [clause, verb] = ofSystemd ?? PODMAN_CLAUSE.exec(message) ?? [];
  if (clause !== undefined && verb !== undefined) {
    const names = listTargets(held, 'and', ofSystemd ? 'systemd' : 'podman');
    return message.replace(clause, `${names} ${isSeveral(held) ? pluralOf(verb) : verb}`);
  }
  if (ASIDE.test(message)) return message.replace(ASIDE, `, later than ${listTargets(held)}`);
  if (held.length === all.length) return message;
  const end = /[.?!]$/.test(message) ? '' : '.';
  const isMost = held.length > all.length / 2 && all.length > 2;
  const others = all.filter((target) => !held.includes(target));
  const where = isMost ? `all targets but ${listTargets(others, 'and', program)}` : listTargets(held, 'and', program);
  return `${message}${end} This holds for ${where}.`;
}

/** `ignores` of one, `ignore` of several. */
const pluralOf = (verb: string): string => (verb === 'does' ? 'do' : verb.replace(/s$/, ''));
