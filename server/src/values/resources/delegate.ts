import type { Word } from '../../syntax/words.ts';
import { nearest } from '../../text/edit-distance.ts';
import { parseBoolean } from '../boolean.ts';
import { type Consequence, faultAt, nameOf, problem, quoted, whole } from '../problem.ts';
import { byteLength } from '../resolve.ts';
import type { Candidate, ValueContext, ValueProblem, ValueType } from '../value-type.ts';
import { checkWords, completeWord, describeWord, type ListForm, MOST_FAULTS, readList } from '../word-list.ts';

const FORM: ListForm = { unquote: true };

const candidatesOf = (version: number): Candidate[] =>
  controllersOf(version)
    .filter(({ pseudo }) => !pseudo)
    .map(({ name, about }) => ({ label: name, detail: about, kind: 'value' }));

/** Only services and scopes have a control group of their own to give away (UNIT_VTABLE()->can_delegate). */
function delegationProblem(text: string, context: ValueContext): ValueProblem[] {
  if (context.kind === 'service' || context.kind === 'scope') return [];
  const what = `${nameOf(context)} works in services and scopes only, not in a ${context.kind}`;
  return [faultAt(whole(text), { rule: 'value-ineffective', consequence: 'ignored', what })];
}

function unknown(word: Word, consequence: Consequence, context: ValueContext): ValueProblem {
  const names = controllersOf(context.version).map(({ name }) => name);
  const guess = nearest(word.text, names);
  const remedy = word.text.includes(',')
    ? 'Put spaces, not commas, between controllers.'
    : guess
      ? `Did you mean ${guess}?`
      : `Write some of ${names.filter((name) => !name.startsWith('bpf-')).join(', ')}.`;
  const what = `Unknown control group controller ${quoted(word.text)} for ${nameOf(context)}`;
  return faultAt(word, { rule: 'value-invalid', consequence, what, remedy, replacement: guess });
}

/** `Delegate=`, `config_parse_delegate()`: a boolean, or controllers. */
export const delegate: ValueType = {
  parsers: ['config_parse_delegate'],
  repeats: 'extends',
  form: 'yes | no, or controllers',
  check(text, context) {
    const misplaced = delegationProblem(text, context);
    if (misplaced.length > 0 || text === '' || parseBoolean(text) !== undefined) return misplaced;
    return checkWords(text, FORM, context, (word) =>
      findController(word.text, context.version) ? [] : [unknown(word, 'entry', context)],
    );
  },
  complete: (text, offset, { version }) =>
    completeWord(text, offset, FORM, [
      { label: 'yes', kind: 'keyword', detail: 'all controllers' },
      { label: 'no', kind: 'keyword', detail: 'nothing is delegated' },
      ...candidatesOf(version),
    ]),
  describe(text, offset, { version }) {
    const value = parseBoolean(text);
    if (value !== undefined) {
      const markdown = value
        ? 'The service manages its own part of the control group tree, with all controllers.'
        : 'systemd alone manages the control group.';
      return { ...whole(text), markdown };
    }
    return describeController(text, offset, version);
  },
};

const describeController = (text: string, offset: number, version: number) =>
  describeWord(text, offset, FORM, (word) => {
    const controller = findController(word, version);
    return controller && `Controller **${word}**: ${controller.about}.`;
  });

/**
 * `DisableControllers=`, `cg_mask_from_string()` of src/basic/cgroup-util.c: unknown names are dropped without a word
 * unless no other is left.
 */
export const disableControllers: ValueType = {
  parsers: ['config_parse_disable_controllers'],
  repeats: 'extends',
  check(text, context) {
    const { words, fault } = readList(text, {});
    const bad = words.filter((word) => !findController(word.text, context.version));
    if (words.length > 0 && bad.length === words.length)
      return bad.slice(0, MOST_FAULTS).map((word) => unknown(word, 'ignored', context));
    const message = (word: Word): string =>
      `Unknown control group controller ${quoted(word.text)} for ${nameOf(context)}; systemd silently leaves it out.`;
    const problems = bad
      .slice(0, MOST_FAULTS)
      .map((word) => problem(word, 'value-invalid', message(word), { severity: 'info' }));
    return fault
      ? [...problems, problem(fault, 'quoting', 'The value ends in a lone backslash.', { severity: 'info' })]
      : problems;
  },
  complete: (text, offset, { version }) => completeWord(text, offset, {}, candidatesOf(version)),
  describe: (text, offset, { version }) => describeController(text, offset, version),
};

/** `DelegateSubgroup=`: a name that `cg_needs_escape()` of src/basic/cgroup-util.c lets pass as it is. */
export const delegateSubgroup: ValueType = {
  parsers: ['config_parse_delegate_subgroup'],
  repeats: 'replaces',
  check(text, context) {
    const misplaced = delegationProblem(text, context);
    if (misplaced.length > 0 || text === '') return misplaced;
    const fault = groupNameFault(text, context.version);
    if (fault) {
      const what = `${nameOf(context)} takes the name of a control group, and ${quoted(text)} ${fault}`;
      return [faultAt(whole(text), { rule: 'value-invalid', consequence: 'ignored', what })];
    }
    if (!/%[A-Za-z]/.test(text)) return [];
    const message = `systemd replaces no specifiers in ${nameOf(context)}; the group will be called ${quoted(text)}.`;
    return [problem(whole(text), 'value-ineffective', message, { severity: 'info' })];
  },
  complete: (text) => ({
    ...whole(text),
    items: [{ label: 'supervisor', kind: 'value', detail: 'a name for the group of the main process' }],
  }),
};

function groupNameFault(name: string, version: number): string | undefined {
  if (name === '.' || name === '..' || name.includes('/') || byteLength(name) > 255) return 'is not a file name';
  if (/^[._]/.test(name)) return `begins with ${quoted(name.charAt(0))}`;
  if (['tasks', 'notify_on_release', 'release_agent'].includes(name)) return 'is a file of every control group';
  const dot = name.indexOf('.');
  const prefix = name.slice(0, dot);
  if (dot < 0) return undefined;
  if (prefix === 'cgroup' || controllersOf(version).some((controller) => controller.name === prefix)) {
    return `begins with "${prefix}.", as files of control groups do`;
  }
  return undefined;
}

/** The controllers of control groups systemd manages (src/basic/cgroup-util.c), and what each divides. */
interface Controller {
  readonly name: string;
  readonly about: string;
  /** First systemd version that has it, where not all do. */
  readonly from?: number;
  /** Not of the kernel: BPF programs systemd attaches. */
  readonly pseudo?: boolean;
}

const controllers: readonly Controller[] = [
  { name: 'cpu', about: 'CPU time' },
  { name: 'cpuacct', about: 'accounting of CPU time (cgroup v1)' },
  { name: 'cpuset', about: 'which CPUs and memory nodes', from: 244 },
  { name: 'io', about: 'block device I/O' },
  { name: 'blkio', about: 'block device I/O (cgroup v1)' },
  { name: 'memory', about: 'memory and swap' },
  { name: 'devices', about: 'access to device nodes (cgroup v1)' },
  { name: 'pids', about: 'number of tasks' },
  { name: 'bpf-firewall', about: 'IP addresses', pseudo: true },
  { name: 'bpf-devices', about: 'access to device nodes', pseudo: true },
  { name: 'bpf-foreign', about: 'programs of BPFProgram=', pseudo: true, from: 249 },
  { name: 'bpf-socket-bind', about: 'ports to bind to', pseudo: true, from: 249 },
  { name: 'bpf-restrict-network-interfaces', about: 'network interfaces', pseudo: true, from: 250 },
  { name: 'bpf-bind-network-interface', about: 'interface sockets are bound to', pseudo: true, from: 260 },
];

/** The controllers a version knows. */
const controllersOf = (version: number): Controller[] => controllers.filter(({ from = 0 }) => from <= version);

const findController = (name: string, version: number): Controller | undefined =>
  controllersOf(version).find((controller) => controller.name === name);
