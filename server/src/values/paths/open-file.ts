import type { Word } from '../../syntax/words.ts';
import { nearest } from '../../text/edit-distance.ts';
import { partStart } from '../../text/word-part.ts';
import { locatedWord, partOf, readFields } from '../located.ts';
import { faultAt, nameOf, quoted, whole } from '../problem.ts';
import { byteLength } from '../resolve.ts';
import type { ValueProblem, ValueType } from '../value-type.ts';
import { quotingProblem } from '../word-list.ts';
import { tooLong } from './path-fault.ts';
import { completePath } from './path-help.ts';

const OPTIONS = ['read-only', 'append', 'truncate', 'graceful'];
const FIELDS = { cunescape: true } as const;

/** OpenFile=: `path[:name[:options]]`, see systemd.service(5); specifiers and quotes are plain text here. */
export const openFile: ValueType = {
  parsers: ['config_parse_open_file'],
  repeats: 'extends',
  check(text, context) {
    if (text === '') return [];
    const { fields, fault, rest } = readFields(text, { ...FIELDS, version: context.version }, 3);
    if (fault) return [quotingProblem(fault, context)];
    const [path, name, options] = fields;
    if (rest !== undefined && rest < text.length) {
      return [invalid({ start: rest - 1, end: text.length }, `${nameOf(context)} takes three parts at most`)];
    }
    const problem = (path && checkPath(path)) ?? (path && checkName(name, path)) ?? (options && checkOptions(options));
    return problem ? [problem] : [];
  },
  references(text) {
    const path = readFields(text, FIELDS, 1).fields[0];
    return path?.text.startsWith('/') ? [{ start: path.start, end: path.end, type: 'path', target: path.text }] : [];
  },
  complete(text, offset) {
    const colons = text.slice(0, offset).split(':').length - 1;
    if (colons === 0) return completePath(text, offset, { separators: ':' });
    if (colons === 1) return { ...whole(text), start: offset, end: offset, items: [] };
    const start = partStart(text, offset, ',:');
    return { start, end: offset, items: OPTIONS.map((label) => ({ label, kind: 'keyword' as const })) };
  },
  signature: () => ({
    label: 'path[:name[:options]]',
    parameters: [
      { label: 'path', documentation: 'A file or a socket that systemd opens for the service.' },
      { label: 'name', documentation: 'Its name in $LISTEN_FDNAMES; the file’s name when not given.' },
      { label: 'options', documentation: 'read-only, append, truncate, graceful (no failure when it is not there).' },
    ],
    active: (text, offset) => text.slice(0, offset).split(':').length - 1,
  }),
};

const invalid = (at: { start: number; end: number }, what: string): ValueProblem =>
  faultAt(at, { rule: 'value-invalid', consequence: 'ignored', what });

function checkPath(path: Word): ValueProblem | undefined {
  if (!path.text.startsWith('/')) {
    const hint = /^["'%]/.test(path.text) ? ': quotes and specifiers are plain text here' : '';
    return invalid(path, `OpenFile= needs an absolute path first${hint}`);
  }
  return tooLong(path.text) ? invalid(path, 'No path may be this long') : undefined;
}

/** Names of descriptors: printable ASCII, no colon, up to 255 (`fdname_is_valid()`, src/basic/fd-util.c). */
function checkName(name: Word | undefined, path: Word): ValueProblem | undefined {
  const given = name !== undefined && name.text !== '';
  const parts = path.text.split('/').filter((part) => part !== '' && part !== '.');
  const text = given ? name.text : (parts.at(-1) ?? '');
  const derived = !given && (text === '' || text === '..');
  if (!derived && /^[\x20-\x7e]*$/.test(text) && !text.includes(':') && byteLength(text) <= 255) return undefined;
  const what = given
    ? 'The name of a descriptor is printable ASCII of up to 255 characters'
    : 'No descriptor can be named after this path';
  return invalid(given ? name : path, what);
}

function checkOptions(options: Word): ValueProblem | undefined {
  const seen = new Set<string>();
  for (const match of options.text.matchAll(/[^,]+/g)) {
    const word = match[0];
    const at = partOf(locatedWord(options), match.index, match.index + word.length).span();
    if (!OPTIONS.includes(word)) {
      const guess = nearest(word, OPTIONS);
      const what = `Unknown option ${quoted(word)} for OpenFile=`;
      const fix = guess ? { remedy: `Did you mean ${guess}?`, replacement: guess } : {};
      return faultAt(at, { rule: 'value-invalid', consequence: 'ignored', what, ...fix });
    }
    const exclusive = word !== 'graceful' && [...seen].some((other) => other !== 'graceful');
    if (seen.has(word) || exclusive)
      return invalid(at, 'Only one of read-only, append and truncate can be given, once');
    seen.add(word);
  }
  return undefined;
}
