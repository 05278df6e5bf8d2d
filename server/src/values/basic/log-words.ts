import type { ValueType } from '../value-type.ts';
import { enumeration } from './enumeration.ts';

const facilities =
  'kern user mail daemon auth syslog lpr news uucp cron authpriv ftp local0 local1 local2 local3 local4 local5 local6 local7';

/** Levels and facilities of syslog; systemd.exec(5), SyslogLevel= and SyslogFacility=. */
export const logEnumerations: readonly ValueType[] = [
  enumeration({
    parsers: ['config_parse_log_level'],
    numbers: (value) => value <= 7,
    words: [
      { word: 'emerg', what: '0, the system is unusable' },
      { word: 'alert', what: '1, act at once' },
      { word: 'crit', what: '2, critical' },
      { word: 'err', what: '3, errors' },
      { word: 'warning', what: '4, warnings' },
      { word: 'notice', what: '5, normal but noteworthy' },
      { word: 'info', what: '6, information' },
      { word: 'debug', what: '7, for finding faults' },
    ],
  }),
  enumeration({
    parsers: ['config_parse_log_facility'],
    numbers: (value) => value <= 127,
    words: facilities.split(' ').map((word, number) => ({ word, what: `facility ${number}` })),
  }),
];
