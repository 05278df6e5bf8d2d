import { readWords, type WordOptions } from '../../syntax/words.ts';
import { since } from '../changes.ts';
import { type Consequence, faultAt, quoted } from '../consequence.ts';
import { type Fields, readFields } from '../fields.ts';
import { type Located, locatedWord, wordWithin } from '../located.ts';
import { nameOf } from '../problem.ts';
import { PATH_LIMIT, resolve } from '../resolve.ts';
import type { ValueContext, ValueProblem, ValueType } from '../value-type.ts';
import { quotingProblem } from '../word-list.ts';
import { describeDirectory } from './directory-help.ts';
import { pathFault, tooLong } from './path-fault.ts';
import { activeField } from './path-help.ts';

const WORDS: WordOptions = { unquote: true, retainEscape: true };
const FIELDS: WordOptions = { cunescape: true, unescapeSeparators: true };

/** RuntimeDirectory=, StateDirectory= …: names relative to the root systemd.exec(5) gives, `name[:symlink[:ro]]`. */
export const directories: ValueType = {
  parsers: ['config_parse_exec_directories'],
  repeats: 'extends',
  form: 'names of folders',
  specifiers: 'all',
  check(text, context) {
    const { words, fault } = readWords(text, WORDS);
    const consequence = words.length > 1 ? 'entry' : 'ignored';
    const problems = words.flatMap((word) => checkDirectory(locatedWord(word), context, consequence) ?? []);
    return fault ? [...problems, quotingProblem(fault, context, words.length > 0)] : problems;
  },
  describe: describeDirectory,
  signature: ({ directive }) => ({
    label: directive.key === 'ConfigurationDirectory' ? 'name …' : 'name[:symlink[:ro]] …',
    parameters: [
      { label: 'name', documentation: 'A directory below the root for this kind of data; created with the unit.' },
      { label: 'symlink', documentation: 'Another name that shall point to it.' },
      { label: 'ro', documentation: 'Makes it read-only for the service.' },
    ].slice(0, directive.key === 'ConfigurationDirectory' ? 1 : undefined),
    active: activeField,
  }),
};

function checkDirectory(entry: Located, context: ValueContext, consequence: Consequence): ValueProblem | undefined {
  if (!since(context.version, 'directories have symlinks')) {
    // The mount units it might lie on cannot have such names.
    const what = 'No unit can be named after a path as long as this';
    const long =
      tooLong(entry.text) && faultAt(entry.span(), { rule: 'path-invalid', consequence: 'unloadable', what });
    return checkName(entry, context, consequence) ?? long;
  }
  // Before there was a third field, neighbouring colons counted as one and the rest was not looked at.
  const withFlags = since(context.version, 'directories have flags');
  const { fields, fault } = withFlags ? readFields(entry.text, FIELDS) : joinedFields(entry.text, context.version);
  if (fault) return quotingProblem({ ...fault, ...entry.span(fault.start, fault.end) }, context);
  const [source, link, flags] = fields.map((field) => wordWithin(entry, field));
  if (!source) {
    return faultAt(entry.span(), { rule: 'path-invalid', consequence, what: `${nameOf(context)} names an empty path` });
  }
  return (
    checkName(source, context, consequence) ??
    (link && checkLink(entry, link, context, consequence)) ??
    (withFlags && flags ? checkFlags(flags, context, consequence) : undefined)
  );
}

function joinedFields(text: string, version: number): Fields {
  const { words, fault } = readWords(text, { ...FIELDS, separators: ':', version });
  return { fields: words, ...(fault && { fault }) };
}

function checkName(name: Located, context: ValueContext, consequence: Consequence): ValueProblem | undefined {
  const resolved = resolve(name, context, { consequence, limit: PATH_LIMIT });
  if (resolved.problem) return resolved.problem;
  const fault = pathFault(resolved.value, context, { consequence, relative: true });
  if (fault) return fault;
  if (!/^(\.?\/)*private(\/|$)/.test(resolved.value.text)) return undefined;
  return faultAt(name.span(), {
    rule: 'path-invalid',
    consequence,
    what: `${nameOf(context)} cannot create a directory "private": systemd keeps those of DynamicUser= there`,
  });
}

function checkLink(
  entry: Located,
  link: Located,
  context: ValueContext,
  consequence: Consequence,
): ValueProblem | undefined {
  if (link.text === '') return undefined;
  if (context.directive.key === 'ConfigurationDirectory') {
    const what = 'ConfigurationDirectory= does not support a second name after a colon';
    return faultAt(entry.span(), { rule: 'value-invalid', consequence, what });
  }
  const resolved = resolve(link, context, { consequence, limit: PATH_LIMIT });
  return resolved.problem ?? pathFault(resolved.value, context, { consequence, relative: true });
}

function checkFlags(flags: Located, context: ValueContext, consequence: Consequence): ValueProblem | undefined {
  if (flags.text === '' || flags.text === 'ro') return undefined;
  const what = `The third part of ${nameOf(context)} may only be "ro", not ${quoted(flags.text)}`;
  return faultAt(flags.span(), { rule: 'value-invalid', consequence, what });
}
