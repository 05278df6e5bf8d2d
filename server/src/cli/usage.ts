/**
 * What a command takes and what it says of that, in one table: its arguments are read by it, and its usage text, its part of
 * the man page and the shells' completions are made of it.
 */
export interface Help {
  /** What stands after the name of the command, a line for each way to use it. */
  readonly synopsis: readonly string[];
  /** Paragraphs, with a blank line between them. Indented lines are examples, and stay as they are. */
  readonly about: string;
  readonly options: OptionTable;
  /** What is said below the options. */
  readonly after?: string;
  readonly exitStatus?: string;
}

/** By the name of an option, without `--`. */
export type OptionTable = Readonly<Record<string, OptionRow>>;

/** What `parseArgs` of Node reads, and what people read. */
export interface OptionRow {
  readonly type: 'string' | 'boolean';
  readonly short?: string;
  readonly multiple?: boolean;
  readonly default?: string | boolean;
  /** What follows it: `text|json`, `DIR`; a switch has none. */
  readonly value?: string;
  /** Its value where it stands alone; another one follows `=`. */
  readonly otherwise?: string;
  readonly about: string;
}

export interface Option {
  /** `--format` */
  readonly name: string;
  /** `-q` */
  readonly short: string | undefined;
  /** `text|json`, `DIR`; none for a switch. */
  readonly value: string | undefined;
  /** Whether it may stand alone. */
  readonly isAlone: boolean;
  readonly about: string;
}

export const optionsOf = ({ options }: Pick<Help, 'options'>): Option[] =>
  Object.entries(options).map(([name, { short, value, otherwise, about }]) => ({
    name: `--${name}`,
    short: short === undefined ? undefined : `-${short}`,
    value,
    isAlone: value === undefined || otherwise !== undefined,
    about,
  }));

/** What follows the name of an option: ` DIR`, `[=REF]`. */
export const takenBy = ({ value, isAlone }: Pick<Option, 'value' | 'isAlone'>): string =>
  value === undefined ? '' : isAlone ? `[=${value}]` : ` ${value}`;

/** The words an option takes, where the table names them all. */
export const choicesOf = ({ value }: Pick<Option, 'value'>): readonly string[] =>
  value !== undefined && /^[a-z0-9]+(\|[a-z0-9]+)+$/.test(value) ? value.split('|') : [];

/** Each way to use a command, as one types it. */
export const synopsisOf = (name: string, { synopsis }: Pick<Help, 'synopsis'>): string[] =>
  synopsis.map((rest) => `systemd-units ${name} ${rest}`.trimEnd());

const WIDTH = 120;
/** What describes an option begins no further to the right, or on a line of its own. */
const MOST_FLAGS = 50;

/** What `--help` prints. */
export function usageText(name: string, help: Help): string {
  const { about, after, exitStatus } = help;
  const options = optionLines(optionsOf(help));
  const status = exitStatus === undefined ? [] : wrapped(`Exit status: ${exitStatus}.`, WIDTH);
  const end = [...(after === undefined ? [] : [after]), ...status].join('\n');
  const blocks = [synopsisOf(name, help).join('\n'), about, options, end];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function optionLines(options: readonly Option[]): string {
  const flags = options.map((option) => {
    const { name, short } = option;
    return `  ${short === undefined ? name : `${short}, ${name}`}${takenBy(option)}`;
  });
  const indent = Math.max(0, ...flags.map(({ length }) => length).filter((length) => length <= MOST_FLAGS)) + 3;
  return options
    .map(({ about }, i) => {
      const lines = wrapped(about, WIDTH - indent);
      const first = flags[i]!.length < indent ? flags[i]!.padEnd(indent) + lines.shift()! : flags[i]!;
      return [first, ...lines.map((line) => ' '.repeat(indent) + line)].join('\n');
    })
    .join('\n');
}

function wrapped(text: string, width: number): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1)!;
    if (line === '') lines[lines.length - 1] = word;
    else if (line.length + 1 + word.length <= width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}
