import { checkAnswer, splitCheck } from '../features/trial/check-command.ts';
import type { CheckAnswer } from '../features/trial/run-trial.ts';
import { type CliHost, UsageError } from './host.ts';

/** Seconds that one run of a check may take. */
const PATIENCE = 10;

/** Runs a command that its user typed, without a shell. */
export function checkOf({ processes }: CliHost, text: string): () => Promise<CheckAnswer> {
  const split = splitCheck(text);
  if ('refusal' in split) throw new UsageError(`--check: ${split.refusal}`);
  const { argv } = split;
  if (processes?.find(argv[0]!) === undefined) throw new UsageError(`--check: there is no program ${argv[0]}`);
  return async () => checkAnswer(await processes.run(argv, { seconds: PATIENCE }), PATIENCE);
}
