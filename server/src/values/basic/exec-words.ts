import { since } from '../changes.ts';
import type { ValueType } from '../value-type.ts';
import { type EnumWord, enumeration } from './enumeration.ts';

const kept: readonly EnumWord[] = [
  { word: 'restart', what: 'kept while the service restarts' },
  { word: 'on-success', what: 'kept unless the service fails', from: 262 },
];

/** Enumerations of how processes are run; systemd.exec(5). */
export const execEnumerations: readonly ValueType[] = [
  enumeration({
    parsers: ['config_parse_exec_utmp_mode'],
    words: [
      { word: 'init', what: 'an INIT_PROCESS entry' },
      { word: 'login', what: 'INIT_PROCESS, then LOGIN_PROCESS' },
      { word: 'user', what: 'INIT_PROCESS, LOGIN_PROCESS, then USER_PROCESS' },
    ],
  }),
  enumeration({
    parsers: ['config_parse_exec_keyring_mode'],
    words: [
      { word: 'inherit', what: "systemd's own session keyring" },
      { word: 'private', what: 'a new session keyring, apart from the user keyring' },
      { word: 'shared', what: 'a new session keyring with the user keyring linked in' },
    ],
  }),
  enumeration({
    parsers: ['config_parse_runtime_preserve_mode', 'config_parse_exec_preserve_mode'],
    boolean: { yes: 'kept when the unit stops', no: 'removed when the unit stops' },
    words: kept,
  }),
  enumeration({
    parsers: ['config_parse_exec_memory_thp'],
    words: [
      { word: 'inherit', what: 'as systemd was started' },
      { word: 'disable', what: 'no huge pages' },
      { word: 'madvise', what: 'huge pages where the program asks' },
      { word: 'system', what: 'as the machine is set' },
    ],
  }),
  enumeration({
    parsers: ['config_parse_exec_io_class'],
    empty: true,
    numbers: (value, version) => value <= (since(version, 'scheduling by what the kernel has') ? 7 : 8),
    words: [
      { word: 'none', number: 0, what: 'best-effort by the nice level', hidden: true },
      { word: 'realtime', number: 1, what: 'before everyone else' },
      { word: 'best-effort', number: 2, what: 'the usual, by priority' },
      { word: 'idle', number: 3, what: 'only when nobody else reads or writes' },
    ],
  }),
  enumeration({
    parsers: ['config_parse_exec_cpu_sched_policy'],
    empty: true,
    // SCHED_DEADLINE (6) is taken by its number alone.
    numbers: (value, version) =>
      !since(version, 'scheduling by what the kernel has') || [0, 1, 2, 3, 5, 6, 7].includes(value),
    words: [
      { word: 'other', number: 0, what: 'the usual' },
      { word: 'batch', number: 3, what: 'for long computations' },
      { word: 'idle', number: 5, what: 'only when the CPU has nothing else to do' },
      { word: 'fifo', number: 1, what: 'real-time, until it yields' },
      { word: 'rr', number: 2, what: 'real-time, in turns' },
      { word: 'ext', number: 7, what: 'by a scheduler loaded as a BPF program', from: 258 },
    ],
  }),
  enumeration({
    parsers: ['config_parse_numa_policy'],
    empty: true,
    words: [
      { word: 'default', what: 'the local node' },
      { word: 'preferred', what: 'the node of NUMAMask= first' },
      { word: 'bind', what: 'only the nodes of NUMAMask=' },
      { word: 'interleave', what: 'the nodes of NUMAMask= in turns' },
      { word: 'local', what: 'the node of the CPU it runs on' },
      { word: 'preferred-many', what: 'the nodes of NUMAMask= first', from: 258 },
      { word: 'weighted-interleave', what: 'the nodes of NUMAMask= in turns by weight', from: 258 },
    ],
  }),
];
