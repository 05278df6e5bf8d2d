import { beginHardening, continues, type HardenState, type HardenTools, harden } from '../features/harden/harden.ts';
import { hardenTrial } from '../features/harden/harden-trial.ts';
import { dropInText } from '../features/harden/render-drop-in.ts';
import { accountOf } from '../features/trial/account.ts';
import { runTrial } from '../features/trial/run-trial.ts';
import { readArguments } from './arguments.ts';
import { checkOf } from './check-process.ts';
import { decode } from './decode.ts';
import { complain } from './door.ts';
import { type CliHost, EXIT, UsageError } from './host.ts';
import { type Prepared, prepareTrial, TRIAL_OPTIONS } from './try-command.ts';
import type { Help } from './usage.ts';

const OPTIONS = {
  ...TRIAL_OPTIONS,
  check: {
    type: 'string',
    value: 'COMMAND',
    about: 'what the service has to pass each time; split into words as systemd does, run without a shell',
  },
  state: { type: 'string', value: 'FILE', about: 'keep there what is known, and go on from it the next time' },
  output: {
    type: 'string',
    short: 'o',
    value: 'FILE',
    about: 'write the drop-in there, over none that exists; else print',
  },
} as const;

export const hardenHelp: Help = {
  synopsis: ['[options] --check COMMAND FILE|UNIT'],
  about: `Tightens a service step by step. Each step is a trial (see try --help) with one more setting, judged by your own
check, such as "curl --fail http://localhost:8080"; what the service passes with is kept. At the end comes a drop-in,
with a comment on each line and the exposure by systemd-analyze security before and after. The installed unit is never
touched, and the drop-in is written only where --output says. With --state it can be interrupted (Ctrl-C) and goes on
later.`,
  options: OPTIONS,
  exitStatus: '0 done; 1 the service as it is does not pass, or not all was tried; 2 wrong usage, or no trial began',
};

export async function hardenCommand(host: CliHost, args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args, OPTIONS);
  if (values.check === undefined) throw new UsageError('name a check that the service has to pass: --check COMMAND');
  const check = checkOf(host, values.check);
  if (values.output !== undefined && host.kindOf(values.output) !== undefined)
    throw new UsageError(`${values.output}: exists; nothing is written`);
  const prepared = await prepareTrial(host, values, positionals);
  if (!prepared) return EXIT.failure;
  const trial = { ...prepared, options: { ...prepared.options, check } };
  const known = values.state === undefined ? undefined : readState(host, values.state);
  const begun = known && continues(known, trial.plan, values.check) ? known : beginHardening(trial.plan, values.check);
  if (known && begun !== known) complain(host, 'The unit or the check is another one now: it begins anew.', 'harden');
  const { end, state } = await harden(trial.plan, begun, toolsOf(host, trial, values.state));
  host.showProgress?.('');
  if (end === 'unfit') {
    complain(host, `The service as it is does not pass: ${state.before?.why ?? 'no trial began'}`, 'harden');
    return state.before ? EXIT.problems : EXIT.failure;
  }
  return print(host, state, { output: values.output, isDone: end === 'done' });
}

function print(
  host: CliHost,
  state: HardenState,
  { output, isDone }: { readonly output: string | undefined; readonly isDone: boolean },
): number {
  const text = dropInText(state);
  if (output === undefined || !isDone) host.stdout(text);
  else host.createFile(output, text);
  const tried = state.kept.length + state.left.length;
  complain(host, `${state.kept.length} of ${tried} settings kept by ${state.trials} trials: ${exposures(state)}`);
  return isDone && state.after?.ok ? EXIT.clean : EXIT.problems;
}

const exposures = ({ before, after }: HardenState): string =>
  `exposure ${before?.exposure ?? 'unknown'} before, ${after?.exposure ?? 'not known yet'} after`;

function toolsOf(host: CliHost, { machine, plan, options, variant }: Prepared, file: string | undefined): HardenTools {
  return {
    async tryWith(lines, { assess, limit }) {
      const bounded = { ...options, assess, limit: Math.min(options.limit, limit ?? options.limit) };
      const run = await runTrial(machine, plan, bounded, { add: [...(variant.add ?? []), ...lines] });
      if ('refusal' in run) {
        complain(host, run.refusal, 'harden');
        return undefined;
      }
      return run.end === 'cancelled' ? undefined : hardenTrial(accountOf(plan, run), run);
    },
    save: async (state) => saveState(host, file, state),
    progress: (line, done, all) => host.showProgress?.(`${done} of ${all} decided; trying ${line}`),
  };
}

function readState(host: CliHost, file: string): HardenState | undefined {
  if (host.kindOf(file) === undefined) return undefined;
  try {
    return JSON.parse(decode(host.readFile(file))) as HardenState;
  } catch {
    throw new UsageError(`${file} is not what --state writes`);
  }
}

function saveState(host: CliHost, file: string | undefined, state: HardenState): void {
  if (file === undefined) return;
  const after = `${JSON.stringify(state, null, 2)}\n`;
  if (host.kindOf(file) === undefined) host.createFile(file, after);
  else host.rewriteFile(file, { before: decode(host.readFile(file)), after });
}
