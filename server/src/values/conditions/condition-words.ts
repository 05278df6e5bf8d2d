import { conditionWords as table } from '../../schema/generated/names.ts';
import { rowsOf } from '../../schema/rows.ts';
import { nearest } from '../../text/edit-distance.ts';
import { parseBoolean } from '../boolean.ts';
import type { Located } from '../located.ts';
import { nameOf, problem, quoted } from '../problem.ts';
import { capabilities } from '../security/capabilities.ts';
import type { Candidate, CandidateSource, ValueContext, ValueProblem } from '../value-type.ts';
import { conditionKey } from './clauses.ts';
import { machineWord } from './machine-words.ts';

/** A condition and its assertion take the same words. */
const kindOf = ({ directive }: ValueContext): string => conditionKey(directive.key);

/** Conditions whose words are all there are; the others take names of the machine as well. */
const CLOSED = new Set(['ConditionArchitecture', 'ConditionVirtualization', 'ConditionSecurity']);
const BOOLEANS = new Set(['ConditionFirstBoot', 'ConditionACPower']);

interface ConditionWord {
  readonly word: string;
  /** The version that brought it. */
  readonly from: number;
}

let words: ReadonlyMap<string, readonly ConditionWord[]> | undefined;

function load(): ReadonlyMap<string, readonly ConditionWord[]> {
  const result = new Map<string, ConditionWord[]>();
  for (const [key = '', word = '', from = ''] of rowsOf(table)) {
    const list = result.get(key) ?? [];
    list.push({ word, from: Number(from) });
    result.set(key, list);
  }
  return result;
}

const wordsOf = (context: ValueContext): readonly ConditionWord[] => {
  words ??= load();
  return words.get(kindOf(context)) ?? [];
};

/**
 * Advice on a condition that can never hold: systemd takes any text when it loads the unit, and finds out when it
 * starts it.
 */
export function hopeless(value: Located, context: ValueContext): ValueProblem | undefined {
  const kind = kindOf(context);
  const { text } = value;
  if (BOOLEANS.has(kind))
    return parseBoolean(text) === undefined ? never(value, context, 'It takes yes or no.') : undefined;
  if (!CLOSED.has(kind) || (kind === 'ConditionVirtualization' && parseBoolean(text) !== undefined)) return undefined;
  const known = wordsOf(context);
  const word = known.find((candidate) => candidate.word === text);
  if (!word) {
    const guess = nearest(
      text,
      known.map((candidate) => candidate.word),
    );
    return never(value, context, guess ? `Did you mean ${guess}?` : 'The manual lists the valid words.', guess);
  }
  if (word.from <= context.version) return undefined;
  const message = `The word ${text} exists since systemd ${word.from}; for ${context.version} this condition never holds.`;
  return problem(value.span(), 'value-too-new', message, { severity: 'info' });
}

function never(value: Located, context: ValueContext, remedy: string, replacement?: string): ValueProblem {
  const message = `Unknown value ${quoted(value.text)} for ${nameOf(context)}; systemd loads the unit, but the condition never holds. ${remedy}`;
  return problem(value.span(), 'value-invalid', message, { severity: 'info', ...(replacement && { replacement }) });
}

/** The words a condition knows. */
export function conditionItems(context: ValueContext): Candidate[] {
  const known = wordsOf(context).filter(({ from }) => from <= context.version);
  const labels = BOOLEANS.has(kindOf(context)) ? ['yes', 'no'] : known.map(({ word }) => word);
  return labels.map((label) => ({ label, kind: 'keyword', detail: machineWord(kindOf(context), label) }));
}

type Suggestions = Readonly<Record<string, string>>;

const pressures: Suggestions = {
  '20%': 'waits less than a fifth of the time, over five minutes',
  '20%/1min': 'the same over one minute',
  'system.slice:20%': 'of one slice only',
};

/** Values worth starting from where anything may be written; systemd.unit(5), "Conditions and Asserts". */
const suggestions: Readonly<Record<string, Suggestions>> = {
  ConditionUser: { root: 'user 0', '@system': 'a system user or root' },
  ConditionCPUs: { '>= 2': 'two or more', '>= 4': 'four or more' },
  ConditionMemory: { '>= 1G': 'a gigabyte or more', '>= 4G': 'four gigabytes or more' },
  ConditionKernelVersion: { '>=6.1': 'Linux 6.1 or newer', '6.1*': 'any 6.1' },
  ConditionVersion: { 'systemd >=254': 'systemd 254 or newer', 'kernel >=6.1': 'Linux 6.1 or newer' },
  ConditionOSRelease: {
    'ID=debian': 'Debian',
    'ID=ubuntu': 'Ubuntu',
    'ID=fedora': 'Fedora',
    'ID=arch': 'Arch Linux',
    'VERSION_ID>=12': 'version 12 or newer, of whatever system',
  },
  ConditionKernelCommandLine: { quiet: 'the word quiet', debug: 'the word debug', 'root=': 'any root=…' },
  ConditionKernelModuleLoaded: { loop: 'loop devices', overlay: 'overlay file systems', kvm: 'virtual machines' },
  ConditionCPUFeature: {
    aes: 'AES instructions',
    avx2: 'AVX2 instructions',
    rdrand: 'random numbers of the processor',
    sse4_2: 'SSE4.2 instructions',
    vmx: "Intel's virtual machines",
    svm: "AMD's virtual machines",
  },
  ConditionFraction: { '10%': 'on a tenth of all machines', '50%': 'on half of all machines' },
  ConditionMemoryPressure: pressures,
  ConditionCPUPressure: pressures,
  ConditionIOPressure: pressures,
};

/** Values to start from, by the condition's key. */
export function suggestedItems(key: string): Candidate[] {
  if (key === 'ConditionCapability')
    return [...capabilities].map(([label, detail]) => ({ label, kind: 'keyword', detail }));
  return Object.entries(suggestions[key] ?? {}).map(([label, detail]) => ({ label, kind: 'value', detail }));
}

const sources: Readonly<Record<string, CandidateSource>> = {
  ConditionUser: { type: 'user' },
  ConditionGroup: { type: 'group' },
};

/** Where the machine has the values a condition may name. */
export const sourcesOf = (key: string): readonly CandidateSource[] => [
  ...(sources[key] ? [sources[key]] : []),
  { type: 'specifier' },
];
