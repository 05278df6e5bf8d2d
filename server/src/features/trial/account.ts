import type { Diagnosis, DiagnosisPlace } from '../why/diagnosis.ts';
import { lastRun } from '../why/facts.ts';
import { diagnose } from '../why/index.ts';
import type { JournalLine } from '../why/journal-lines.ts';
import { type Denial, denialsOf } from './denials.ts';
import type { TrialEnd, TrialRun } from './run-trial.ts';
import { symptomsOf } from './symptoms.ts';
import type { TrialPlan } from './trial-plan.ts';

/** What there is to say of a trial. */
export interface TrialAccount {
  readonly unit: string;
  readonly end: TrialEnd;
  /** Whether the service did what is expected of it. What it was denied on the way is told all the same. */
  readonly ok: boolean;
  /** One sentence: how it came out. */
  readonly headline: string;
  /** Why it failed, as for any unit that did not start; undefined where it did not. */
  readonly diagnosis?: Diagnosis | undefined;
  readonly denials: readonly Denial[];
  /** What was otherwise than in the installed unit. */
  readonly remarks: readonly string[];
  readonly journal: readonly JournalLine[];
  /** The line to look at first. */
  readonly place?: DiagnosisPlace | undefined;
}

const GOOD: readonly TrialEnd[] = ['ran', 'ended'];

/** Tells of a trial: how it came out, why, and what it was denied by which line. */
export function accountOf(plan: TrialPlan, { end, seconds, facts, check }: TrialRun): TrialAccount {
  const unit = facts.units[0]!;
  const ok = GOOD.includes(end);
  const asked = end === 'failed' || end === 'skipped' ? diagnose(facts) : undefined;
  const diagnosis = asked && { ...asked, steps: asked.steps.filter((step) => !isForInstalled(step)) };
  const denials = denialsOf(plan, symptomsOf(unit));
  const told = { unit: plan.unit, span: spanText(seconds), check: check?.said ?? '' };
  return {
    unit: plan.unit,
    end,
    ok,
    headline: diagnosis?.headline ?? HEADLINES[end](told),
    diagnosis,
    denials,
    remarks: plan.remarks,
    journal: lastRun(unit),
    place: denials.flatMap(({ suspects }) => suspects[0]?.place ?? [])[0] ?? diagnosis?.places[0],
  };
}

/** Steps that mean the installed unit: of a trial nothing is left. */
const isForInstalled = (step: string): boolean => /\b(?:systemctl|journalctl|coredumpctl)\b/.test(step);

interface Told {
  readonly unit: string;
  readonly span: string;
  readonly check: string;
}

const HEADLINES: Readonly<Record<TrialEnd, (told: Told) => string>> = {
  ran: ({ unit, span, check }) =>
    `${unit} runs: it ${check === '' ? `stayed up for ${span}` : `passed the check after ${span}`} and was then ended.`,
  ended: ({ unit, span }) => `${unit} did its work and ended well after ${span}.`,
  failed: ({ unit }) => `${unit} failed.`,
  skipped: ({ unit }) => `${unit} was not started.`,
  limit: ({ unit, span }) => `${unit} was still starting after ${span}, when the time for the trial was over.`,
  unchecked: ({ unit, check }) =>
    `${unit} runs, but did not pass the check${check === '' ? '' : `, which said "${check}"`}.`,
  cancelled: ({ unit }) => `The trial of ${unit} was ended by hand.`,
};

const spanText = (seconds: number): string => `${seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)} s`;
