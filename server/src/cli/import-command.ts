import { ImportError, type Imported, type SourceId, sourceIds } from '../features/import/imported.ts';
import { printableLine } from '../text/printable.ts';
import { readArguments, wordOf } from './arguments.ts';
import { decode } from './decode.ts';
import { complain } from './door.ts';
import { type CliHost, EXIT, UsageError } from './host.ts';
import type { Help } from './usage.ts';

const OPTIONS = {
  from: { type: 'string', value: 'KIND', about: `what FILE is: ${sourceIds.join(', ')}; guessed unless told` },
  output: {
    type: 'string',
    short: 'o',
    value: 'DIR',
    about: 'write the files there, over none that exists; else print',
  },
} as const;

export const importHelp: Help = {
  synopsis: ['[options] FILE', '[options] -- COMMAND...'],
  about: `Makes units of what other programs start: crontabs, supervisord configurations, SysV init scripts with an LSB
header; and Quadlet files of Compose files and of podman run or docker run commands. What has no counterpart is said on
standard error, with its line. - reads standard input.`,
  options: OPTIONS,
  exitStatus:
    '0 done; 1 nothing to import, or FILE is of no known kind; 2 wrong usage, unreadable input, a file in the way',
};

export async function importCommand(host: CliHost, args: readonly string[]): Promise<number> {
  const { values, positionals } = readArguments(args, OPTIONS);
  const from = values.from === undefined ? undefined : wordOf('--from', values.from, sourceIds);
  try {
    const source = await sourceText(host, args, positionals);
    return await importFrom(host, source, { from, output: values.output });
  } catch (error) {
    if (error instanceof UsageError) throw error;
    complain(host, (error as Error).message, 'import');
    return EXIT.failure;
  }
}

interface SourceText {
  readonly text: string;
  readonly path: string;
}

interface ImportOptions {
  readonly from: SourceId | undefined;
  readonly output: string | undefined;
}

async function importFrom(host: CliHost, source: SourceText, { from, output }: ImportOptions): Promise<number> {
  // No other command needs the readers of other programs' files: they are loaded here.
  const { importUnits } = await import('../features/import/index.ts');
  let imported: Imported;
  try {
    imported = importUnits(source.text, source.path, from);
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    complain(host, `${source.path}:${error.line}: ${error.message}`, 'import');
    return EXIT.problems;
  }
  for (const { line, message } of imported.remarks)
    host.stderr(`${printableLine(`${source.path}:${line}: ${message}`)}\n`);
  return output === undefined ? print(host, imported) : write(host, imported, output);
}

/** A file, standard input, or a command behind `--` as the shell has split it. */
async function sourceText(host: CliHost, args: readonly string[], positionals: readonly string[]): Promise<SourceText> {
  const [first, ...more] = positionals;
  if (first === undefined) throw new UsageError('name a file, - for standard input, or write -- and a command');
  if (args.includes('--')) return { text: positionals.map(shellWord).join(' '), path: 'command' };
  if (more.length > 0) throw new UsageError('name one file; a command goes behind --');
  if (first === '-') return { text: decode(await host.readStdin()), path: 'standard input' };
  const path = first.startsWith('/') ? first : host.join(host.cwd, first);
  return { text: decode(host.readFile(first)), path: host.realPath(path) ?? path };
}

/** A word as a shell reads it back. */
const shellWord = (text: string): string =>
  /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;

function print(host: CliHost, { files }: Imported): number {
  const isAlone = files.length === 1;
  host.stdout(files.map(({ name, text }) => (isAlone ? text : `# ${name}\n${text}`)).join('\n'));
  return EXIT.clean;
}

/** All files are new, or none is written. */
function write(host: CliHost, { files }: Imported, folder: string): number {
  const paths = files.map(({ name }) => host.join(folder, name));
  const inTheWay = paths.filter((path) => host.kindOf(path) !== undefined);
  for (const path of inTheWay) complain(host, `${path}: exists; nothing is written`, 'import');
  if (inTheWay.length > 0) return EXIT.failure;
  for (const [index, path] of paths.entries()) {
    host.createFile(path, files[index]!.text);
    host.stdout(`${printableLine(path)}\n`);
  }
  return EXIT.clean;
}
