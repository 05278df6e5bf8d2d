import { notUtf8 } from '../../syntax/bytes.ts';
import { releaseOf, since } from '../changes.ts';
import { type Located, locatedWord, partOf } from '../located.ts';
import { tooLong } from '../paths/path-fault.ts';
import { type Consequence, faultAt, nameOf, problem, quoted } from '../problem.ts';
import { byteLength, NAME_LIMIT, PATH_LIMIT, resolve } from '../resolve.ts';
import type { ValueContext, ValueProblem } from '../value-type.ts';
import type { Command } from './command-line.ts';

/** The executable of a command, without prefixes. */
export const executableOf = ({ first, prefixes }: Command): Located => partOf(locatedWord(first), prefixes.length);

/** Why systemd cannot take the executable; a shell's command is looked at by the shell. */
export function executableFault(
  command: Command,
  context: ValueContext,
  consequence: Consequence,
): ValueProblem | undefined {
  if (command.prefixes.shell) return undefined;
  const resolved = resolve(executableOf(command), context, { consequence, limit: PATH_LIMIT });
  if (resolved.problem) return resolved.problem;
  const { value } = resolved;
  const common = { rule: 'exec-invalid', consequence } as const;
  if (value.text === '') {
    const what = 'The program after the prefix is missing';
    const remedy = command.prefixes.length > 0 ? 'Write it without a blank between.' : 'Write one.';
    const empty = command.prefixes.length > 0 ? what : 'This command does not name a program';
    return faultAt(command.first, { ...common, what: empty, remedy });
  }
  const fault = nameFault(value, context, consequence);
  return shellPrefix(value, context, fault ? consequence : 'noted') ?? fault;
}

/** `"/usr/bin/env true"`: a command line within one pair of quotes is the path of a program to systemd. */
export function quotedLine(
  { first, rest, prefixes }: Command,
  source: string,
  context: ValueContext,
): ValueProblem | undefined {
  const inner = /^(["'])(\/\S+\s[^"'\\]+)\1$/.exec(source.slice(first.start + prefixes.length, first.end))?.[2];
  if (inner === undefined || rest.length > 0) return undefined;
  const at = { start: first.start + prefixes.length, end: first.end };
  const what = `The quotes make ${quoted(inner)} the path of the program, blanks and all`;
  const message = `${what}. If that program does not exist, ${nameOf(context)} fails; leave the quotes out.`;
  return problem(at, 'value-ineffective', message, { severity: 'info', replacement: inner, isGuess: true });
}

function nameFault(value: Located, context: ValueContext, consequence: Consequence): ValueProblem | undefined {
  const odd = oddCharacter(value.text, context.version);
  if (!odd) return locationFault(value, context, consequence);
  const what = `The name of a program cannot contain ${odd.name}`;
  return faultAt(value.span(odd.index, odd.index + 1), { rule: 'exec-invalid', consequence, what });
}

/** A `|` an older systemd takes for a part of the name. */
function shellPrefix(
  { text, span }: Located,
  { version }: ValueContext,
  consequence: Consequence,
): ValueProblem | undefined {
  if (!text.startsWith('|') || since(version, 'commands are run by a shell with |')) return undefined;
  const what = `The prefix | (run by a shell) exists since systemd ${releaseOf('commands are run by a shell with |')}; ${version} takes it for a part of the program’s name`;
  return faultAt(span(0, 1), { rule: 'value-too-new', consequence, what, remedy: 'Write /bin/sh -c "…" instead.' });
}

function oddCharacter(text: string, version: number): { index: number; name: string } | undefined {
  const strict = since(version, 'no wildcards in programs');
  const match = (strict ? /[\x01-\x1f\x7f\\"'*?[]/ : /[\x01-\x1f\x7f\\"']/).exec(text);
  const bytes = strict ? notUtf8(text) : -1;
  if (!match) return bytes < 0 ? undefined : { index: bytes, name: 'bytes that are not UTF-8' };
  const names: Readonly<Record<string, string>> = { '\\': 'a backslash', '"': 'a quote', "'": 'a quote' };
  const control = match[0] < ' ' || match[0] === '\x7f';
  return { index: match.index, name: control ? 'control characters' : (names[match[0]] ?? `"${match[0]}"`) };
}

function locationFault(path: Located, context: ValueContext, consequence: Consequence): ValueProblem | undefined {
  const { text } = path;
  const common = { rule: 'exec-invalid', consequence } as const;
  const absolute = text.startsWith('/');
  const dots = /(^|\/)\.\.?$/.test(text);
  if (!absolute && text.includes('/') && !text.endsWith('/')) {
    return faultAt(path.span(), {
      ...common,
      what: `${quoted(text)} is neither an absolute path nor a plain name`,
      ...remedyFor(text, context),
    });
  }
  if (text.endsWith('/') || (dots && (!absolute || since(context.version, 'programs are not dot directories')))) {
    return faultAt(path.span(), { ...common, what: `${quoted(text)} is a directory, not a program` });
  }
  const long = isTooLong(text, context.version);
  return long ? faultAt(path.span(), { ...common, what: 'The name of a program cannot be this long' }) : undefined;
}

function isTooLong(text: string, version: number): boolean {
  if (text.startsWith('/')) return tooLong(text, version) !== undefined;
  return byteLength(text) > NAME_LIMIT && since(version, 'paths are checked for their length');
}

function remedyFor(text: string, { manager }: ValueContext): { remedy: string; replacement?: string } {
  const home = /^(?:~|\$HOME|\$\{HOME\})(\/[^"'$~\s]+)$/.exec(text)?.[1];
  if (home !== undefined && manager === 'user')
    return { remedy: `systemd does not expand ~ and variables here. Write %h${home}.`, replacement: `%h${home}` };
  if (text.startsWith('~'))
    return {
      remedy: 'systemd does not expand ~: write the path in full, or %h for the home directory of the manager’s user.',
    };
  if (text.startsWith('$'))
    return { remedy: 'systemd does not expand variables in the path of the program: write it in full.' };
  const name = text.slice(text.lastIndexOf('/') + 1);
  if (/^(usr\/(local\/)?)?s?bin\/[\w.+-]+$/.test(text))
    return { remedy: `Write /${text}, or "${name}" alone to search for it.`, replacement: `/${text}` };
  const odd = /^[-@:+!|]/.test(text) ? ' A prefix can stand there only once, and + not with !.' : '';
  return { remedy: `Write the path from / on${name ? `, or ${quoted(name)} alone to search for it` : ''}.${odd}` };
}
