import { releaseOf, since } from '../changes.ts';
import { locatedWord } from '../located.ts';
import { expandReference } from '../resolve.ts';
import type { Candidate, Completion, Description, Reference, ValueContext } from '../value-type.ts';
import { wordAround } from '../word-list.ts';
import { type Command, readCommandLine } from './command-line.ts';
import { executableOf } from './executable.ts';
import { prefixHelp, readPrefixes } from './prefixes.ts';

/** Programs, and arguments that are absolute paths. */
export function referencesOfCommands(commands: readonly Command[], context: ValueContext): Reference[] {
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
export function completeCommand(text: string, offset: number, context: ValueContext): Completion {
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
export function describeCommand(text: string, offset: number, context: ValueContext): Description | undefined {
  for (const { first, prefixes } of readCommandLine(text, context.version).commands) {
    const at = locatedWord(first).span(0, prefixes.length);
    if (prefixes.length === 0 || offset < at.start || offset > at.end) continue;
    const marks = marksOf(first.text.slice(0, prefixes.length), prefixes.doubleMark !== undefined);
    const lines = marks.map((mark) => `\`${mark}\` ${helpOf(mark, context.version)}`);
    return { ...at, markdown: lines.join('  \n') };
  }
  return undefined;
}
