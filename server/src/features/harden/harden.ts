import { neededCalls } from '../trial/needed-calls.ts';
import { smallestSet } from '../trial/smallest-set.ts';
import { type TrialPlan, trialText } from '../trial/trial-plan.ts';
import { type Tightening, tightenings } from './tightenings.ts';

/** How one trial with more lines came out. */
export interface HardenTrial {
  /** The service came up and passed the check. */
  readonly ok: boolean;
  /** Why not: a sentence. */
  readonly why: string;
  /** What it was denied, each as a text that two trials can be compared by. */
  readonly denials: readonly string[];
  /** Paths that it wanted to write and could not. */
  readonly readOnly: readonly string[];
  /** What `systemd-analyze security` says of it: `9.6 UNSAFE`. */
  readonly exposure?: string | undefined;
  /** Seconds. */
  readonly took: number;
}

/** What is known so far; plain data, kept while a hardening is interrupted. */
export interface HardenState {
  readonly unit: string;
  /** What the trial of the service as it is says: of another text nothing is known. */
  readonly text: string;
  readonly check: string;
  readonly before?: HardenTrial | undefined;
  readonly kept: readonly Kept[];
  readonly left: readonly Left[];
  /** Keys that are decided. */
  readonly done: readonly string[];
  /** With all that was kept. */
  readonly after?: HardenTrial | undefined;
  readonly trials: number;
}

export interface Kept {
  readonly lines: readonly string[];
  readonly about: string;
}

export interface Left {
  readonly line: string;
  readonly why: string;
}

/** What a hardening needs of who runs it. */
export interface HardenTools {
  /** Tries the service with more lines; undefined when it is to end here. `limit` is in seconds. */
  tryWith(
    lines: readonly string[],
    options: { readonly assess: boolean; readonly limit?: number },
  ): Promise<HardenTrial | undefined>;
  /** Keeps what is known so far. */
  save(state: HardenState): Promise<void>;
  /** What is tried now, and how much of all is decided. */
  progress(line: string, done: number, all: number): void;
}

/** How a hardening ended. */
export type HardenEnd = 'done' | 'interrupted' | 'unfit';

export const beginHardening = (plan: TrialPlan, check: string): HardenState => ({
  ...{ unit: plan.unit, text: trialText(plan), check },
  ...{ kept: [], left: [], done: [], trials: 0 },
});

/** Whether what was found before still holds: the same unit, text and check. */
export const continues = (state: HardenState, plan: TrialPlan, check: string): boolean =>
  state.unit === plan.unit && state.text === trialText(plan) && state.check === check;

/**
 * Tightens a service step by step. Each step is a trial with all that was kept before, and is kept only if the service comes up,
 * passes the check, and is denied nothing that it is not denied anyway. Where a form of a setting is too much, the next one
 * is tried; of lists, the smallest part that is needed is found by halves.
 */
export async function harden(
  plan: TrialPlan,
  begun: HardenState,
  tools: HardenTools,
): Promise<{ readonly end: HardenEnd; readonly state: HardenState }> {
  const run = runOf(begun, tools, plan.version);
  if (!(await run.baseline())) return run.ended();
  const steps = stepsFor(plan);
  for (const [index, step] of steps.entries()) {
    if (run.isDone(step.key)) continue;
    tools.progress(step.forms[0]!.join(', '), index, steps.length);
    if (!(await run.decide(formsFor(step, plan), step))) return run.ended();
  }
  tools.progress('', steps.length, steps.length);
  return (await run.conclude()) ? run.ended('done') : run.ended();
}

/** What the version has and the unit does not say itself; lists are the choice of its author. */
const stepsFor = (plan: TrialPlan): Tightening[] =>
  tightenings.filter((step) => (step.from ?? 0) <= plan.version && formsFor(step, plan).length > 0);

/** Of a setting that stands there already, only what is stricter. */
function formsFor({ key, forms, choice }: Tightening, { lines }: TrialPlan): readonly (readonly string[])[] {
  const own = lines.filter((line) => line.section === 'Service' && line.key === key && line.place);
  if (own.length === 0) return forms;
  if (choice || forms.some((form) => form.length > 1)) return [];
  const value = `${key}=${own.at(-1)!.value}`.replace(/=(?:true|on|1)$/, '=yes');
  const at = forms.findIndex(([form]) => form === value);
  return at < 0 ? forms : forms.slice(0, at);
}

/** The state of one hardening, and what changes it. */
function runOf(begun: HardenState, { tryWith, save }: HardenTools, version: number) {
  let state = begun;
  let isInterrupted = false;
  const change = async (more: Partial<HardenState>): Promise<void> => {
    state = { ...state, ...more };
    await save(state);
  };
  const tried = async (lines: readonly string[], assess = false): Promise<HardenTrial | undefined> => {
    if (isInterrupted) return undefined;
    const took = state.before?.took;
    const limit = took === undefined ? {} : { limit: Math.max(SHORTEST, took * 3 + 2) };
    const all = [...state.kept.flatMap((kept) => kept.lines), ...lines];
    const trial = await tryWith(all, { assess, ...limit });
    state = { ...state, trials: state.trials + 1 };
    if (!trial) isInterrupted = true;
    return trial;
  };
  const passes = (trial: HardenTrial | undefined): boolean =>
    trial?.ok === true && trial.denials.every((denial) => state.before?.denials.includes(denial));
  return {
    isDone: (key: string) => state.done.includes(key),
    ended: (end: HardenEnd = isInterrupted ? 'interrupted' : 'unfit') => ({ end, state }),
    async baseline() {
      if (state.before) return state.before.ok;
      const before = await tried([], true);
      if (before) await change({ before });
      return before?.ok === true;
    },
    async decide(forms: readonly (readonly string[])[], step: Tightening) {
      const found = await firstThatPasses(forms, step, { tried, passes, version });
      if (isInterrupted) return false;
      const done = [...state.done, step.key];
      if ('lines' in found) await change({ done, kept: [...state.kept, { lines: found.lines, about: step.about }] });
      else await change({ done, left: [...state.left, { line: forms[0]!.join(', '), why: found.why }] });
      return true;
    },
    async conclude() {
      const after = await tried([], true);
      if (after) await change({ after });
      return after !== undefined;
    },
  };
}

/** Seconds that a trial may take at least, whatever the service as it is took. */
const SHORTEST = 5;

interface Judge {
  readonly version: number;
  tried(lines: readonly string[]): Promise<HardenTrial | undefined>;
  passes(trial: HardenTrial | undefined): boolean;
}

async function firstThatPasses(
  forms: readonly (readonly string[])[],
  step: Tightening,
  judge: Judge,
): Promise<{ readonly lines: readonly string[] } | { readonly why: string }> {
  let why = '';
  for (const form of forms) {
    const trial = await judge.tried(form);
    if (judge.passes(trial)) return { lines: form };
    why ||= trial?.why || (trial?.denials[0] ?? '');
    const opened = await withWritablePaths(form, trial, judge);
    if (opened) return { lines: opened };
  }
  const chosen = step.choice && (await smallestChoice(step.choice, judge));
  if (chosen) return { lines: [chosen] };
  const calls = step.withCalls && (await callsInAddition(step.withCalls, judge));
  return calls ? { lines: calls } : { why };
}

/** A service writes to few places: those are opened one after the other. */
const MOST_PATHS = 5;

async function withWritablePaths(
  form: readonly string[],
  first: HardenTrial | undefined,
  { tried, passes }: Judge,
): Promise<readonly string[] | undefined> {
  if (!form[0]?.startsWith('ProtectSystem=strict')) return undefined;
  const paths: string[] = [];
  for (let trial = first; trial && paths.length < MOST_PATHS; ) {
    const more = trial.readOnly.filter((path) => !paths.includes(path) && /^[\w./@:-]+$/.test(path));
    if (more.length === 0) return undefined;
    paths.push(...more);
    const lines = [...form, ...paths.map((path) => `ReadWritePaths=${path}`)];
    trial = await tried(lines);
    if (passes(trial)) return lines;
  }
  return undefined;
}

async function callsInAddition(
  write: NonNullable<Tightening['withCalls']>,
  { tried, passes, version }: Judge,
): Promise<readonly string[] | undefined> {
  const words = await neededCalls(version, async (some) => passes(await tried(write(some))));
  return words && write(words);
}

async function smallestChoice(
  { items, write }: NonNullable<Tightening['choice']>,
  { tried, passes }: Judge,
): Promise<string | undefined> {
  const isEnough = async (part: readonly string[]): Promise<boolean> => passes(await tried([write(part)]));
  if (!(await isEnough(items))) return undefined;
  const needed = await smallestSet(items, isEnough);
  return needed.length < items.length ? write(needed) : undefined;
}
