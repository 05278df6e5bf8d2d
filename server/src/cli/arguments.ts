import { type ParseArgsConfig, parseArgs } from 'node:util';
import { parseUnitName, type UnitName } from '../schema/unit-name.ts';
import { nearest } from '../text/edit-distance.ts';
import { UsageError } from './host.ts';

type Options = Readonly<
  Record<string, NonNullable<ParseArgsConfig['options']>[string] & { readonly otherwise?: string }>
>;

type Read<T extends Options> = ReturnType<typeof parseArgs<{ args: string[]; options: T; allowPositionals: true }>>;

/** Options and operands of a command; throws {@link UsageError} that says what was meant. */
export function readArguments<const T extends Options>(args: readonly string[], options: T): Read<T> {
  const config = { args: args.map(withOtherwise(args, options)), options, allowPositionals: true as const };
  const { tokens } = parseArgs({ ...config, strict: false, tokens: true });
  for (const token of tokens) if (token.kind === 'option') examine(token, options);
  return parseArgs(config);
}

/** An option that may stand alone has its value after `=` only, as that of git's: what follows is something else. */
const withOtherwise =
  (args: readonly string[], options: Options) =>
  (arg: string, at: number): string => {
    const name = arg.slice(2);
    const otherwise = arg.startsWith('--') && Object.hasOwn(options, name) ? options[name]?.otherwise : undefined;
    return otherwise === undefined || args.slice(0, at).includes('--') ? arg : `${arg}=${otherwise}`;
  };

/** A unit as systemctl takes it: by path or name, and a name without a suffix is a service. */
export function readUnitName(text: string): UnitName {
  const base = text.slice(text.lastIndexOf('/') + 1);
  const name = parseUnitName(base) ?? parseUnitName(`${base}.service`);
  if (!name) throw new UsageError(`"${text}" is not the name of a unit`);
  return name;
}

interface Given {
  readonly name: string;
  readonly rawName: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

function examine({ name, rawName, value, inlineValue }: Given, options: Options): void {
  const option = Object.hasOwn(options, name) ? options[name] : undefined;
  if (!option) {
    const meant = rawName.startsWith('--') ? nearest(name, Object.keys(options)) : undefined;
    throw new UsageError(`there is no option ${rawName}${meant === undefined ? '' : `; did you mean --${meant}?`}`);
  }
  if (option.type === 'boolean' && value !== undefined) throw new UsageError(`${rawName} takes no value`);
  if (option.type !== 'string') return;
  if (value === undefined) throw new UsageError(`${rawName} needs a value`);
  // What looks like another option was hardly meant as a value.
  if (!inlineValue && value.startsWith('-') && value !== '-') {
    throw new UsageError(`${rawName} needs a value; write --${name}=${value} if that is one`);
  }
}

/** One of the words an option takes. */
export function wordOf<T extends string>(option: string, value: string, words: readonly T[]): T {
  const found = words.find((word) => word === value);
  if (found !== undefined) return found;
  const meant = nearest(value, words);
  const list = `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
  throw new UsageError(
    `${option} takes ${list}, not "${value}"${meant === undefined ? '' : `; did you mean ${meant}?`}`,
  );
}
