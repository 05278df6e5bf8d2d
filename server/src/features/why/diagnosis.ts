import type { JournalLine } from './journal-lines.ts';

/** What kind of reason it is, for programs that read the diagnosis. */
export type DiagnosisKind =
  | 'running'
  | 'starting'
  | 'not-started'
  | 'not-found'
  | 'masked'
  | 'refused'
  | 'load-error'
  | 'condition'
  | 'assertion'
  | 'exec-condition'
  | 'dependency'
  | 'ordering-cycle'
  | 'trigger-missing'
  | 'program'
  | 'setup'
  | 'exit-status'
  | 'signal'
  | 'out-of-memory'
  | 'timeout'
  | 'watchdog'
  | 'protocol'
  | 'start-limit'
  | 'resources'
  | 'triggered-unit'
  | 'unknown';

/** Why a unit does not run, as it is told: subject first, plain text. */
export interface Diagnosis {
  readonly unit: string;
  readonly kind: DiagnosisKind;
  /** One sentence: what happened, and why. */
  readonly headline: string;
  /** What systemd does in such a case, and what it said; sentences. */
  readonly explanation: readonly string[];
  /** The lines of the unit's files that matter, the likeliest first. */
  readonly places: readonly DiagnosisPlace[];
  /** What to do next, in this order. */
  readonly steps: readonly string[];
  /** What was said in the last run, oldest first. */
  readonly journal: readonly JournalLine[];
  /** Why it is so: of another unit, or of the run before. */
  readonly cause?: Diagnosis | undefined;
}

export interface DiagnosisPlace {
  readonly path: string;
  /** From 1. */
  readonly line: number;
  /** The assignment as it is written, its first line. */
  readonly text: string;
}

/** What one kind of failure knows; the rest of a diagnosis is the same for all. */
export interface Reason {
  readonly kind: DiagnosisKind;
  readonly headline: string;
  readonly explanation?: readonly string[];
  readonly culprits?: readonly Culprit[];
  readonly steps?: readonly string[];
}

/** An assignment that is to blame. */
export interface Culprit {
  readonly key: string;
  /** Which of several in force, from 0. */
  readonly index?: number | undefined;
  /** Only those whose value holds this text. */
  readonly holding?: string | undefined;
}

export const culprits = (...keys: readonly string[]): Culprit[] => keys.map((key) => ({ key }));
