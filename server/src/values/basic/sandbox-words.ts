import type { ValueType } from '../value-type.ts';
import { enumeration } from './enumeration.ts';

/** Enumerations of the sandbox; systemd.exec(5), "Sandboxing" and "Credentials". */
export const sandboxEnumerations: readonly ValueType[] = [
  enumeration({
    parsers: ['config_parse_protect_system'],
    boolean: { yes: '/usr and the boot loader are read-only', no: 'nothing is protected' },
    words: [
      { word: 'full', what: '/usr, the boot loader and /etc are read-only' },
      { word: 'strict', what: 'everything is read-only but /dev, /proc and /sys' },
    ],
  }),
  enumeration({
    parsers: ['config_parse_protect_home'],
    boolean: { yes: '/home, /root and /run/user are empty and out of reach', no: 'home folders are as they are' },
    words: [
      { word: 'read-only', what: 'home folders can be read only' },
      { word: 'tmpfs', what: 'home folders are empty, with room for BindPaths=' },
    ],
  }),
  enumeration({
    parsers: ['config_parse_protect_proc'],
    words: [
      { word: 'noaccess', what: "other users' processes show nothing but their number" },
      { word: 'invisible', what: "other users' processes are hidden" },
      { word: 'ptraceable', what: 'only processes it may trace are seen' },
      { word: 'default', what: 'every process is seen' },
    ],
  }),
  enumeration({
    parsers: ['config_parse_proc_subset'],
    words: [
      { word: 'all', what: '/proc is whole' },
      { word: 'pid', what: '/proc has processes only' },
    ],
  }),
  enumeration({
    parsers: ['config_parse_protect_control_groups'],
    boolean: { yes: '/sys/fs/cgroup is read-only', no: '/sys/fs/cgroup is as it is' },
    words: [
      { word: 'private', what: 'a control group namespace of its own', from: 257 },
      { word: 'strict', what: 'a control group namespace of its own, read-only', from: 257 },
    ],
  }),
  enumeration({
    parsers: ['config_parse_private_users'],
    boolean: { yes: 'a user namespace with root, its own user, and nobody', no: 'the users of the machine' },
    words: [
      { word: 'self', what: 'a user namespace with root, its own user, and nobody', from: 257 },
      { word: 'identity', what: 'a user namespace with the first 65536 users as they are', from: 257 },
      { word: 'full', what: 'a user namespace with every user as it is', from: 258 },
      { word: 'managed', what: 'a user namespace with users lent by systemd-nsresourced', from: 260 },
    ],
  }),
  enumeration({
    parsers: ['config_parse_private_tmp'],
    boolean: { yes: 'its own /tmp and /var/tmp, kept on disk', no: '/tmp and /var/tmp of the machine' },
    words: [
      { word: 'connected', what: 'its own /tmp and /var/tmp, kept on disk', from: 257, hidden: true },
      { word: 'disconnected', what: 'its own /tmp and /var/tmp, in memory', from: 257 },
    ],
  }),
  enumeration({
    parsers: ['config_parse_private_pids'],
    boolean: { yes: 'a process namespace of its own', no: 'the processes of the machine' },
    words: [],
  }),
  enumeration({
    parsers: ['config_parse_private_bpf'],
    boolean: { yes: 'a BPF file system of its own', no: 'the BPF file system of the machine' },
    words: [],
  }),
  enumeration({
    parsers: ['config_parse_exec_mount_flags', 'config_parse_exec_mount_propagation_flag'],
    empty: true,
    words: [
      { word: 'shared', what: 'mounts are passed on both ways' },
      { word: 'slave', what: "the machine's mounts show up here, not the other way" },
      { word: 'private', what: 'mounts stay where they are made' },
    ],
  }),
];
