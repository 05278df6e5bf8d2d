import { nearest } from '../../text/edit-distance.ts';
import { releaseOf, since } from '../changes.ts';
import { type Located, locatedText, partOf } from '../located.ts';
import { pathFault } from '../paths/path-fault.ts';
import { completePath, pathReferences } from '../paths/path-help.ts';
import { emptyProblem, faultAt, listWords, nameOf, quoted, whole } from '../problem.ts';
import { byteLength, NAME_LIMIT, PATH_LIMIT, resolve } from '../resolve.ts';
import type { Description, Signature, ValueContext, ValueProblem, ValueType } from '../value-type.ts';

interface StreamForm {
  readonly parser: string;
  /** Words that stand alone. */
  readonly words: readonly string[];
  /** Since when, of those that are not as old as all others. */
  readonly from?: Readonly<Record<string, number>>;
  /** Words before a colon and a path. */
  readonly files: readonly string[];
  /** Words systemd reads as others. */
  readonly obsolete?: Readonly<Record<string, string>>;
}

const OUTPUTS: StreamForm = {
  parser: 'config_parse_exec_output',
  words: [
    'inherit',
    'null',
    'tty',
    'journal',
    'kmsg',
    'journal+console',
    'kmsg+console',
    'socket',
    'fd',
    'file',
    'append',
    'truncate',
  ],
  files: ['file', 'append', 'truncate'],
  from: { append: 240, truncate: releaseOf('output truncates files') },
  obsolete: { syslog: 'journal', 'syslog+console': 'journal+console' },
};

const INPUTS: StreamForm = {
  parser: 'config_parse_exec_input',
  words: ['null', 'tty', 'tty-force', 'tty-fail', 'data', 'socket', 'fd', 'file'],
  files: ['file'],
};

function stream(form: StreamForm): ValueType {
  const fileOf = (text: string): Located | undefined => {
    const colon = text.indexOf(':');
    return colon > 0 && form.files.includes(text.slice(0, colon)) ? partOf(locatedText(text), colon + 1) : undefined;
  };
  return {
    parsers: [form.parser],
    repeats: 'replaces',
    specifiers: 'all',
    check(text, context) {
      if (text === '') return [emptyProblem(context, listWords(form.words.slice(0, 4)))];
      const tooNew = newWord(text, form, context);
      if (tooNew) return [tooNew];
      const file = fileOf(text);
      const problem = file
        ? checkFile(file, context)
        : text.startsWith('fd:')
          ? checkName(partOf(locatedText(text), 3), context)
          : checkWord(text, form, context);
      return problem ? [problem] : [];
    },
    references(text, context) {
      const file = fileOf(text);
      return file ? pathReferences([file], context) : [];
    },
    complete(text, offset) {
      if (fileOf(text.slice(0, offset))) return completePath(text, offset, { separators: ':' });
      const plain = form.words.filter((word) => !form.files.includes(word));
      const items = [...plain, ...form.files.map((word) => `${word}:`), 'fd:'];
      return {
        start: 0,
        end: text.length,
        items: items.map((label) => ({ label, kind: 'keyword' as const, detail: streamWord(label) })),
      };
    },
    signature: () => streamSignature(form.files),
    describe(text, _offset, { directive }) {
      const modern = form.obsolete?.[text];
      const markdown = modern && `**${text}**: an old word for \`${modern}\`, ${streamWord(modern)}.`;
      return markdown ? { ...whole(text), markdown, manualValue: modern } : describeStream(text, directive.key);
    },
  };
}

/** A word of a newer systemd, which this one takes for none of its own. */
function newWord(
  text: string,
  { from = {} }: StreamForm,
  { version, directive }: ValueContext,
): ValueProblem | undefined {
  const [word = ''] = text.split(':', 1);
  const first = Object.hasOwn(from, word) ? from[word]! : 0;
  if (first <= version) return undefined;
  const what = `${directive.key}=${word} exists since systemd ${first}; the target is ${version}`;
  return faultAt({ start: 0, end: text.length }, { rule: 'value-too-new', consequence: 'ignored', what });
}

function checkFile(file: Located, context: ValueContext): ValueProblem | undefined {
  const resolved = resolve(file, context, { consequence: 'ignored', limit: PATH_LIMIT });
  return resolved.problem ?? pathFault(resolved.value, context, { consequence: 'ignored' });
}

/** Descriptor names: `fdname_is_valid()`, src/basic/fd-util.c. */
function checkName(name: Located, context: ValueContext): ValueProblem | undefined {
  const resolved = resolve(name, context, { consequence: 'ignored', limit: NAME_LIMIT });
  if (resolved.problem) return resolved.problem;
  const { text } = resolved.value;
  if (/^[\x20-\x39\x3b-\x7e]*$/.test(text) && byteLength(text) <= 255) return undefined;
  const what = `${quoted(text)} is not a valid name for a descriptor: it takes printable ASCII without a colon`;
  return faultAt(name.span(), { rule: 'value-invalid', consequence: 'ignored', what });
}

function checkWord(text: string, form: StreamForm, context: ValueContext): ValueProblem | undefined {
  if (form.words.includes(text)) return undefined;
  const at = { start: 0, end: text.length };
  const modern = form.obsolete?.[text];
  if (modern && !since(context.version, 'syslog output is the journal')) return undefined;
  if (modern) {
    const what = `${quoted(text)} is obsolete and read as "${modern}"`;
    return faultAt(at, { rule: 'value-obsolete', consequence: 'noted', what, replacement: modern });
  }
  const what = `Unknown value ${quoted(text)} for ${nameOf(context)}`;
  if (text === '/dev/null')
    return faultAt(at, {
      rule: 'value-invalid',
      consequence: 'ignored',
      what,
      remedy: 'Write null.',
      replacement: 'null',
    });
  if (text.startsWith('/'))
    return faultAt(at, {
      rule: 'value-invalid',
      consequence: 'ignored',
      what,
      remedy: 'Write a file as file:/path.',
      replacement: `file:${text}`,
    });
  const spaced = /^(\w+)[\s=]+(\/.*)$/.exec(text);
  const guess = spaced && form.files.includes(spaced[1]!) ? `${spaced[1]}:${spaced[2]}` : nearest(text, form.words);
  const fix = guess
    ? { remedy: `Did you mean "${guess}"?`, replacement: guess }
    : { remedy: `It takes ${listWords(form.words)}.` };
  return faultAt(at, { rule: 'value-invalid', consequence: 'ignored', what, ...fix });
}

/** StandardOutput= and StandardError=. */
export const standardOutput = stream(OUTPUTS);

/** StandardInput=. */
export const standardInput = stream(INPUTS);

/** systemd.exec(5), StandardInput= and StandardOutput=. */
const meanings: Readonly<Record<string, string>> = {
  inherit: 'the same as the stream before: output goes where input comes from, errors where output goes',
  null: '`/dev/null`: nothing to read, and what is written is lost',
  tty: 'the terminal of `TTYPath=`',
  'tty-force': 'the terminal of `TTYPath=`, taken from whoever has it',
  'tty-fail': 'the terminal of `TTYPath=`; the start fails when someone has it',
  data: 'what `StandardInputText=` and `StandardInputData=` say',
  journal: 'the journal',
  kmsg: "the kernel's log, and from there the journal",
  'journal+console': 'the journal, and the console as well',
  'kmsg+console': "the kernel's log, and the console as well",
  socket: 'the connection a socket unit accepted',
  fd: 'a descriptor a socket unit passes, by its name',
  file: 'a file; output overwrites it from its beginning',
  append: 'a file; output is added at its end',
  truncate: 'a file; it is emptied before each start',
};

/** What a word means; it may have a colon behind it. */
function streamWord(text: string): string | undefined {
  const word = text.replace(/:$/, '');
  return Object.hasOwn(meanings, word) ? meanings[word] : undefined;
}

/** `WORD`, a file, or a descriptor by its name. */
function streamSignature(files: readonly string[]): Signature {
  const file = `${files.join('|')}:PATH`;
  return {
    label: `WORD | ${file} | fd:NAME`,
    parameters: [
      { label: 'WORD', documentation: 'journal, null, tty, inherit …' },
      { label: file, documentation: 'An absolute path.' },
      { label: 'fd:NAME', documentation: 'A descriptor that a socket unit passes, by its FileDescriptorName=.' },
    ],
    active: (text) => (text.startsWith('fd:') ? 2 : text.includes(':') ? 1 : 0),
  };
}

/** Where a stream leads: `journal`, `append:/var/log/app.log`. */
function describeStream(text: string, key: string): Description | undefined {
  const [word = ''] = text.split(':', 1);
  const meaning = streamWord(word);
  if (meaning === undefined) return undefined;
  const isErrors = key === 'StandardError' && !['inherit', 'fd'].includes(word);
  const manualValue = text.includes(':') ? `${word}:` : word;
  const description = { ...whole(text), markdown: `**${word}**: ${meaning}.`, manualValue };
  // The manual says it of StandardOutput= and means both.
  return isErrors ? { ...description, manualKey: 'StandardOutput' } : description;
}
