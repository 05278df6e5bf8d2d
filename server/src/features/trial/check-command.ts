import { readWords } from '../../syntax/words.ts';

/** Splits what a user typed as a check into words, as systemd splits `ExecStart=`; it is run without a shell. */
export function splitCheck(text: string): { readonly argv: readonly string[] } | { readonly refusal: string } {
  const { words } = readWords(text, { unquote: true, cunescape: true, relax: true });
  const argv = words.map((word) => word.text);
  if (argv.length === 0) return { refusal: 'A check is a command: curl --fail http://localhost:8080' };
  const operator = argv.find((word) => /^(?:\|\|?|&&?|;|[<>]+)$/.test(word));
  return operator === undefined
    ? { argv }
    : { refusal: `A check is run without a shell. For "${operator}" write: sh -c '…'` };
}

/** What a check answered, from how its process ended. */
export function checkAnswer({ code, stdout, stderr }: Ended, seconds: number): { ok: boolean; said: string } {
  const [first] = `${stderr}\n${stdout}`.split('\n').flatMap((line) => line.trim() || []);
  return {
    ok: code === 0,
    said: first ?? (code === undefined ? `no answer within ${seconds} s` : `exit status ${code}`),
  };
}

interface Ended {
  readonly code: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}
