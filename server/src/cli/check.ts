import { parseArgs } from 'node:util';
import { clampVersion, NEWEST_VERSION } from '../schema/directives.ts';
import { fileKindOfPath, type Manager } from '../schema/file-kind.ts';
import { checkText } from '../service/check.ts';
import { collect } from './collect.ts';
import { decode } from './decode.ts';
import type { Format } from './formats/format.ts';
import { github } from './formats/github.ts';
import { json } from './formats/json.ts';
import { sarif } from './formats/sarif.ts';
import { text } from './formats/text.ts';
import { type CliHost, EXIT, UsageError } from './host.ts';
import type { CheckedFile } from './problem.ts';

const FORMATS: Readonly<Record<string, Format>> = { text, json, sarif, github };

export const checkUsage = `systemd-units check [options] PATH...

Checks unit files as systemd would read them. A folder is searched for units; - is standard input.

  --format text|json|sarif|github   how to print (default text)
  --systemd-version N               judge as systemd N would (default: the machine's, else ${NEWEST_VERSION})
  --user                            judge as units of the user manager
  --stdin-filename NAME             what standard input would be called

Exit status: 0 no error or warning, 1 some, 2 wrong usage or unreadable input.
`;

interface CheckArguments {
  readonly format: Format;
  readonly version: number;
  readonly manager: Manager | undefined;
  readonly stdinName: string;
  readonly paths: readonly string[];
}

export async function check(host: CliHost, args: readonly string[]): Promise<number> {
  const started = host.now();
  const { format, version, manager, stdinName, paths } = parseArguments(host, args);
  let failed = false;
  const onError = (message: string): void => {
    failed = true;
    host.stderr(`systemd-units: ${message}\n`);
  };
  const files: CheckedFile[] = [];
  const add = (path: string, bytes: Uint8Array): void => {
    const source = decode(bytes);
    files.push({ path, text: source, findings: checkText(source, { path, version, manager, dropIns: dropInsOf(host, path) }) });
  };
  for (const path of collect(host, paths.filter((name) => name !== '-'), onError)) {
    try {
      add(path, host.readFile(path));
    } catch (error) {
      onError((error as Error).message);
    }
  }
  if (paths.includes('-')) add(stdinName, await host.readStdin());
  host.stdout(format(files, { version, seconds: (host.now() - started) / 1000, color: host.isTerminal }));
  if (failed) return EXIT.failure;
  const bad = files.some(({ findings }) => findings.some(({ severity }) => severity === 'error' || severity === 'warning'));
  return bad ? EXIT.problems : EXIT.clean;
}

function parseArguments(host: CliHost, args: readonly string[]): CheckArguments {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'text' },
      'systemd-version': { type: 'string' },
      user: { type: 'boolean', default: false },
      'stdin-filename': { type: 'string', default: 'stdin.service' },
    },
  });
  const format = Object.hasOwn(FORMATS, values.format) ? FORMATS[values.format] : undefined;
  if (!format) throw new UsageError(`--format knows no "${values.format}"; choose text, json, sarif or github`);
  if (positionals.length === 0) throw new UsageError('check needs a file, a folder, or - for standard input');
  return {
    format,
    version: targetVersion(host, values['systemd-version']),
    manager: values.user ? 'user' : undefined,
    stdinName: values['stdin-filename'],
    paths: positionals,
  };
}

function targetVersion(host: CliHost, wanted: string | undefined): number {
  if (wanted === undefined || wanted === 'auto') return clampVersion(host.systemdVersion() ?? NEWEST_VERSION);
  if (!/^\d{3}$/.test(wanted)) throw new UsageError(`--systemd-version takes a number such as 257, not "${wanted}"`);
  return clampVersion(Number(wanted));
}

/** The drop-ins in the folder beside a fragment, in systemd's order. */
function dropInsOf(host: CliHost, path: string): { path: string; text: string }[] {
  if (fileKindOfPath(path)?.role !== 'fragment') return [];
  const folder = `${path}.d`;
  if (host.kindOf(folder) !== 'directory') return [];
  try {
    const names = host.readDirectory(folder).filter(({ name, type }) => name.endsWith('.conf') && type === 'file');
    return names.map(({ name }) => {
      const dropIn = host.join(folder, name);
      return { path: dropIn, text: decode(host.readFile(dropIn)) };
    });
  } catch {
    return [];
  }
}
