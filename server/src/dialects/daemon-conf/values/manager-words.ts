import { type EnumWord, enumeration } from '../../../values/basic/enumeration.ts';
import { faultAt, nameOf, whole } from '../../../values/problem.ts';
import type { ValueContext, ValueProblem, ValueType } from '../../../values/value-type.ts';

/** Where the manager logs to; systemd-system.conf(5), "LogLevel=", and systemd(1). */
export const logTargets: readonly EnumWord[] = [
  { word: 'auto', what: 'the journal if it is there, else the console' },
  { word: 'console', what: 'the console' },
  { word: 'console-prefixed', what: 'the console, each line with its level and facility' },
  { word: 'kmsg', what: 'the log of the kernel' },
  { word: 'journal', what: 'the journal' },
  { word: 'journal-or-kmsg', what: 'the journal if it is there, else the log of the kernel' },
  { word: 'syslog', what: 'a syslog daemon', hidden: true },
  { word: 'syslog-or-kmsg', what: 'a syslog daemon if it is there, else the log of the kernel', hidden: true },
  { word: 'null', what: 'nowhere: nothing is logged' },
];

const outputs: readonly EnumWord[] = [
  { word: 'journal', what: 'the journal' },
  { word: 'journal+console', what: 'the journal and the console' },
  { word: 'kmsg', what: 'the log of the kernel' },
  { word: 'kmsg+console', what: 'the log of the kernel and the console' },
  { word: 'tty', what: 'the terminal of TTYPath=' },
  { word: 'null', what: '/dev/null' },
  { word: 'inherit', what: 'what standard input is connected to' },
  { word: 'syslog', what: 'the journal; obsolete', hidden: true },
  { word: 'syslog+console', what: 'the journal and the console; obsolete', hidden: true },
];

function obsoleteOutput(text: string, context: ValueContext): ValueProblem[] {
  if (!text.startsWith('syslog')) return [];
  const replacement = text.replace('syslog', 'journal');
  const what = `${nameOf(context)}${text} is obsolete and means ${replacement}`;
  return [faultAt(whole(text), { rule: 'value-obsolete', consequence: 'noted', what, replacement })];
}

/** Yes or no to a part of what the manager logs. */
const logging = (parser: string, what: string): ValueType =>
  enumeration({ parsers: [parser], boolean: { yes: `${what} with each message`, no: `without ${what}` }, words: [] });

/** Words of system.conf and user.conf; systemd-system.conf(5). */
export const managerWords: readonly ValueType[] = [
  enumeration({
    parsers: ['config_parse_crash_action'],
    empty: true,
    words: [
      { word: 'freeze', what: 'the manager stands still; services that run go on' },
      { word: 'reboot', what: 'the machine reboots after ten seconds' },
      { word: 'poweroff', what: 'the machine is switched off' },
    ],
  }),
  enumeration({
    parsers: ['config_parse_crash_reboot'],
    empty: true,
    boolean: { yes: 'as CrashAction=reboot', no: 'as CrashAction=freeze' },
    words: [],
  }),
  enumeration({
    parsers: ['config_parse_color'],
    boolean: { yes: 'messages on the console are highlighted by their level', no: 'messages on the console are plain' },
    words: [],
  }),
  logging('config_parse_location', 'the place in the source code'),
  logging('config_parse_time', 'the time'),
  enumeration({ parsers: ['config_parse_target'], words: logTargets }),
  enumeration({ parsers: ['config_parse_output_restricted'], words: outputs, remark: obsoleteOutput }),
  enumeration({
    parsers: ['config_parse_show_status'],
    boolean: { yes: 'the status of units is shown during the boot', no: 'no status is shown' },
    words: [
      { word: 'auto', what: 'shown as soon as a unit fails or is slow' },
      { word: 'error', what: 'only failures are shown' },
    ],
  }),
  enumeration({
    parsers: ['config_parse_status_unit_format'],
    words: [
      { word: 'name', what: 'units are shown by their names' },
      { word: 'description', what: 'units are shown by their descriptions' },
      { word: 'combined', what: 'units are shown by name and description' },
    ],
  }),
  enumeration({
    parsers: ['config_parse_protect_system_pid1'],
    empty: true,
    boolean: { yes: '/usr is read-only for the manager and all it starts', no: '/usr stays as it is mounted' },
    words: [{ word: 'auto', what: 'on in the initrd, off later' }],
  }),
  enumeration({
    parsers: ['config_parse_restrict_filesystem_access'],
    boolean: { yes: 'programs run from verified file systems only', no: 'programs run from any file system' },
    words: [{ word: 'exec', what: 'programs run from verified file systems only' }],
  }),
  enumeration({
    parsers: ['config_parse_memory_pressure_watch'],
    boolean: { yes: 'services are told to watch', no: 'services are told not to watch' },
    words: [
      { word: 'auto', what: 'services are told to watch where accounting is on' },
      { word: 'skip', what: 'services are told nothing' },
    ],
  }),
];
