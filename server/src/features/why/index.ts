import { type Facts, lastRun, property, type UnitFacts } from './facts.ts';
import { placesOf, refusedLines } from './places.ts';
import { type Scene, sceneOf, type Teller } from './scene.ts';
import type { Story, StoryPlace, Tale } from './story.ts';
import { aboutLoading } from './tales/loading.ts';
import { aboutCycle, aboutNeeding, aboutTriggered, obstacleOf } from './tales/needing.ts';
import { aboutResult, behindLimit } from './tales/result.ts';
import { aboutSkipping } from './tales/skipping.ts';
import { aboutStanding } from './tales/standing.ts';

/** Asked in this order of a unit that is loaded and neither runs nor failed: the first that knows a reason tells it. */
const idle: readonly Teller[] = [aboutCycle, aboutNeeding, aboutTriggered, aboutSkipping, aboutStanding];

/** Why the first unit of the facts does not run, with the story of the unit that is the cause behind it. */
export function tellWhy(facts: Facts): Story | undefined {
  const [unit] = facts.units;
  return unit && storyOf(unit, facts, new Set());
}

function storyOf(unit: UnitFacts, facts: Facts, told: ReadonlySet<UnitFacts>): Story {
  const scene = sceneOf(unit, facts);
  const tale = taleOf(scene);
  const story = composed(scene, tale);
  const behind = tale.kind === 'start-limit' ? behindLimit(scene) : undefined;
  if (behind) return { ...story, journal: [], cause: composed(scene, behind) };
  const cause = tale.kind === 'dependency' ? obstacleOf(scene)?.unit : undefined;
  const seen = new Set([...told, unit]);
  return cause && !seen.has(cause) ? { ...story, cause: storyOf(cause, facts, seen) } : story;
}

function taleOf(scene: Scene): Tale {
  const loading = aboutLoading(scene);
  if (loading) return loading;
  if (hasFailed(scene)) return aboutResult(scene)!;
  const isIdle = scene.property('ActiveState') === 'inactive';
  for (const teller of isIdle ? idle : [aboutStanding]) {
    const tale = teller(scene);
    if (tale) return tale;
  }
  return { kind: 'unknown', headline: `${scene.name}: the manager does not tell anything about it.` };
}

/** Between two starts of `Restart=` a unit is activating, and its last run has failed. */
const hasFailed = (scene: Scene): boolean =>
  scene.property('ActiveState') === 'failed' ||
  (scene.property('SubState').startsWith('auto-restart') && !['', 'success'].includes(scene.property('Result')));

function composed(scene: Scene, { kind, headline, explanation = [], culprits = [], steps = [] }: Tale): Story {
  return {
    unit: scene.name,
    kind,
    headline,
    explanation: [...explanation, ...remarks(scene, kind)],
    places: kind === 'refused' ? refusedPlaces(scene) : placesOf(scene.loaded, culprits),
    steps,
    journal: kind === 'running' ? [] : withoutRepeats(lastRun(scene.unit)).slice(-MOST_LINES),
  };
}

/** Of the journal, that a story ends with. */
const MOST_LINES = 12;

/** What systemd says at each look at a file is said once. */
const withoutRepeats = (lines: Story['journal']): Story['journal'] =>
  lines.filter(({ text }, index) => lines[index + 1]?.text !== text);

const refusedPlaces = ({ unit, facts }: Scene): StoryPlace[] => refusedLines(unit, facts).places;

function remarks({ unit }: Scene, kind: Story['kind']): string[] {
  const restarts = Number(property(unit, 'NRestarts'));
  const isStale = property(unit, 'NeedDaemonReload') === 'yes' && !['running', 'not-started'].includes(kind);
  return [
    ...(restarts > 0 && kind !== 'start-limit'
      ? [`It was restarted ${restarts === 1 ? 'once' : `${restarts} times`} before.`]
      : []),
    ...(isStale
      ? ['Its files changed since systemd read them: the lines here may not be those that ran. Run daemon-reload.']
      : []),
  ];
}
