import type { Diagnosis, DiagnosisPlace, Reason } from './diagnosis.ts';
import { type Evidence, evidenceOf, type ReasonFinder } from './evidence.ts';
import { type Facts, lastRun, property, type UnitFacts } from './facts.ts';
import { placesOf, refusedLines } from './places.ts';
import { aboutLoading } from './reasons/loading.ts';
import { aboutCycle, aboutNeeding, aboutTriggered, obstacleOf } from './reasons/needing.ts';
import { aboutResult, behindLimit } from './reasons/result.ts';
import { aboutSkipping } from './reasons/skipping.ts';
import { aboutStanding } from './reasons/standing.ts';

/** Asked in this order of a unit that is loaded and neither runs nor failed: the first that knows a reason tells it. */
const idle: readonly ReasonFinder[] = [aboutCycle, aboutNeeding, aboutTriggered, aboutSkipping, aboutStanding];

/** Why the first unit of the facts does not run, with the diagnosis of the unit that is the cause behind it. */
export function diagnose(facts: Facts): Diagnosis | undefined {
  const [unit] = facts.units;
  return unit && diagnosisOf(unit, facts, new Set());
}

function diagnosisOf(unit: UnitFacts, facts: Facts, told: ReadonlySet<UnitFacts>): Diagnosis {
  const evidence = evidenceOf(unit, facts);
  const reason = reasonOf(evidence);
  const diagnosis = composed(evidence, reason);
  const behind = reason.kind === 'start-limit' ? behindLimit(evidence) : undefined;
  if (behind) return { ...diagnosis, journal: [], cause: composed(evidence, behind) };
  const cause = reason.kind === 'dependency' ? obstacleOf(evidence)?.unit : undefined;
  const seen = new Set([...told, unit]);
  return cause && !seen.has(cause) ? { ...diagnosis, cause: diagnosisOf(cause, facts, seen) } : diagnosis;
}

function reasonOf(evidence: Evidence): Reason {
  const loading = aboutLoading(evidence);
  if (loading) return loading;
  if (hasFailed(evidence)) return aboutResult(evidence)!;
  const isIdle = evidence.property('ActiveState') === 'inactive';
  for (const find of isIdle ? idle : [aboutStanding]) {
    const reason = find(evidence);
    if (reason) return reason;
  }
  return { kind: 'unknown', headline: `${evidence.name}: the manager does not tell anything about it.` };
}

/** Between two starts of `Restart=` a unit is activating, and its last run has failed. */
const hasFailed = (evidence: Evidence): boolean =>
  evidence.property('ActiveState') === 'failed' ||
  (evidence.property('SubState').startsWith('auto-restart') && !['', 'success'].includes(evidence.property('Result')));

function composed(
  evidence: Evidence,
  { kind, headline, explanation = [], culprits = [], steps = [] }: Reason,
): Diagnosis {
  return {
    unit: evidence.name,
    kind,
    headline,
    explanation: [...explanation, ...remarks(evidence, kind)],
    places: kind === 'refused' ? refusedPlaces(evidence) : placesOf(evidence.loaded, culprits),
    steps,
    journal: kind === 'running' ? [] : withoutRepeats(lastRun(evidence.unit)).slice(-MOST_LINES),
  };
}

/** Of the journal, that a diagnosis ends with. */
const MOST_LINES = 12;

/** What systemd says at each look at a file is said once. */
const withoutRepeats = (lines: Diagnosis['journal']): Diagnosis['journal'] =>
  lines.filter(({ text }, index) => lines[index + 1]?.text !== text);

const refusedPlaces = ({ unit, facts }: Evidence): DiagnosisPlace[] => refusedLines(unit, facts).places;

function remarks({ unit }: Evidence, kind: Diagnosis['kind']): string[] {
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
