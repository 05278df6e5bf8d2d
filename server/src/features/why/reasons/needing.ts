import type { Culprit, Reason } from '../diagnosis.ts';
import { type Evidence, matchIn, type ReasonFinder, systemctlFor } from '../evidence.ts';
import { property, type UnitFacts, words } from '../facts.ts';

const KEYS = ['Requires', 'BindsTo', 'Requisite'] as const;

type Key = (typeof KEYS)[number];

/** A unit that another needs and that keeps it from starting. */
export interface Obstacle {
  readonly key: Key;
  readonly unit: UnitFacts;
}

/** What the unit needs and does not get; undefined where everything is there, or nothing tells that it was missed. */
export function obstacleOf({ unit, facts, said }: Evidence): Obstacle | undefined {
  const isSaid = matchIn(said, DEPENDENCY) !== undefined;
  const needed = KEYS.flatMap((key) =>
    words(unit, key).flatMap((name): Obstacle[] => {
      const found = facts.units.find((each) => each.name === name);
      return found && found !== unit ? [{ key, unit: found }] : [];
    }),
  );
  const isFailed = ({ unit: other }: Obstacle): boolean => property(other, 'ActiveState') === 'failed';
  return needed.find((each) => isGone(each.unit)) ?? needed.find(isFailed) ?? (isSaid ? needed[0] : undefined);
}

const DEPENDENCY = /^Dependency failed for |with result 'dependency'/;

const isGone = (unit: UnitFacts): boolean => property(unit, 'LoadState') !== 'loaded';

/** A unit that is needed and is not there, or does not run. */
export const aboutNeeding: ReasonFinder = (evidence) => {
  const obstacle = obstacleOf(evidence);
  if (obstacle) return needing(evidence, obstacle);
  if (!matchIn(evidence.said, DEPENDENCY)) return undefined;
  return {
    kind: 'dependency',
    headline: `${evidence.name} did not start: a unit that it requires did not start at that time, but runs or is idle now.`,
    steps: [`Start it again: ${systemctlFor(evidence)} start ${evidence.name}`],
  };
};

const verbs: Readonly<Record<Key, string>> = {
  Requires: 'requires',
  BindsTo: 'is bound to',
  Requisite: 'requires, without starting it,',
};

function needing(evidence: Evidence, { key, unit: other }: Obstacle): Reason {
  const fate = fateOf(other, key);
  const isDone = property(evidence.unit, 'Job') === '' && matchIn(evidence.said, DEPENDENCY) !== undefined;
  return {
    kind: 'dependency',
    headline: `${evidence.name} ${isDone ? 'did not start' : isGone(other) ? 'cannot start' : 'does not run'}: it ${verbs[key]} ${other.name}, which ${fate}.`,
    culprits: culpritsOf(evidence, key, other.name),
    steps: [
      ...(key === 'Requisite' && fate === 'does not run'
        ? [`Start ${other.name} first, or write Requires= in place of Requisite=, which starts it along.`]
        : []),
      `Then: ${systemctlFor(evidence)} start ${evidence.name}`,
    ],
  };
}

function fateOf(other: UnitFacts, key: Key): string {
  const load = property(other, 'LoadState');
  if (load === 'not-found') return 'does not exist';
  if (load === 'masked') return 'is masked';
  if (load !== 'loaded') return 'systemd refuses';
  if (property(other, 'ActiveState') === 'failed') return 'failed';
  return key === 'Requisite' ? 'does not run' : 'did not start';
}

/** A drop-in folder `NAME.requires/` asks for the unit as well, without a line. */
const culpritsOf = (evidence: Evidence, key: Key, name: string): Culprit[] =>
  evidence.loaded ? [{ key, holding: name }] : [];

/** A job that systemd threw out since units waited for each other in a circle. */
export const aboutCycle: ReasonFinder = (evidence) => {
  const own = new RegExp(`Job ${escaped(evidence.name)}/start deleted to break ordering cycle`);
  if (!matchIn(evidence.said, own)) return undefined;
  const links = evidence.said.filter((line) => /Found (?:ordering cycle|dependency on)/.test(line));
  const units = [...new Set(links.flatMap(startedIn))];
  const others = units.filter((name) => name !== evidence.name);
  return {
    kind: 'ordering-cycle',
    headline: `${evidence.name} was left out of the start: ${listed(units)} wait for each other in a circle, and systemd took it out to break the circle.`,
    explanation: [
      'After= and Before= of these units contradict each other; which one systemd leaves out is its choice.',
    ],
    culprits: others.flatMap((name) => ['After', 'Before'].map((key) => ({ key, holding: name }))),
    steps: [
      'Remove one After= or Before= of the circle.',
      `The edges among units: systemd-units graph --machine --unit ${evidence.name}`,
    ],
  };
};

/** Jobs are named `UNIT/start`. */
const startedIn = (line: string): string[] =>
  line.split(/\s/).flatMap((word) => (word.includes('/start') ? word.split('/start')[0]! : []));

const listed = (names: readonly string[]): string =>
  [names.slice(0, -1).join(', '), ...names.slice(-1)].filter((part) => part !== '').join(' and ');

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** A socket whose service is not there. */
export const aboutTriggered: ReasonFinder = (evidence) => {
  const missing = matchIn(evidence.said, /Socket service (\S+) not loaded, refusing/)?.[1];
  if (missing === undefined) return undefined;
  return {
    kind: 'trigger-missing',
    headline: `${evidence.name} did not start: ${missing}, the service it is to start, does not exist or cannot be loaded.`,
    culprits: [{ key: 'Service' }, { key: 'ListenStream' }, { key: 'ListenDatagram' }],
    steps: [
      `Write ${missing}, or name another service by Service=.`,
      `When that is done: ${systemctlFor(evidence)} daemon-reload, then ${systemctlFor(evidence)} start ${evidence.name}`,
    ],
  };
};
