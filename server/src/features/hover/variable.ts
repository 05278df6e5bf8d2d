import type { Environment } from '../environment.ts';
import { withManual } from './manual.ts';
import type { Described, ValuePlace } from './place.ts';

/** Directives whose value holds names of variables without `$`. */
const NAMING = new Set(['Environment', 'PassEnvironment', 'UnsetEnvironment']);

/** `$MAINPID` and `${MAINPID}` in a command, `PATH=` in an environment. */
export function describeVariable({ text, offset, context, environment }: ValuePlace): Described | undefined {
  const { key, parser } = context.directive;
  if (parser === 'config_parse_exec') return inCommand(text, offset, environment);
  if (!NAMING.has(key)) return undefined;
  for (const { index: start, 1: name = '' } of text.matchAll(/(?<![\w=/.:-])([A-Za-z_]\w*)(?=[=\s"']|$)/g)) {
    const end = start + name.length;
    if (offset < start || offset > end) continue;
    const markdown = variableMarkdown(name, environment);
    return markdown === undefined ? undefined : { start, end, markdown };
  }
  return undefined;
}

function inCommand(text: string, offset: number, environment: Environment): Described | undefined {
  for (const { index: start, 0: match, 1: braced, 2: bare } of text.matchAll(/\$\$|\$\{(\w+)\}|\$(\w+)/g)) {
    const end = start + match.length;
    if (offset < start || offset > end) continue;
    if (match === '$$') return { start, end, markdown: '`$$`: a single dollar sign.' };
    const name = braced ?? bare ?? '';
    const split = braced
      ? `\`\${${name}}\` becomes the variable’s value, as part of one argument.`
      : `\`$${name}\` as a word of its own becomes the variable’s value, split at blanks into arguments.`;
    const manual = environment.manual?.environmentVariable(name);
    return { start, end, markdown: withManual(split, manual, environment) };
  }
  return undefined;
}

/** A variable that systemd sets, in the manual's words. */
export function variableMarkdown(name: string, environment: Environment): string | undefined {
  const manual = environment.manual?.environmentVariable(name);
  return manual && withManual(`**$${name}** · set by systemd`, manual, environment);
}
