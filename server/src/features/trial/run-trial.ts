import type { Facts } from '../why/facts.ts';
import { type Asker, gatherFacts } from '../why/gather.ts';
import { parseShow } from '../why/show-output.ts';
import { beginArgs, endArgs, type TrialPrograms } from './keeper.ts';
import { type TrialPlan, trialName, trialText, type Variant } from './trial-plan.ts';

/** What a trial needs of a machine. Nothing of it rejects. */
export interface TrialMachine extends Asker {
  /** Runs a program of systemd that changes something; the user may be asked for rights. */
  run(program: 'systemd-run' | 'systemctl', args: readonly string[]): Promise<Ran>;
  /** What `systemd-analyze` prints; empty where it fails. */
  analyze(args: readonly string[]): Promise<string>;
  readonly programs: TrialPrograms;
  /** The folder from which the manager reads units until the next boot. */
  readonly folder: string;
  /** Eight hexadecimal digits of chance. */
  newId(): string;
  /** In milliseconds. */
  wait(span: number): Promise<void>;
  /** Milliseconds of a clock that never goes back. */
  now(): number;
}

export interface Ran {
  /** Undefined where it could not be run, or was not allowed to. */
  readonly code: number | undefined;
  readonly stderr: string;
}

export interface TrialOptions {
  /** Seconds that a trial takes at most. */
  readonly limit: number;
  /** Seconds that a service has to stay up once it has started. */
  readonly watch: number;
  /** The user's own check, tried again until it says yes or the time is over. */
  readonly check?: (() => Promise<CheckAnswer>) | undefined;
  readonly isCancelled?: (() => boolean) | undefined;
  /** Kinds of directories for `systemctl clean` that were not there before. */
  readonly clean?: readonly string[] | undefined;
  /** Whether `systemd-analyze security` is asked what it thinks of it. */
  readonly assess?: boolean | undefined;
}

export interface CheckAnswer {
  readonly ok: boolean;
  /** What it said last, or how it ended. */
  readonly said: string;
}

/** How a trial came out. */
export type TrialEnd =
  /** It ran as long as it was watched. */
  | 'ran'
  /** It did its work and ended well. */
  | 'ended'
  | 'failed'
  /** A condition does not hold, or a unit that it requires failed. */
  | 'skipped'
  /** Its start took longer than the limit. */
  | 'limit'
  /** It ran, and the check did not say yes. */
  | 'unchecked'
  | 'cancelled';

export interface TrialRun {
  readonly end: TrialEnd;
  /** Seconds from the start to the end, or to the last look. */
  readonly seconds: number;
  /** What the manager and the journal say of it, under the name of the unit that was tried. */
  readonly facts: Facts;
  readonly check?: CheckAnswer | undefined;
  /** As `systemd-analyze security --json=short` and without it print. */
  readonly security?: { readonly table: string } | undefined;
}

/** Milliseconds between two looks. */
const PAUSE = 100;
/** Seconds beyond the limit until the keeper ends a trial by itself. */
const GRACE = 30;

/** Runs a service once under a name of its own and leaves nothing behind. A refusal says why it did not begin. */
export async function runTrial(
  machine: TrialMachine,
  plan: TrialPlan,
  options: TrialOptions,
  variant: Variant = {},
): Promise<TrialRun | { readonly refusal: string }> {
  const { unit, manager } = plan;
  const id = machine.newId();
  const { folder, programs } = machine;
  const text = trialText(plan, variant);
  const kept = { id, unit, manager, text, folder, seconds: options.limit + GRACE, clean: options.clean ?? [] };
  const begun = await machine.run('systemd-run', beginArgs(kept, programs));
  if (begun.code !== 0) return { refusal: refusalOf(begun, manager) };
  try {
    const watched = await watchTrial(machine, { plan, id, options });
    return { ...watched, ...(options.assess && { security: await assess(machine, plan, id) }) };
  } finally {
    await machine.run('systemctl', endArgs(kept));
  }
}

function refusalOf({ code, stderr }: Ran, manager: TrialPlan['manager']): string {
  const said = stderr.trim().split('\n').at(-1) ?? '';
  const why = said === '' ? (code === undefined ? 'it was not run' : `it ended with exit status ${code}`) : said;
  const isDenied = manager === 'system' && /authentication|denied|not permitted/i.test(said);
  const hint = isDenied
    ? ' The system manager takes that from root only (sudo); your own manager runs units of yours.'
    : '';
  return `The trial did not begin: systemd-run could not start it in the ${manager} manager (${why}).${hint}`;
}

interface Watched {
  readonly plan: TrialPlan;
  readonly id: string;
  readonly options: TrialOptions;
}

async function watchTrial(machine: TrialMachine, { plan, id, options }: Watched): Promise<TrialRun> {
  const name = trialName(id, plan.unit);
  const begun = machine.now();
  const seconds = (): number => (machine.now() - begun) / 1000;
  let upSince: number | undefined;
  let check: CheckAnswer | undefined;
  let end: TrialEnd | undefined;
  while (end === undefined) {
    const state = stateOf(await look(machine, plan, name));
    if (state === 'up') upSince ??= seconds();
    // A command that has done its work is checked, too: what it did can be seen.
    if ((state === 'up' || state === 'ended') && options.check && !check?.ok) check = await options.check();
    end = endOf(state, { seconds: seconds(), upSince, check, options });
    if (end === undefined) await machine.wait(PAUSE);
  }
  await machine.ask('journalctl', ['--sync']);
  const facts = await gatherFacts(machine, name, { manager: plan.manager, version: plan.version });
  return { end, seconds: seconds(), facts: underOwnName(facts, name, plan), check };
}

type State = 'coming' | 'up' | 'ended' | 'failed' | 'skipped';

/** What a check has to say, and how long the service is up, decide when it has shown what it can. */
function endOf(
  state: State,
  progress: {
    readonly seconds: number;
    readonly upSince: number | undefined;
    readonly check: CheckAnswer | undefined;
    readonly options: TrialOptions;
  },
): TrialEnd | undefined {
  const { seconds, upSince, check, options } = progress;
  if (options.isCancelled?.()) return 'cancelled';
  if (state === 'failed' || state === 'skipped') return state;
  const isLate = seconds >= options.limit;
  if (options.check && (state === 'up' || state === 'ended')) {
    if (check?.ok) return state === 'up' ? 'ran' : 'ended';
    return isLate || state === 'ended' ? 'unchecked' : undefined;
  }
  if (state === 'ended') return 'ended';
  if (upSince !== undefined && seconds - upSince >= options.watch) return 'ran';
  return isLate ? 'limit' : undefined;
}

const LOOKED_AT =
  'LoadState,ActiveState,SubState,Result,Job,ConditionResult,AssertResult,InactiveEnterTimestampMonotonic';

async function look(machine: TrialMachine, { manager }: TrialPlan, name: string): Promise<(key: string) => string> {
  const scope = manager === 'user' ? ['--user'] : [];
  const printed = await machine.ask('systemctl', [
    ...scope,
    'show',
    '--no-pager',
    `--property=${LOOKED_AT}`,
    '--',
    name,
  ]);
  const [properties] = parseShow(printed);
  return (key) => properties?.get(key)?.[0] ?? '';
}

function stateOf(property: (key: string) => string): State {
  const load = property('LoadState');
  if (load !== '' && load !== 'loaded') return 'failed';
  switch (property('ActiveState')) {
    case 'failed':
      return 'failed';
    case 'active':
    case 'reloading':
      return property('SubState') === 'exited' ? 'ended' : 'up';
    case 'inactive': {
      const job = property('Job');
      if (job !== '' && job !== '0') return 'coming';
      if (property('ConditionResult') === 'no' || property('AssertResult') === 'no') return 'skipped';
      // A unit that never was anything but inactive was not started: something it requires has failed.
      return property('InactiveEnterTimestampMonotonic') === '0' ? 'skipped' : 'ended';
    }
    default:
      return 'coming';
  }
}

/** The name of a trial means nothing to who reads of it. */
function underOwnName(facts: Facts, name: string, { unit, files }: TrialPlan): Facts {
  const json = (text: string): string => JSON.stringify(text).slice(1, -1);
  const renamed = JSON.parse(JSON.stringify(facts).replaceAll(json(name), () => json(unit))) as Facts;
  return {
    ...renamed,
    units: renamed.units.map((each, index) => (index === 0 ? { ...each, name: unit, files } : each)),
  };
}

async function assess(machine: TrialMachine, { manager, unit }: TrialPlan, id: string): Promise<{ table: string }> {
  const scope = manager === 'user' ? ['--user'] : [];
  return { table: await machine.analyze([...scope, 'security', '--no-pager', '--', trialName(id, unit)]) };
}
