import type { CheckAnswer } from '../features/trial/run-trial.ts';
import { readWords } from '../syntax/words.ts';
import { type CliHost, UsageError } from './host.ts';

/** Seconds that one run of a check may take. */
const PATIENCE = 10;

/** Runs a command that its user typed, split into words as systemd splits `ExecStart=` and run without a shell. */
export function checkOf(host: CliHost, text: string): () => Promise<CheckAnswer> {
  const { words } = readWords(text, { unquote: true, cunescape: true, relax: true });
  const argv = words.map((word) => word.text);
  const operator = argv.find((word) => /^(?:\||\|\||&&?|;|[<>]+)$/.test(word));
  if (operator !== undefined)
    throw new UsageError(`--check is run without a shell; for "${operator}" write --check "sh -c '…'"`);
  const { processes } = host;
  if (argv.length === 0 || !processes) throw new UsageError('--check takes a command');
  if (processes.find(argv[0]!) === undefined) throw new UsageError(`--check: there is no program ${argv[0]}`);
  return async () => {
    const { code, stdout, stderr } = await processes.run(argv, { seconds: PATIENCE });
    const last = `${stderr}\n${stdout}`
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')[0];
    return {
      ok: code === 0,
      said: last ?? (code === undefined ? `no answer within ${PATIENCE} s` : `exit status ${code}`),
    };
  };
}
