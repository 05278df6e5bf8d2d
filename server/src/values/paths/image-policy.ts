import { nearest } from '../../text/edit-distance.ts';
import type { Span } from '../../text/span.ts';
import { partStart } from '../../text/word-part.ts';
import { since } from '../changes.ts';
import { type Consequence, faultAt, nameOf, quoted, whole } from '../problem.ts';
import type {
  Candidate,
  Completion,
  Description,
  Signature,
  ValueContext,
  ValueProblem,
  ValueType,
} from '../value-type.ts';
import { isPartition, PARTITIONS } from './partitions.ts';

/** RootImagePolicy= and its like: `partition=flag+flag:…`, see systemd.image-policy(7). */
export const imagePolicy: ValueType = {
  parsers: ['config_parse_image_policy'],
  repeats: 'replaces',
  check(text, context) {
    if (text === '' || SHORTHANDS[text.trim()]) return [];
    const seen = new Set<string>();
    for (const rule of rulesOf(text)) {
      if (rule.flags === undefined) return [broken(rule, context)];
      const { name } = rule;
      const known = name === '' || isPartition(name);
      const unknown = known ? unknownFlag(rule, context.version) : { ...rule.nameSpan, text: name };
      if (unknown && !isLenient(context.version)) return [unknownWord(unknown, 'refused', known, context.version)];
      if (known && seen.has(name)) return [duplicate(rule)];
      if (known) seen.add(name);
    }
    return isLenient(context.version) ? passedOver(text, context.version) : [];
  },
  complete: (text, offset, { version }) => completePolicy(text, offset, version),
  describe: (text, offset, { version }) => describePolicy(text, offset, version),
  signature: () => policySignature,
};

const isLenient = (version: number): boolean => since(version, 'unknown image policies are skipped');

interface PolicyRule extends Span {
  readonly name: string;
  readonly nameSpan: Span;
  /** Undefined without an equals sign. */
  readonly flags: readonly (Span & { readonly text: string })[] | undefined;
}

function rulesOf(text: string): PolicyRule[] {
  return [...split(text, 0, ':')].map((part) => {
    const equals = part.text.indexOf('=');
    const name = trimmed({ ...part, text: equals < 0 ? part.text : part.text.slice(0, equals) });
    const list = equals < 0 ? undefined : split(part.text.slice(equals + 1), part.start + equals + 1, '+').map(trimmed);
    const flags = list?.length === 1 && list[0]!.text === '' ? [] : list;
    return { start: part.start, end: part.end, name: name.text, nameSpan: name, flags };
  });
}

function split(text: string, start: number, mark: string): (Span & { text: string })[] {
  let at = start;
  return text.split(mark).map((part) => {
    const from = at;
    at += part.length + 1;
    return { start: from, end: from + part.length, text: part };
  });
}

function trimmed({ start, text }: Span & { readonly text: string }): Span & { text: string } {
  const lead = text.length - text.trimStart().length;
  const inner = text.trim();
  return { start: start + lead, end: start + lead + inner.length, text: inner };
}

function unknownFlag({ flags }: PolicyRule, version: number): (Span & { text: string }) | undefined {
  const known = knownFlags(version);
  return flags?.find(({ text }) => !known.includes(text));
}

/** What a lenient systemd passes over in silence: worth a word, not a warning. */
function passedOver(text: string, version: number): ValueProblem[] {
  return rulesOf(text).flatMap((rule) => {
    const known = rule.name === '' || isPartition(rule.name);
    const unknown = known ? unknownFlag(rule, version) : { ...rule.nameSpan, text: rule.name };
    return unknown ? [unknownWord(unknown, 'noted', known, version)] : [];
  });
}

function unknownWord(
  word: Span & { text: string },
  consequence: Consequence,
  isFlag: boolean,
  version: number,
): ValueProblem {
  const guess = nearest(word.text, isFlag ? knownFlags(version).filter((flag) => flag !== '-') : PARTITIONS);
  const what = isFlag
    ? `Unknown flag ${quoted(word.text)} in an image policy`
    : `Unknown partition ${quoted(word.text)}`;
  const fix = guess ? { remedy: `Did you mean ${guess}?`, replacement: guess } : {};
  const problem = faultAt(word, { rule: 'value-invalid', consequence, what, ...fix });
  if (consequence !== 'noted') return problem;
  return {
    ...problem,
    message: `${what}; systemd skips it silently.${guess ? ` Did you mean ${guess}?` : ''}`,
  };
}

function broken(rule: PolicyRule, context: ValueContext): ValueProblem {
  const what = `${nameOf(context)} takes partition=flag+flag, several with colons between them, or one of *, - and ~`;
  return faultAt(rule, { rule: 'value-invalid', consequence: 'refused', what });
}

function duplicate(rule: PolicyRule): ValueProblem {
  const what = rule.name === '' ? 'This policy has two defaults' : `This policy has two rules for ${rule.name}`;
  return faultAt(rule, { rule: 'value-invalid', consequence: 'refused', what });
}

/** What each word says of a partition; systemd.image-policy(7). */
const meanings: Readonly<Record<string, string>> = {
  unprotected: 'used without protection',
  verity: 'used where Verity vouches for it',
  signed: 'used where a signature vouches for its Verity hash',
  encrypted: 'used where it is encrypted with LUKS',
  unused: 'there, but not used',
  absent: 'not there',
  open: 'there or not, protected or not',
  ignore: 'there or not, but never used',
  '-': 'there or not, but never used',
  'read-only-on': 'only with its read-only flag',
  'read-only-off': 'only without its read-only flag',
  'growfs-on': 'only with its growfs flag',
  'growfs-off': 'only without its growfs flag',
};

const FLAGS = Object.keys(meanings);

const FILE_SYSTEMS = ['encryptedwithintegrity', 'btrfs', 'erofs', 'ext4', 'f2fs', 'squashfs', 'vfat', 'xfs'];

/** Whole policies: everything, nothing, ignore. */
const SHORTHANDS: Readonly<Record<string, string>> = {
  '*': 'Every partition may be used, whatever its protection.',
  '-': 'No partition may be used: absent or ignored only.',
  '~': 'Every partition must be absent.',
};

const knownFlags = (version: number): readonly string[] =>
  since(version, 'file systems in image policies') ? [...FLAGS, ...FILE_SYSTEMS] : FLAGS;

function meaningOf(flag: string): string {
  if (Object.hasOwn(meanings, flag)) return meanings[flag]!;
  return flag === 'encryptedwithintegrity'
    ? 'used where it is encrypted with LUKS and its integrity is checked'
    : `only with the file system ${flag}`;
}

/** Whole policies where nothing is written yet, partitions, and behind `=` what may be said of one. */
function completePolicy(text: string, offset: number, version: number): Completion {
  const start = partStart(text, offset, ':=+ ');
  const flags = (): Candidate[] =>
    knownFlags(version)
      .filter((flag) => flag !== '-')
      .map((label) => ({ label, kind: 'value', detail: meaningOf(label) }));
  if (isFlag(text, offset)) return { start, end: offset, items: flags() };
  const shorthands = Object.entries(SHORTHANDS).map(([label, detail]): Candidate => ({ label, kind: 'value', detail }));
  const partitions = PARTITIONS.map((name): Candidate => ({ label: `${name}=`, kind: 'value' }));
  return { start, end: offset, items: [...partitions, ...(text === '' ? shorthands : [])] };
}

/** A whole policy, a partition with all that may be true of it, or one such word. */
function describePolicy(text: string, offset: number, version: number): Description | undefined {
  const all = SHORTHANDS[text.trim()];
  if (all) return { ...whole(text), markdown: all };
  const at = wordAt(text, offset);
  const word = text.slice(at.start, at.end);
  if (isFlag(text, at.start)) {
    return knownFlags(version).includes(word) ? { ...at, markdown: `\`${word}\`: ${meaningOf(word)}.` } : undefined;
  }
  if (word !== '' && !isPartition(word)) return undefined;
  const [, list = ''] = /^[^:=]*=([^:]*)/.exec(text.slice(at.start)) ?? [];
  const flags = list.split('+').filter((flag) => knownFlags(version).includes(flag));
  const subject = word === '' ? 'Every other partition' : `The partition \`${word}\``;
  const may = flags.length === 0 ? [meaningOf('open')] : flags.map(meaningOf);
  return { ...at, markdown: `${subject} has to be: ${may.join('; or ')}.` };
}

const isFlag = (text: string, offset: number): boolean => text[partStart(text, offset, '=:') - 1] === '=';

function wordAt(text: string, offset: number): Span {
  const start = partStart(text, offset, ':=+ ');
  const length = text.slice(start).search(/[:=+ ]|$/);
  return { start, end: start + length };
}

/** `root=verity+signed:usr=absent`. */
const policySignature: Signature = {
  label: 'PARTITION=FLAG+FLAG:…',
  parameters: [
    { label: 'PARTITION', documentation: 'root, usr, home …; nothing for all that are not named.' },
    { label: 'FLAG+FLAG', documentation: 'What may be true of it; one of them has to be.' },
  ],
  active: (text, offset) => (isFlag(text, offset) ? 1 : 0),
};
