import { accountOf, type TrialAccount } from '../features/trial/account.ts';
import { conflictsOf } from '../features/trial/conflicts.ts';
import { findDirective, type Proof } from '../features/trial/find-directive.ts';
import { trialText } from '../features/trial/render-trial.ts';
import { runTrial, type TrialMachine, type TrialOptions } from '../features/trial/run-trial.ts';
import type { TrialPlan, Variant } from '../features/trial/trial-plan.ts';
import { readArguments } from './arguments.ts';
import { checkOf } from './check-process.ts';
import { findConfig } from './config.ts';
import { complain } from './door.ts';
import { type CliHost, EXIT, UsageError } from './host.ts';
import { oneVersion, versionOption } from './target-version.ts';
import { trialMachine } from './trial-machine.ts';
import { triedUnit } from './trial-unit.ts';
import type { Help } from './usage.ts';

/** What trials of all commands take. */
export const TRIAL_OPTIONS = {
  user: { type: 'boolean', default: false, about: 'run it in the user manager, without root' },
  instance: { type: 'string', value: 'NAME', about: 'which instance of a template' },
  limit: { type: 'string', value: 'SECONDS', default: '60', about: 'how long a trial takes at most' },
  watch: {
    type: 'string',
    value: 'SECONDS',
    default: '5',
    about: 'how long it has to stay up once started',
  },
  yes: { type: 'boolean', default: false, about: 'run it although it shares something with what is there' },
  ...versionOption,
} as const;

const OPTIONS = {
  ...TRIAL_OPTIONS,
  check: {
    type: 'string',
    value: 'COMMAND',
    about: 'the service has to pass this as well; split into words as systemd does, run without a shell',
  },
  find: {
    type: 'boolean',
    default: false,
    about: 'find the directive that denies something, by more trials without single lines (without User=: as root)',
  },
  json: {
    type: 'boolean',
    default: false,
    about: 'print the account as JSON: end, headline, denials, diagnosis, journal',
  },
} as const;

export const tryHelp: Help = {
  synopsis: ['[options] FILE|UNIT'],
  about: `Runs a service once as its file and drop-ins say, under a name of its own below /run and without [Install]; tells
how it came out, what the journal has of it, and what it was denied, at the line that denied it. Of a timer, socket or
path unit the service that it starts is tried. Nothing is left behind, even if this program is killed: the unit that
began the trial takes it back, at the latest when the time is over. The installed unit is never touched. What the trial
would share with it (a runtime directory, a name on the bus) is named first, and it runs only with --yes.`,
  options: OPTIONS,
  exitStatus: '0 it came out well; 1 it did not; 2 wrong usage, or the trial did not begin',
};

export async function tryCommand(host: CliHost, args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args, OPTIONS);
  const prepared = await prepareTrial(host, values, positionals);
  if (!prepared) return EXIT.failure;
  const check = values.check === undefined ? undefined : checkOf(host, values.check);
  const trial = { ...prepared, options: { ...prepared.options, check } };
  const account = await tryOnce(trial, {});
  if ('refusal' in account) {
    complain(host, account.refusal, 'try');
    return EXIT.failure;
  }
  const isTroubled = !account.ok || account.denials.length > 0;
  const proof = values.find && isTroubled ? await find(host, trial, account) : undefined;
  if (values.json) host.stdout(`${JSON.stringify({ ...account, ...(proof && { proof }) }, null, 2)}\n`);
  else host.stdout(trialText(account, proof));
  return account.ok ? EXIT.clean : EXIT.problems;
}

/** A trial that may begin. */
export interface Prepared {
  readonly machine: TrialMachine;
  readonly plan: TrialPlan;
  readonly options: TrialOptions;
  /** What all its runs do otherwise, as something else is there. */
  readonly variant: Variant;
}

interface Values {
  readonly user: boolean;
  readonly instance?: string | undefined;
  readonly limit: string;
  readonly watch: string;
  readonly yes: boolean;
  readonly 'systemd-version'?: string | undefined;
}

/** What is tried, and whether anything speaks against it; undefined where that was said. */
export async function prepareTrial(
  host: CliHost,
  values: Values,
  positionals: readonly string[],
): Promise<Prepared | undefined> {
  const [operand, ...more] = positionals;
  if (operand === undefined || more.length > 0) throw new UsageError('name one file or unit');
  const manager = values.user ? 'user' : 'system';
  const machine = trialMachine(host, manager);
  const version = oneVersion(host, { option: values['systemd-version'], config: findConfig(host) });
  const { plan, note } = await triedUnit(host, { operand, instance: values.instance, version, manager });
  if (note !== undefined) complain(host, note);
  const { harms, variant, clean } = await conflictsOf(machine, plan);
  for (const harm of harms) complain(host, harm);
  if (harms.length > 0 && !values.yes) {
    complain(host, 'Nothing was started. With --yes the trial runs all the same.');
    return undefined;
  }
  const options = {
    limit: secondsOf('--limit', values.limit),
    watch: secondsOf('--watch', values.watch),
    clean,
    isCancelled: () => host.processes?.isInterrupted() === true,
  };
  return { machine, plan, options, variant };
}

/** One trial with some lines more or less. */
export async function tryOnce(
  { machine, plan, options, variant }: Prepared,
  other: Variant,
): Promise<TrialAccount | { readonly refusal: string }> {
  const both = { without: other.without ?? [], add: [...(variant.add ?? []), ...(other.add ?? [])] };
  const run = await runTrial(machine, plan, options, both);
  return 'refusal' in run ? run : accountOf(plan, run);
}

async function find(host: CliHost, trial: Prepared, account: TrialAccount): Promise<Proof> {
  const proof = await findDirective(trial.plan, account, async (variant) => {
    host.showProgress?.(
      `trying ${[...(variant.add ?? []), ...(variant.without ?? []).map((key) => `without ${key}=`)].join(', ')}`,
    );
    const other = await tryOnce(trial, variant);
    return 'refusal' in other ? undefined : other;
  });
  host.showProgress?.('');
  return proof;
}

function secondsOf(option: string, text: string): number {
  const number = Number(text);
  if (!/^\d+(?:\.\d+)?$/.test(text) || number <= 0 || number > 86_400)
    throw new UsageError(`${option} takes a number of seconds, not "${text}"`);
  return number;
}
