import type { DiagnosisPlace } from '../why/diagnosis.ts';
import { isInEffect, type Remedy, type Restriction, restrictions } from './restrictions.ts';
import type { Symptom } from './symptoms.ts';
import type { TrialLine, TrialPlan } from './trial-plan.ts';

/** What a service was denied, and the directives that may have denied it. */
export interface Denial {
  readonly symptom: Symptom;
  /** The likeliest first; none where no line of the unit explains it. */
  readonly suspects: readonly Suspect[];
}

/** A directive of the unit that denies such things. */
export interface Suspect {
  readonly key: string;
  readonly value: string;
  readonly place?: DiagnosisPlace | undefined;
  /** What the directive does, behind its name. */
  readonly does: string;
  readonly remedies: readonly Remedy[];
}

/** What signs say that something was denied, each with the lines of the unit that may be behind it. */
export const denialsOf = (plan: TrialPlan, symptoms: readonly Symptom[]): Denial[] =>
  symptoms
    .map((symptom) => ({ symptom, suspects: suspectsOf(plan, symptom) }))
    // That something is not there, or does not answer, is a denial only where a line hides it.
    .filter(({ symptom, suspects }) => suspects.length > 0 || !['ENOENT', 'ECONNREFUSED'].includes(symptom.kind));

function suspectsOf(plan: TrialPlan, symptom: Symptom): Suspect[] {
  const ranked = restrictions.flatMap((restriction) => {
    if (!restriction.gives.includes(symptom.kind)) return [];
    const own = linesInEffect(plan, restriction.key);
    const near = own.map((line) => nearness(restriction, line, symptom)).filter((rank) => rank !== undefined);
    return near.length === 0 ? [] : [{ restriction, lines: own, rank: Math.max(...near) }];
  });
  return ranked.sort((a, b) => b.rank - a.rank).map(({ restriction, lines }) => suspectOf(restriction, lines, symptom));
}

const linesInEffect = ({ lines }: TrialPlan, key: string): TrialLine[] =>
  lines.filter((line) => line.section === 'Service' && line.key === key && line.place && isInEffect(key, line.value));

/** Undefined where the line has nothing to do with it. A path that it names speaks for it, and so do words of the message. */
function nearness({ reach, words }: Restriction, { value }: TrialLine, symptom: Symptom): number | undefined {
  const { path, said = '' } = symptom;
  const isMeant = words?.test(said) === true;
  if (!reach) return isMeant ? 500 : 0;
  const near = path === undefined ? undefined : reach(value, path);
  if (near !== undefined) return 1_000 + near;
  if (isMeant) return 500;
  // Of a message without a path any of them may be the reason, unless nothing was there.
  return path === undefined && symptom.kind !== 'ENOENT' ? -1 : undefined;
}

function suspectOf(restriction: Restriction, lines: readonly TrialLine[], symptom: Symptom): Suspect {
  const { key, does, write, reach } = restriction;
  const { path } = symptom;
  const line = (path !== undefined && lines.find(({ value }) => reach?.(value, path) !== undefined)) || lines.at(-1)!;
  const { value, place } = line;
  return {
    key,
    value,
    place: place && { ...place, text: `${key}=${value}` },
    does,
    remedies: write(symptom, value),
  };
}
