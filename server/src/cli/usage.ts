/** The usage text of a command, taken apart: the man page and the shells' completions are made of it. */
export interface Usage {
  readonly synopsis: readonly string[];
  /** What stands between synopsis and exit status, options left out. */
  readonly paragraphs: readonly string[];
  readonly options: readonly Option[];
  readonly exitStatus: string;
}

export interface Option {
  /** `--format` */
  readonly name: string;
  /** `-q` */
  readonly short?: string;
  /** `text|json`, `DIR`; none for a switch. */
  readonly value?: string;
  readonly description: string;
}

/** `  --format text|json    how to print`; blanks of two or more end the value. */
const OPTION = /^ {2}(?:(?<short>-\w), )?(?<name>--[\w-]+)(?:[ =](?<value>\S+))? {2,}(?<description>\S.*)$/;

export function readUsage(text: string): Usage {
  const [synopsis = '', ...blocks] = text.trimEnd().split('\n\n');
  const options: Option[] = [];
  const paragraphs: string[] = [];
  let exitStatus = '';
  for (const block of blocks) {
    const rest: string[] = [];
    for (const line of block.split('\n')) {
      const option = readOption(line);
      if (option) options.push(option);
      else if (line.startsWith('Exit status: ')) exitStatus = line.slice('Exit status: '.length);
      else rest.push(line);
    }
    if (rest.length > 0) paragraphs.push(rest.join('\n'));
  }
  return { synopsis: synopsis.split('\n'), paragraphs, options, exitStatus };
}

function readOption(line: string): Option | undefined {
  const { name, short, value, description } = OPTION.exec(line)?.groups ?? {};
  if (name === undefined || description === undefined) return undefined;
  return { name, description, ...(short !== undefined && { short }), ...(value !== undefined && { value }) };
}

/** The words an option takes, where the usage names them all. */
export const choicesOf = ({ value }: Option): readonly string[] =>
  value !== undefined && /^[a-z0-9]+(\|[a-z0-9]+)+$/.test(value) ? value.split('|') : [];
