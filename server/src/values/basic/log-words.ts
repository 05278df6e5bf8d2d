import type { ValueType } from '../value-type.ts';
import { type EnumWord, enumeration } from './enumeration.ts';

/** In the order of their numbers; syslog(3). */
const facilities: readonly (readonly [word: string, what: string])[] = [
  ['kern', 'the kernel'],
  ['user', 'programs of all kinds'],
  ['mail', 'mail'],
  ['daemon', 'services of the system; the default of systemd'],
  ['auth', 'logins and permissions'],
  ['syslog', 'the system log itself'],
  ['lpr', 'printing'],
  ['news', 'Usenet news'],
  ['uucp', 'UUCP'],
  ['cron', 'planned jobs'],
  ['authpriv', 'logins and permissions, private'],
  ['ftp', 'FTP servers'],
];

/** Free for each machine's own use; the numbers between are not taken by name. */
const FIRST_LOCAL = 16;
const locals = Array.from({ length: 8 }, (_, i) => ({
  word: `local${i}`,
  number: FIRST_LOCAL + i,
  what: `facility ${FIRST_LOCAL + i}, for the machine's own use`,
}));

/** The levels of syslog(3), by number. */
export const logLevels: readonly EnumWord[] = [
  { word: 'emerg', number: 0, what: 'level 0, the system is unusable' },
  { word: 'alert', number: 1, what: 'level 1, action is needed at once' },
  { word: 'crit', number: 2, what: 'level 2, critical conditions' },
  { word: 'err', number: 3, what: 'level 3, errors' },
  { word: 'warning', number: 4, what: 'level 4, warnings' },
  { word: 'notice', number: 5, what: 'level 5, normal but noteworthy' },
  { word: 'info', number: 6, what: 'level 6, information' },
  { word: 'debug', number: 7, what: 'level 7, for finding faults' },
];

/** Levels and facilities of syslog; systemd.exec(5), SyslogLevel= and SyslogFacility=. */
export const logEnumerations: readonly ValueType[] = [
  enumeration({
    parsers: ['config_parse_log_level'],
    numbers: (value) => value <= 7,
    words: logLevels,
  }),
  enumeration({
    parsers: ['config_parse_log_facility'],
    numbers: (value) => value <= 127,
    words: [
      ...facilities.map(([word, what], number) => ({ word, number, what: `facility ${number}, ${what}` })),
      ...locals,
    ],
  }),
];
