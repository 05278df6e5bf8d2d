import { type Consequence, faultAt, quoted } from '../consequence.ts';
import { type Located, partOf } from '../located.ts';
import { nameOf } from '../problem.ts';
import { PATH_LIMIT, resolve } from '../resolve.ts';
import type { ValueContext, ValueProblem, ValueType } from '../value-type.ts';
import { quotingProblem } from '../word-list.ts';
import { type Bind, readBinds } from './bind-fields.ts';
import { pathFault } from './path-fault.ts';
import { activeField, completePath, pathReferences } from './path-help.ts';

/** BindPaths= and BindReadOnlyPaths=: `[-]source[:destination[:options]]`. */
export const bindPaths: ValueType = {
  parsers: ['config_parse_bind_paths'],
  repeats: 'extends',
  specifiers: 'all',
  check(text, context) {
    const { binds, fault } = readBinds(text, context.version);
    const consequence = binds.length > 1 ? 'entry' : 'ignored';
    const problems = binds.flatMap((bind) => checkBind(bind, context, consequence) ?? []);
    return fault ? [...problems, quotingProblem(fault, context, binds.length > 0)] : problems;
  },
  references: (text, context) =>
    pathReferences(
      readBinds(text, context.version).binds.map((bind) => sourceOf(bind)),
      context,
    ),
  complete: (text, offset) => completePath(text, offset, { separators: ' \t:' }),
  signature: () => ({
    label: '[-]source[:destination[:options]] …',
    parameters: [
      { label: 'source', documentation: 'A path of the host; "-" in front of it: skip it when it is not there.' },
      { label: 'destination', documentation: 'Where the service sees it; the same path when not given.' },
      { label: 'options', documentation: 'rbind (with what is mounted below, the default) or norbind.' },
    ],
    active: activeField,
  }),
};

const sourceOf = ({ source }: Bind): Located => partOf(source, source.text.startsWith('-') ? 1 : 0);

function checkBind(bind: Bind, context: ValueContext, consequence: Consequence): ValueProblem | undefined {
  const { destination, options, extra } = bind;
  if (extra) {
    const what = `${nameOf(context)} takes three parts at most`;
    return faultAt(extra.span(), { rule: 'value-invalid', consequence, what });
  }
  return (
    checkPart(sourceOf(bind), context, consequence, 'The source') ??
    (destination && checkPart(destination, context, consequence, 'The destination')) ??
    (options && checkOptions(options, consequence))
  );
}

function checkPart(
  path: Located,
  context: ValueContext,
  consequence: Consequence,
  part: string,
): ValueProblem | undefined {
  const resolved = resolve(path, context, { consequence, limit: PATH_LIMIT });
  return resolved.problem ?? pathFault(resolved.value, context, { consequence, part });
}

function checkOptions(options: Located, consequence: Consequence): ValueProblem | undefined {
  if (/^(no|)rbind$|^$/.test(options.text)) return undefined;
  const what = `The third part may be rbind or norbind, not ${quoted(options.text)}`;
  return faultAt(options.span(), { rule: 'value-invalid', consequence, what });
}
