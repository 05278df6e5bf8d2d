/** The properties of one unit; a list property has one string per line printed. */
export type Properties = ReadonlyMap<string, readonly string[]>;

/** Reads what `systemctl show` prints: `NAME=VALUE` lines, an empty line between units. */
export function parseShow(output: string): Properties[] {
  return output
    .split(/\n\n+/)
    .filter((block) => block.trim() !== '')
    .map(parseBlock);
}

/** A command with its last run, as `systemctl show` prints it. */
export interface ShownCommand {
  readonly path: string;
  /** The words joined by blanks; nothing is quoted. */
  readonly argv: string;
  readonly ignoresErrors: boolean;
  /** `exited`, `killed`, `dumped`; `(null)` before the first run has ended. */
  readonly code: string;
  /** Exit status or signal. */
  readonly status: number;
}

const PATH = '{ path=';
const ARGV = ' ; argv[]=';
const IGNORES = ' ; ignore_errors=';

/** Reads `{ path=/bin/a ; argv[]=/bin/a b ; ignore_errors=no ; … ; code=exited ; status=1/FAILURE }`; words may hold ` ; `. */
export function parseCommand(value: string): ShownCommand | undefined {
  const argvAt = value.indexOf(ARGV);
  const endAt = value.lastIndexOf(IGNORES);
  if (!value.startsWith(PATH) || argvAt === -1 || endAt < argvAt) return undefined;
  const [ignores = '', ...rest] = value.slice(endAt + IGNORES.length).split(' ; ');
  const fields = new Map(
    rest.map((field) => [field.slice(0, field.indexOf('=')), field.slice(field.indexOf('=') + 1)]),
  );
  return {
    path: value.slice(PATH.length, argvAt),
    argv: value.slice(argvAt + ARGV.length, endAt),
    ignoresErrors: ignores === 'yes',
    code: fields.get('code') ?? '',
    status: Number.parseInt(fields.get('status') ?? '', 10),
  };
}

function parseBlock(block: string): Properties {
  const properties = new Map<string, string[]>();
  for (const line of block.split('\n')) {
    const equals = line.indexOf('=');
    if (equals <= 0) continue;
    const name = line.slice(0, equals);
    const values = properties.get(name);
    if (values) values.push(line.slice(equals + 1));
    else properties.set(name, [line.slice(equals + 1)]);
  }
  return properties;
}
