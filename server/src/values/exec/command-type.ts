import type { WordFault } from '../../syntax/words.ts';
import { releaseOf, since } from '../changes.ts';
import { locatedWord } from '../located.ts';
import { type Consequence, faultAt, nameOf } from '../problem.ts';
import { expandReference, resolve } from '../resolve.ts';
import type {
  Candidate,
  Completion,
  Description,
  Reference,
  ValueContext,
  ValueProblem,
  ValueType,
} from '../value-type.ts';
import { wordAround } from '../word-list.ts';
import { type Command, prefixHelp, readCommandLine, readPrefixes } from './command-line.ts';
import { commandSignature } from './exec-signatures.ts';
import { executableFault, executableOf, quotedLine } from './executable.ts';

/** ExecStart= and its like: systemd.service(5), "Command lines". Empty resets. */
export const commandLine: ValueType = {
  parsers: ['config_parse_exec'],
  repeats: 'extends',
  holds: 'command',
  specifiers: 'all',
  check(text, context) {
    const { commands, fault } = readCommandLine(text, context.version);
    const problems: ValueProblem[] = [];
    for (const [index, command] of commands.entries()) {
      // A spread call would end at the engine's limit of arguments.
      for (const remark of remarks(command, text, context)) problems.push(remark);
      const stop = fatalFault(command, text, { context, hasOthers: index > 0 });
      if (stop) return [...problems, stop];
    }
    if (fault) problems.push(unbalanced(fault, text, commands.length > 0 ? 'rest' : 'ignored'));
    return problems;
  },
  complete: completeCommand,
  describe: describeCommand,
  signature: ({ version }) => commandSignature(version),
  references: (text, context) => referencesOfCommands(readCommandLine(text, context.version).commands, context),
};

function unbalanced(fault: WordFault, text: string, consequence: Consequence): ValueProblem {
  const common = { rule: 'quoting', consequence, what: 'This quote is never closed' } as const;
  if (isApostrophe(fault, text)) {
    const replaces = { start: fault.start, end: fault.start + 1 };
    const remedy = "Write \\' for an apostrophe.";
    const title = 'Put a backslash before the apostrophe';
    return { ...faultAt(fault, { ...common, remedy, replacement: "\\'", replaces }), title };
  }
  const remedy = 'Close it, or write \\" or \\\' for a plain one.';
  const end = { start: text.length, end: text.length };
  const closed = faultAt(fault, { ...common, remedy, replacement: text[fault.start]!, replaces: end, isGuess: true });
  return { ...closed, title: 'Close the quote at the end of the line' };
}

/** `it's`, and no other quote behind it. */
const isApostrophe = ({ start }: WordFault, text: string): boolean =>
  /^\p{L}'\p{L}/u.test(text.slice(Math.max(0, start - 1), start + 3)) && !/["']/.test(text.slice(start + 1));

/** What ends the reading of the line. With the prefix `-` systemd drops this command and what follows it. */
function fatalFault(
  command: Command,
  text: string,
  { context, hasOthers }: { readonly context: ValueContext; readonly hasOthers: boolean },
): ValueProblem | undefined {
  const dropped: Consequence = hasOthers ? 'rest' : 'ignored';
  const consequence = command.prefixes.ignoreFailure ? dropped : 'refused';
  const fault = executableFault(command, context, consequence);
  if (fault && fault.severity !== 'info') return fault;
  for (const word of command.rest) {
    const { problem } = resolve(locatedWord(word), context, { consequence });
    if (problem) return problem;
  }
  if (command.fault) return unbalanced(command.fault, text, consequence);
  if (!command.prefixes.ownName || command.prefixes.shell || command.rest.length > 0) return undefined;
  const what = 'After "@" and the program comes the name to run it under, which is missing';
  const remedy = 'Write the name after the program, or drop the "@".';
  return faultAt(command, { rule: 'exec-invalid', consequence, what, remedy });
}

/** What systemd says of a command that it takes, and what an older one makes of it in silence. */
function remarks(command: Command, text: string, context: ValueContext): ValueProblem[] {
  const problems = command.oddEscapes.map((fault) => oddEscape(fault, context));
  const mark = command.prefixes.doubleMark;
  if (mark !== undefined && since(context.version, '!! means nothing')) {
    const at = locatedWord(command.first).span(mark - 1, mark + 1);
    const what = 'The prefix !! has no effect since systemd 258';
    problems.push(
      faultAt(at, { rule: 'value-obsolete', consequence: 'noted', what, remedy: 'Remove it.', replacement: '' }),
    );
  }
  const line = quotedLine(command, text, context);
  if (line) problems.push(line);
  const fault = executableFault(command, context, 'refused');
  return fault?.severity === 'info' ? [...problems, fault] : problems;
}

function oddEscape(fault: WordFault, context: ValueContext): ValueProblem {
  const what = `Unknown escape in ${nameOf(context)}, so the backslash stays in the text`;
  const remedy = 'Write \\\\ for a backslash.';
  const at = { start: fault.start, end: fault.start + 1 };
  return faultAt({ ...at, end: fault.end }, { rule: 'escape-unknown', consequence: 'kept', what, remedy });
}

/** Programs, and arguments that are absolute paths. */
function referencesOfCommands(commands: readonly Command[], context: ValueContext): Reference[] {
  return commands.flatMap((command) => {
    const program = executableOf(command);
    const path = command.prefixes.shell ? undefined : expandReference(program, context);
    const own: Reference[] = path ? [{ ...program.span(), type: 'executable', target: path }] : [];
    const files = command.rest.flatMap((word) => {
      const target = word.text.startsWith('/') ? expandReference(locatedWord(word), context) : undefined;
      return target ? [{ start: word.start, end: word.end, type: 'path' as const, target }] : [];
    });
    return [...own, ...files];
  });
}

/** Prefixes and programs for the first word of a command, files for the others. */
function completeCommand(text: string, offset: number, context: ValueContext): Completion {
  const at = wordAround(text, offset);
  const { commands } = readCommandLine(text, context.version);
  const inFirst =
    commands.every(({ first }) => offset <= first.start) ||
    commands.some(({ first }) => first.start <= offset && offset <= first.end);
  if (!inFirst) {
    const variable = /\$\{?\w*$/.test(text.slice(at.start, offset));
    return { ...at, items: [], sources: [{ type: variable ? 'environment-variable' : 'path' }, { type: 'specifier' }] };
  }
  const start = at.start + readPrefixes(text.slice(at.start, offset), context.version).length;
  const marks = Object.entries(prefixHelp).filter(
    ([mark]) => mark !== '|' || since(context.version, 'commands are run by a shell with |'),
  );
  const items = marks.map(([label, detail]): Candidate => ({ label, kind: 'prefix', detail }));
  return {
    start,
    end: at.end,
    items: start === offset ? items : [],
    sources: [{ type: 'path', only: 'executable' }, { type: 'specifier' }],
  };
}

/** Each mark once; two exclamation marks are one of their own, wherever they stand. */
function marksOf(text: string, isDouble: boolean): string[] {
  const marks = [...new Set(text)];
  return isDouble ? marks.map((mark) => (mark === '!' ? '!!' : mark)) : marks;
}

function helpOf(mark: string, version: number): string | undefined {
  if (mark !== '!!') return prefixHelp[mark];
  return since(version, '!! means nothing')
    ? `has no effect since systemd ${releaseOf('!! means nothing')}`
    : 'is like `!`, but only on systems without ambient capabilities; elsewhere it has no effect';
}

/** What the prefixes in front of a program mean. */
function describeCommand(text: string, offset: number, context: ValueContext): Description | undefined {
  for (const { first, prefixes } of readCommandLine(text, context.version).commands) {
    const at = locatedWord(first).span(0, prefixes.length);
    if (prefixes.length === 0 || offset < at.start || offset > at.end) continue;
    const marks = marksOf(first.text.slice(0, prefixes.length), prefixes.doubleMark !== undefined);
    const lines = marks.map((mark) => `\`${mark}\` ${helpOf(mark, context.version)}`);
    return { ...at, markdown: lines.join('  \n') };
  }
  return undefined;
}
