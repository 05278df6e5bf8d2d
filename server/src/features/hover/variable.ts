import { readWords } from '../../syntax/words.ts';
import { codeSpan } from '../../text/markdown.ts';
import { type Command, readCommandLine } from '../../values/exec/command-line.ts';
import { traitsOf } from '../../values/traits.ts';
import { assignedVariables } from '../completion/variables.ts';
import type { Environment } from '../environment.ts';
import { withManual } from '../manual-text.ts';
import type { Described, ValuePlace } from './hover-place.ts';

/** What directives do with the names of variables in their value. */
const NAMING: Readonly<Record<string, string>> = {
  Environment: 'set by this unit',
  PassEnvironment: 'passed on from the service manager, where it has it',
  UnsetEnvironment: 'taken out of the environment, whoever set it',
};

/** `$MAINPID` and `${MAINPID}` in a command, `PATH=` in an environment. */
export function describeVariable(place: ValuePlace): Described | undefined {
  const { text, offset, context, environment } = place;
  const { key } = context.directive;
  if (traitsOf(context.directive)?.holds === 'command') return inCommand(place);
  if (!Object.hasOwn(NAMING, key)) return undefined;
  const { words } = readWords(text, { unquote: true, cunescape: true });
  const word = words.find(({ start, end }) => start <= offset && offset <= end);
  const [, name = '', value] = /^([A-Za-z_]\w*)(?:=(.*))?$/s.exec(word?.text ?? '') ?? [];
  if (!word || name === '') return undefined;
  const to = value === undefined ? '' : value === '' ? ' to nothing' : ` to ${codeSpan(value)}`;
  const own = `\`$${name}\`: ${NAMING[key]}${to}.`;
  const { start, end } = word;
  const manual = environment.manual?.environmentVariable(name);
  return { start, end, markdown: withManual(own, manual, environment), isBare: !manual };
}

function inCommand({ text, offset, context, document, environment }: ValuePlace): Described | undefined {
  for (const { index: start, 0: match, 1: braced, 2: bare } of text.matchAll(/\$\$|\$\{(\w+)\}|\$(\w+)/g)) {
    const end = start + match.length;
    if (offset < start || offset > end) continue;
    const { commands } = readCommandLine(text, context.version);
    const command = commands.find((each) => each.start <= start && start < each.end);
    const literal = command && staysAsItIs(match, start, command);
    if (literal) return { start, end, markdown: `\`${match}\` stays as it is: ${literal}.` };
    if (match === '$$') return { start, end, markdown: '`$$`: a single dollar sign.' };
    const name = braced ?? bare ?? '';
    const split = braced
      ? `\`\${${name}}\` becomes the variable’s value, as part of one argument.`
      : `\`$${name}\` as a word of its own becomes the variable’s value, split at blanks into arguments.`;
    const value = assignedVariables(document).get(name);
    const set = value === undefined ? '' : ` Set in this file: ${value === '' ? 'to nothing' : codeSpan(value)}.`;
    const manual = environment.manual?.environmentVariable(name);
    return { start, end, markdown: withManual(`${split}${set}`, manual, environment) };
  }
  return undefined;
}

/** Why nothing is replaced there; systemd.service(5), "Command lines". */
function staysAsItIs(match: string, at: number, { first, rest, prefixes }: Command): string | undefined {
  if (first.text.slice(0, prefixes.length).includes(':')) return '`:` stands in front of the program';
  if (prefixes.shell || match === '$$') return undefined;
  if (at < first.end) return 'variables are not replaced in the name of the program';
  const word = rest.find(({ start, end }) => start <= at && at < end);
  if (match.startsWith('${') || word?.text.startsWith('$')) return undefined;
  return `within a word only \`\${${match.slice(1)}}\` is replaced`;
}

/** A variable that systemd sets, in the manual's words. */
export function variableMarkdown(name: string, environment: Environment): string | undefined {
  const manual = environment.manual?.environmentVariable(name);
  return manual && withManual(`**$${name}** · set by systemd`, manual, environment);
}
