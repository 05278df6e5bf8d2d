import { property, type UnitFacts, words } from '../facts.ts';
import { matchIn, type Scene, systemctlFor, type Teller } from '../scene.ts';
import type { Culprit, Tale } from '../story.ts';

const KEYS = ['Requires', 'BindsTo', 'Requisite'] as const;

type Key = (typeof KEYS)[number];

/** A unit that another needs and that keeps it from starting. */
export interface Obstacle {
  readonly key: Key;
  readonly unit: UnitFacts;
}

/** What the unit needs and does not get; undefined where everything is there, or nothing tells that it was missed. */
export function obstacleOf({ unit, facts, said }: Scene): Obstacle | undefined {
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
export const aboutNeeding: Teller = (scene) => {
  const obstacle = obstacleOf(scene);
  if (obstacle) return needing(scene, obstacle);
  if (!matchIn(scene.said, DEPENDENCY)) return undefined;
  return {
    kind: 'dependency',
    headline: `${scene.name} did not start: a unit that it requires did not start at that time, but runs or is idle now.`,
    steps: [`Start it again: ${systemctlFor(scene)} start ${scene.name}`],
  };
};

const verbs: Readonly<Record<Key, string>> = {
  Requires: 'requires',
  BindsTo: 'is bound to',
  Requisite: 'requires, without starting it,',
};

function needing(scene: Scene, { key, unit: other }: Obstacle): Tale {
  const fate = fateOf(other, key);
  const isDone = property(scene.unit, 'Job') === '' && matchIn(scene.said, DEPENDENCY) !== undefined;
  return {
    kind: 'dependency',
    headline: `${scene.name} ${isDone ? 'did not start' : isGone(other) ? 'cannot start' : 'does not run'}: it ${verbs[key]} ${other.name}, which ${fate}.`,
    culprits: culpritsOf(scene, key, other.name),
    steps: [
      ...(key === 'Requisite' && fate === 'does not run'
        ? [`Start ${other.name} first, or write Requires= in place of Requisite=, which starts it along.`]
        : []),
      `Then: ${systemctlFor(scene)} start ${scene.name}`,
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
const culpritsOf = (scene: Scene, key: Key, name: string): Culprit[] => (scene.loaded ? [{ key, holding: name }] : []);

/** A job that systemd threw out since units waited for each other in a circle. */
export const aboutCycle: Teller = (scene) => {
  const own = new RegExp(`Job ${escaped(scene.name)}/start deleted to break ordering cycle`);
  if (!matchIn(scene.said, own)) return undefined;
  const links = scene.said.filter((line) => /Found (?:ordering cycle|dependency on)/.test(line));
  const units = [...new Set(links.flatMap(startedIn))];
  const others = units.filter((name) => name !== scene.name);
  return {
    kind: 'ordering-cycle',
    headline: `${scene.name} was left out of the start: ${listed(units)} wait for each other in a circle, and systemd took it out to break the circle.`,
    explanation: [
      'After= and Before= of these units contradict each other; which one systemd leaves out is its choice.',
    ],
    culprits: others.flatMap((name) => ['After', 'Before'].map((key) => ({ key, holding: name }))),
    steps: [
      'Remove one After= or Before= of the circle.',
      `The edges among units: systemd-units graph --machine --unit ${scene.name}`,
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
export const aboutTriggered: Teller = (scene) => {
  const missing = matchIn(scene.said, /Socket service (\S+) not loaded, refusing/)?.[1];
  if (missing === undefined) return undefined;
  return {
    kind: 'trigger-missing',
    headline: `${scene.name} did not start: ${missing}, the service it is to start, does not exist or cannot be loaded.`,
    culprits: [{ key: 'Service' }, { key: 'ListenStream' }, { key: 'ListenDatagram' }],
    steps: [
      `Write ${missing}, or name another service by Service=.`,
      `When that is done: ${systemctlFor(scene)} daemon-reload, then ${systemctlFor(scene)} start ${scene.name}`,
    ],
  };
};
