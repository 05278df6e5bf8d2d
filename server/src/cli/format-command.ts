import { parseArgs } from 'node:util';
import { applyEdits } from '../features/code-actions.ts';
import { kindOfFile } from '../features/document.ts';
import { format } from '../features/format.ts';
import { parse } from '../syntax/parse.ts';
import { collect } from './collect.ts';
import { decode } from './decode.ts';
import { type CliHost, EXIT, UsageError } from './host.ts';

export const formatUsage = `systemd-units format [--check] PATH...

Sets unit files in their usual form, in place, without changing what systemd reads: no blanks around keys, = and line
ends, one blank line between sections. Continued lines and files that are not valid UTF-8 stay as they are.
- reads standard input and prints the result.

  --check    change nothing; name the files that would change

Exit status: 0 done, or nothing to change; 1 with --check: some would change; 2 wrong usage or unreadable input.
`;

export async function formatCommand(host: CliHost, args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { check: { type: 'boolean', default: false } },
  });
  if (positionals.length === 0) throw new UsageError('format needs a file, a folder, or - for standard input');
  let failed = false;
  let changed = 0;
  const onError = (message: string): void => {
    failed = true;
    host.stderr(`systemd-units: ${message}\n`);
  };
  if (positionals.includes('-')) host.stdout(formatted(decode(await host.readStdin())));
  for (const path of collect(
    host,
    positionals.filter((name) => name !== '-'),
    onError,
  )) {
    try {
      if (formatFile(host, path, values.check)) {
        changed++;
        host.stdout(`${path}\n`);
      }
    } catch (error) {
      onError((error as Error).message);
    }
  }
  if (failed) return EXIT.failure;
  return values.check && changed > 0 ? EXIT.problems : EXIT.clean;
}

/** Whether the file changed, or would. Bytes that are not UTF-8 could not be written back, so such a file stays. */
function formatFile(host: CliHost, path: string, checkOnly: boolean): boolean {
  const text = decode(host.readFile(path));
  if (/\p{Surrogate}/u.test(text) || !kindOfFile(path, parse(text))) return false;
  const result = formatted(text);
  if (result === text) return false;
  if (!checkOnly) host.rewriteFile(path, { before: text, after: result });
  return true;
}

const formatted = (text: string): string => applyEdits(text, format(parse(text)));
