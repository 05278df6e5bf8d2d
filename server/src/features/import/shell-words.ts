import { parse } from 'shell-quote';
import { ImportError, type Remark } from './imported.ts';

/** A command as a shell would run it. */
export interface ShellCommand {
  readonly words: readonly string[];
  /** 1-based line of the source it begins in. */
  readonly line: number;
}

/** What a shell puts in that systemd can put in as well; systemd.unit(5), "Specifiers". */
const VARIABLES: Readonly<Record<string, string>> = {
  HOME: 'h',
  USER: 'u',
  LOGNAME: 'u',
  UID: 'U',
  GID: 'G',
  HOSTNAME: 'H',
  XDG_RUNTIME_DIR: 't',
};

const COMMANDS: readonly (readonly [pattern: RegExp, specifier: string])[] = [
  [/\$\((?:id -un|whoami)\)|`(?:id -un|whoami)`/g, 'u'],
  [/\$\(id -u\)|`id -u`/g, 'U'],
  [/\$\(id -g\)|`id -g`/g, 'G'],
  [/\$\(hostname\)|`hostname`/g, 'H'],
  [/(?<=^|[\s=])~(?=\/)/g, 'h'],
];

/** Stands for the percent sign of a specifier until percent signs of the text have been doubled. */
export const MARK = '\ue000';

/** The percent signs of specifiers in a value whose own percent signs have been doubled. */
export const withSpecifiers = (text: string): string => text.replaceAll(MARK, '%');

/** Where the command was typed. */
const FOLDER = /\$\(pwd\)|`pwd`|\$\{PWD\}|\$PWD\b/g;

/**
 * The commands of a text, word by word as a POSIX shell splits them. Variables that systemd has a specifier for become
 * that (after {@link MARK}); others stay as they are, with a remark.
 */
export function shellCommands(text: string): { commands: readonly ShellCommand[]; remarks: readonly Remark[] } {
  const remarks: Remark[] = [];
  const commands: ShellCommand[] = [];
  for (const { source, line } of logicalLines(text)) {
    const remark = (message: string): void => {
      if (!remarks.some((known) => known.line === line && known.message === message)) remarks.push({ line, message });
    };
    commands.push(...commandsOf(source, line, remark));
  }
  return { commands, remarks };
}

function commandsOf(source: string, line: number, remark: (message: string) => void): ShellCommand[] {
  let prepared = COMMANDS.reduce((done, [pattern, letter]) => done.replace(pattern, `${MARK}${letter}`), source);
  if (FOLDER.test(prepared)) {
    remark(
      'The folder the command was typed in became ".", which Quadlet takes for the folder of its own file. Write the absolute path.',
    );
    prepared = prepared.replace(FOLDER, '.');
  }
  const commands: { words: string[]; line: number }[] = [{ words: [], line }];
  for (const part of parsed(prepared, line, remark)) {
    if (typeof part === 'string') commands.at(-1)!.words.push(part);
    else if ('comment' in part) break;
    else if (!('op' in part)) continue;
    else if ('pattern' in part) commands.at(-1)!.words.push(part.pattern);
    else if (/^(?:&&|;|\|\||&)$/.test(part.op)) commands.push({ words: [], line });
    else throw new ImportError(`"${part.op}" is for a shell; a unit has no counterpart.`, line);
  }
  return commands.filter(({ words }) => words.length > 0);
}

function parsed(source: string, line: number, remark: (message: string) => void): ReturnType<typeof parse> {
  const variable = (name: string): string => {
    const letter = Object.hasOwn(VARIABLES, name) ? VARIABLES[name] : undefined;
    if (letter !== undefined) return `${MARK}${letter}`;
    remark(`$${name} is a variable of the shell, which systemd does not have. Write its value.`);
    return `$${name}`;
  };
  try {
    return parse(source, variable);
  } catch (error) {
    throw new ImportError(`The shell syntax is not understood: ${(error as Error).message}.`, line);
  }
}

/** Lines that end in a backslash go on in the next; so do lines within quotes. */
function* logicalLines(text: string): Generator<{ source: string; line: number }> {
  let held = '';
  let from = 1;
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    if (held === '') from = index + 1;
    held += raw;
    if (/(?:^|[^\\])(?:\\\\)*\\$/.test(held)) held = `${held.slice(0, -1)} `;
    else if (isOpen(held)) held += '\n';
    else {
      if (held.trim() !== '' && !held.trimStart().startsWith('#'))
        yield { source: held.replace(/^\s*[$#]\s+/, ''), line: from };
      held = '';
    }
  }
  if (held.trim() !== '') yield { source: held, line: from };
}

/** Whether a quote is still open at the end. */
function isOpen(text: string): boolean {
  let quote = '';
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!;
    if (char === '\\' && quote !== "'") at++;
    else if (quote === '' && (char === '"' || char === "'")) quote = char;
    else if (char === quote) quote = '';
    else if (char === '#' && quote === '' && (at === 0 || /\s/.test(text[at - 1]!))) return false;
  }
  return quote !== '';
}
