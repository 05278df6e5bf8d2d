import { nearest } from '../../text/distance.ts';
import { faultAt } from '../consequence.ts';
import { INT, parseInteger } from '../numbers/integer.ts';
import { nameOf, whole } from '../problem.ts';
import { errnoNames, isErrnoName } from '../security/errno-names.ts';
import type { Candidate, ValueType } from '../value-type.ts';

const common: readonly (readonly [string, string])[] = [
  ['kill', 'the process is killed'],
  ['EPERM', 'not permitted'],
  ['EACCES', 'access denied'],
  ['ENOSYS', 'no such system call'],
  ['EUCLEAN', 'unusual enough to stand out'],
];

/** ERRNO_MAX of systemd's src/basic/errno-util.h. */
const LARGEST = 4095n;

/** systemd.exec(5), SystemCallErrorNumber=: `kill`, a name in any case, or a number. */
export const systemCallErrorNumber: ValueType = {
  parsers: ['config_parse_syscall_errno'],
  check(text, context) {
    if (text === '' || text === 'kill' || isErrnoName(text)) return [];
    const number = parseInteger(text, { ...INT, from: 1n, to: LARGEST });
    if (typeof number === 'bigint') return [];
    const guess = number === 'range' ? undefined : nearest(text.slice(0, 60), ['kill', ...errnoNames]);
    return [
      faultAt(whole(text), {
        rule: number === 'range' ? 'value-out-of-range' : 'value-invalid',
        consequence: 'ignored',
        what: `${nameOf(context)} takes kill or an error like EPERM, not "${text.slice(0, 60)}"`,
        remedy: guess && `Did you mean ${guess}?`,
        replacement: guess,
      }),
    ];
  },
  complete: (text) => ({
    ...whole(text),
    items: common.map(([label, detail]): Candidate => ({ label, detail, kind: 'keyword' })),
  }),
};
