import { readWords, type WordOptions } from '../../syntax/words.ts';
import { codeSpan } from '../../text/markdown.ts';
import { since } from '../changes.ts';
import { type Fields, type Located, locatedText, locatedWord, readFields, wordWithin } from '../located.ts';
import { parseShare } from '../numbers/shares.ts';
import { formatSize, parseSize } from '../numbers/sizes.ts';
import { type Consequence, faultAt, nameOf, quoted, whole } from '../problem.ts';
import { expandReference, PATH_LIMIT, resolve } from '../resolve.ts';
import type { Description, ValueContext, ValueProblem, ValueType } from '../value-type.ts';
import { faultsOf, quotingProblem } from '../word-list.ts';
import { pathFault, tooLong } from './path-fault.ts';
import { activeField } from './path-help.ts';

/** The folders of each sort of data, for the system manager and a user's; systemd.exec(5), "Table 2". */
const roots: Readonly<Record<string, readonly [system: string, user: string, variable: string, kept: string]>> = {
  RuntimeDirectory: [
    '/run',
    '$XDG_RUNTIME_DIR',
    'RUNTIME_DIRECTORY',
    'gone when the unit stops, unless `RuntimeDirectoryPreserve=` keeps it',
  ],
  StateDirectory: ['/var/lib', '$XDG_STATE_HOME', 'STATE_DIRECTORY', 'kept'],
  CacheDirectory: ['/var/cache', '$XDG_CACHE_HOME', 'CACHE_DIRECTORY', 'kept; what is in it can be made again'],
  LogsDirectory: ['/var/log', '$XDG_STATE_HOME/log', 'LOGS_DIRECTORY', 'kept'],
  ConfigurationDirectory: ['/etc', '$XDG_CONFIG_HOME', 'CONFIGURATION_DIRECTORY', 'kept'],
};

/** Until 253 a user's services had no $XDG_STATE_HOME (NEWS of 254). */
const homeOf = (root: string, { version }: ValueContext): string =>
  since(version, 'user managers have a state directory') ? root : root.replace('$XDG_STATE_HOME', '$XDG_CONFIG_HOME');

/** Where the folder lies, who owns it, how long it stays, and how the program learns of it. */
function describeDirectory(text: string, offset: number, context: ValueContext): Description | undefined {
  const root = roots[context.directive.key];
  const word = readWords(text, { unquote: true, retainEscape: true }).words.find(
    ({ start, end }) => start <= offset && offset <= end,
  );
  const [name, link] = word ? readFields(word.text, { cunescape: true }).fields : [];
  if (!root || !word || !name) return undefined;
  const [system, user, variable, kept] = root;
  const above = context.manager === 'user' ? homeOf(user, context) : system;
  const folder = (part: string): string => codeSpan(`${above}/${expandReference(locatedText(part), context) ?? part}`);
  const owner = context.directive.key === 'ConfigurationDirectory' ? 'root' : 'the user of the unit';
  const also = link?.text ? ` ${folder(link.text)} leads to it.` : '';
  const markdown = `${folder(name.text)}, made when the unit starts${context.manager === 'user' ? '' : `, for ${owner}`}; ${kept}. The program finds it in \`$${variable}\`.${also}`;
  return { start: word.start, end: word.end, markdown };
}

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
    const problems = faultsOf(words, (word) => checkDirectory(locatedWord(word), context, consequence));
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

/** StateDirectoryQuota= and its like: `off`, a share of the file system up to 100 %, or a size. Empty resets. */
export const quota: ValueType = {
  parsers: ['config_parse_exec_quota'],
  repeats: 'replaces',
  check(text, context) {
    if (
      text === '' ||
      text === 'off' ||
      typeof parseShare(text, context.version) === 'number' ||
      typeof parseSize(text) === 'bigint'
    )
      return [];
    const what = `${nameOf(context)} takes off, a percentage up to 100% or a size such as 2G, not ${quoted(text)}`;
    return [faultAt(whole(text), { rule: 'value-invalid', consequence: 'ignored', what })];
  },
  complete: (text) => ({
    ...whole(text),
    items: [
      { label: 'off', kind: 'keyword', detail: 'no limit' },
      { label: '10%', kind: 'number', detail: 'of the file system' },
      { label: '1G', kind: 'number' },
    ],
  }),
  describe(text, _offset, context) {
    if (text === 'off') return { ...whole(text), markdown: 'No limit.', manualValue: text };
    if (typeof parseShare(text, context.version) === 'number')
      return { ...whole(text), markdown: `${text} of the file system.` };
    const size = parseSize(text);
    return typeof size === 'bigint' ? { ...whole(text), markdown: `${formatSize(size)}.` } : undefined;
  },
};
