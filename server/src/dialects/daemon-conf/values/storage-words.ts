import { enumeration } from '../../../values/basic/enumeration.ts';
import type { ValueType } from '../../../values/value-type.ts';

/** Words about what is kept, and where: journald.conf(5), coredump.conf(5), pstore.conf(5), homed.conf(5) and udev.conf(5). */
export const storageWords: readonly ValueType[] = [
  enumeration({
    parsers: ['config_parse_storage'],
    words: [
      { word: 'auto', what: 'in /var/log/journal if that folder is there, else in /run/log/journal' },
      { word: 'persistent', what: 'in /var/log/journal, which is made; it outlives reboots' },
      { word: 'volatile', what: 'in memory, below /run/log/journal' },
      { word: 'none', what: 'nowhere; messages are only forwarded' },
    ],
  }),
  enumeration({
    parsers: ['config_parse_split_mode'],
    words: [
      { word: 'uid', what: 'every user has a journal file of their own' },
      { word: 'login', what: 'every user who logs in has a journal file of their own', hidden: true },
      { word: 'none', what: 'one journal file for all' },
    ],
  }),
  enumeration({
    parsers: ['config_parse_write_split_mode'],
    words: [
      { word: 'host', what: 'every host has a journal file of its own' },
      { word: 'none', what: 'one journal file for all hosts' },
    ],
  }),
  enumeration({
    parsers: ['config_parse_audit_set_mode'],
    empty: true,
    boolean: { yes: "the kernel's audit is switched on", no: "the kernel's audit is switched off" },
    words: [{ word: 'keep', what: "the kernel's audit stays as it is" }],
  }),
  enumeration({
    parsers: ['config_parse_coredump_storage'],
    words: [
      { word: 'none', what: 'dumps are logged and thrown away' },
      { word: 'external', what: 'in files below /var/lib/systemd/coredump' },
      { word: 'journal', what: 'in the journal itself' },
    ],
  }),
  enumeration({
    parsers: ['config_parse_pstore_storage'],
    words: [
      { word: 'none', what: 'what the kernel kept stays where it is' },
      { word: 'external', what: 'in files below /var/lib/systemd/pstore' },
      { word: 'journal', what: 'in the journal' },
    ],
  }),
  enumeration({
    parsers: ['config_parse_default_storage'],
    words: [
      { word: 'luks', what: 'an encrypted file or disk of its own' },
      { word: 'fscrypt', what: 'a folder encrypted by the file system' },
      { word: 'directory', what: 'a plain folder' },
      { word: 'subvolume', what: 'a subvolume of btrfs' },
      { word: 'cifs', what: 'a share of another machine' },
      { word: 'classic', what: 'a home directory that systemd-homed does not manage', hidden: true },
    ],
  }),
  enumeration({
    parsers: ['config_parse_default_file_system_type'],
    empty: true,
    words: [
      { word: 'btrfs', what: 'can grow and shrink while it is mounted' },
      { word: 'ext4', what: 'can grow while it is mounted' },
      { word: 'xfs', what: 'can grow while it is mounted, and cannot shrink' },
    ],
  }),
  enumeration({
    parsers: ['config_parse_resolve_name_timing'],
    words: [
      { word: 'early', what: 'users and groups in rules are looked up when the rules are read' },
      { word: 'late', what: 'users and groups in rules are looked up at every event' },
      { word: 'never', what: 'users and groups in rules are not looked up; devices belong to root' },
    ],
  }),
];
